import { aFinding, type Finding } from './finding';

/** Rows that are read, or left, by what a column says. */
export interface RowFilter {
  readonly index: number;
  /** Whether the cells named are those that are read; else they are those that are left. */
  readonly isKept: boolean;
  readonly cells: ReadonlySet<string>;
}

/** Why filters leave a row; undefined when they do not. */
export function leftBy(
  filters: readonly RowFilter[],
  cells: readonly string[],
  line: number,
  headers: readonly string[],
): Finding | undefined {
  for (const { index, isKept, cells: named } of filters) {
    const cell = cells[index] ?? '';
    if (named.has(cell.trim().toLowerCase()) !== isKept)
      return aFinding('LIGNE_HORS_CHAMP', line, headers[index] ?? null, cell);
  }
  return undefined;
}
