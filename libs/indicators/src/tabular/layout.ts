import type { TerritoryLevel } from '../territory';
import type { ColumnRole } from './column-role';
import type { Finding } from './finding';
import type { PeriodPart } from './period-part';
import type { HintedColumn, TableShape } from './reading-hints';
import type { RowFilter } from './row-filter';
import type { ValueColumn } from './value-columns';

/** How the rows of a file are to be read. */
export interface Layout {
  readonly headerLine: number;
  readonly headerLineCount: number;
  readonly headers: readonly string[];
  /** The column of codes; -1 in a transposed table, whose value columns have theirs. */
  readonly territory: number;
  /** The column that begins the code, when it stands in two (DEP + COM). */
  readonly codeStart: number | null;
  readonly levels: readonly TerritoryLevel[] | null;
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>>;
  /** The month of the year that `roles.period` gives, when the period stands in two columns. */
  readonly periodPart?: PeriodPart;
  readonly values: readonly ValueColumn[];
  readonly shape: TableShape;
  /** Every column with what it is used for, in the words of hints. */
  readonly columns: readonly HintedColumn[];
  /** The preset that was recognised, or asked for; its rows that are no data. */
  readonly preset: string | null;
  readonly filters: readonly RowFilter[];
  readonly indicatorNames: ReadonlyMap<string, string | null>;
  readonly leavesOthers: boolean;
  /** In a transposed table, the line of the codes. */
  readonly codeLine?: number;
}

export type LayoutReading =
  | { readonly kind: 'layout'; readonly layout: Layout; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'refused';
      readonly findings: readonly Finding[];
      /** What was understood all the same, for a person to complete. */
      readonly draft?: LayoutDraft;
    };

/** A layout that is not settled: the titles, and what their columns seem to be. */
export type LayoutDraft = Pick<Layout, 'headerLine' | 'headerLineCount' | 'headers' | 'columns' | 'shape' | 'preset'>;
