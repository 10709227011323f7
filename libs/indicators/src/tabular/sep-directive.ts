/** A first line "sep=;" (Excel's own) tells a delimiter and is no row: the text after it, and the line on which that begins. */
export function withoutSepDirective(text: string): { body: string; firstLine: number; delimiter: string | null } {
  const directive = /^sep=(.)\r?\n/i.exec(text);
  if (!directive) return { body: text, firstLine: 1, delimiter: null };
  return { body: text.slice(directive[0].length), firstLine: 2, delimiter: directive[1]! };
}
