/** The longest sentence of the sentence engine, and the longest title. */
export const mostSentenceWords = 30;
export const mostTitleWords = 14;

/** Words between spaces; a sign alone, as a colon or a dash, is none. */
export const countWords = (text: string): number =>
  text.split(/[ \u00a0\n]+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/** The first wording that is short enough, or else the last one: the names inside a sentence may be of any length. */
export function shortEnough(wordings: readonly string[], most = mostSentenceWords): string {
  return wordings.find((wording) => countWords(wording) <= most) ?? wordings.at(-1) ?? '';
}
