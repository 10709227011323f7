/** A code that a spreadsheet took for a large number: "2,00069E+08". */
export const isExponent = (seen: string | null): boolean => /^\s*\d(?:[.,]\d+)?E[+-]?\d{1,3}\s*$/i.test(seen ?? '');
