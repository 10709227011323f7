const patterns = new Map<string, RegExp>();

/** The year's digits of a title that a preset's pattern matches ('' without year); undefined when it does not. */
export function matchTitle(pattern: string, name: string): { readonly digits: string } | undefined {
  let expression = patterns.get(pattern);
  if (!expression) {
    expression = new RegExp(`^${pattern.replaceAll('*', '((?:19|20)\\d\\d|\\d\\d)').replaceAll('%', '[a-z_]+')}$`);
    patterns.set(pattern, expression);
  }
  const match = expression.exec(name);
  return match ? { digits: match[1] ?? '' } : undefined;
}

/** "21" → 2021, "99" → 1999. */
export function yearOfDigits(digits: string, latestYear: number): string | null {
  if (digits === '') return null;
  if (digits.length === 4) return digits;
  const recent = 2000 + Number(digits);
  return String(recent <= latestYear ? recent : recent - 100);
}
