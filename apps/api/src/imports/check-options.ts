import type { IndicatorIndex, ReadingHints, TerritoryIndex } from '@sillage/indicators';

/** What rows are checked against. */
export interface Referential {
  readonly territories: TerritoryIndex;
  readonly indicators: IndicatorIndex;
}

export interface CheckOptions {
  readonly batchId: number;
  /** As its sender named it; the path's last part when undefined. */
  readonly fileName?: string;
  /** Where the observations are written, ready for COPY. */
  readonly spool: string;
  /** Where every finding is written; nowhere when undefined. */
  readonly findingsFile?: string;
  /** Findings of each code that come back with the result. */
  readonly findingsPerCode: number;
  readonly today: Date;
  readonly hints?: ReadingHints;
  /** Headers of the last file of the same source: others are to be confirmed by a person. */
  readonly expectedHeaders?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => Promise<void> | void;
  /** Reads plain files as text too: for the test that holds both ways equal. */
  readonly withoutBytePath?: boolean;
}
