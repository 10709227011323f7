import type { Finding } from './finding';
import type { ObservedMeasure } from './value-cell';

/** An observation to keep: one territory, indicator and period of one row. */
export interface Observed extends ObservedMeasure {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  /** Column of the file, 1-based; 0 when the row gives a single value. */
  readonly column: number;
}

export interface RowVerdict {
  readonly verdict: 'kept' | 'ignored' | 'rejected';
  readonly findings: readonly Finding[];
  readonly observations: readonly Observed[];
  /** Nothing to remark, and nothing in its cells that could mean otherwise beside other cells. */
  readonly isPlain?: boolean;
}
