import { comparableName } from './cell-text';

/** Names alike but for their digits are one column: its year passed from 2021 to 2022. */
const nameOf = (header: string): string => comparableName(header).replace(/\d+/g, '0');

/** Headers that a source's files had and this one lacks, and those that it adds; null when there are neither. */
export function headerChange(
  expected: readonly string[],
  found: readonly string[],
): { readonly missing: readonly string[]; readonly added: readonly string[] } | null {
  const without = (headers: readonly string[], others: readonly string[]): string[] => {
    const names = new Set(others.map(nameOf));
    return headers.filter((header) => header !== '' && !names.has(nameOf(header)));
  };
  const missing = without(expected, found);
  const added = without(found, expected);
  return missing.length + added.length > 0 ? { missing, added } : null;
}
