/** PostgreSQL holds neither NUL nor half a UTF-16 pair, and files hold both: each becomes the mark of a lost character. */
export const storedText = <Text extends string | null>(text: Text): Text =>
  (text === null ? null : text.replace(/[\0\p{Cs}]/gu, '\ufffd')) as Text;

export const storedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storedText(part) : part));
