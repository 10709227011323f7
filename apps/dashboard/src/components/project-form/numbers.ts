/** "12 500,50" → 12500.5, as a person writes it in French or in English; null when it is no number. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export const numberText = (value: number): string => String(value).replace('.', ',');

export const amountText = (cents: number | null): string => (cents === null ? '' : numberText(cents / 100));
