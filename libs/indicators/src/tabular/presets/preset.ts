import type { ReadingHints } from '../reading-hints';

/**
 * What is known of a producer's files, as data. Titles are in their comparable form (`comparableName`): in them `*` stands
 * for the digits of a year, which dates the column, and `%` for any letters.
 */
export interface Preset
  extends Pick<ReadingHints, 'shape' | 'level' | 'indicatorNames' | 'otherIndicators' | 'columns'> {
  readonly id: string;
  /** Sets of titles, each of which is enough to recognise the file. */
  readonly recognises: readonly (readonly string[])[];
  readonly filters?: readonly PresetFilter[];
  /** The mark of totals in the columns that split the values ("_T" in SDMX): only their rows are read. */
  readonly totals?: string;
}

/** Rows that are read, or left, by what a column says. Cells are compared without case. */
export interface PresetFilter {
  readonly column: string;
  readonly keeps?: readonly string[];
  readonly leaves?: readonly string[];
}

export const aValue = (indicator: string | null) => ({ as: 'value', indicator, period: null }) as const;
