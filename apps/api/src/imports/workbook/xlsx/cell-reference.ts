/** "AB12" → { column: 27, row: 11 }; undefined for anything else. */
export function readReference(reference: string): { readonly column: number; readonly row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(reference.slice(at));
  if (at === 0 || at > 3 || !Number.isInteger(row) || row < 1) return undefined;
  return { column: column - 1, row: row - 1 };
}
