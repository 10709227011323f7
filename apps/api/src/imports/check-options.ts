import type {
  ContentCount,
  IndicatorIndex,
  ReadingHints,
  SampledValue,
  TerritoryIndex,
  TerritoryNames,
} from '@sillage/indicators';

/** What rows are checked against. */
export interface Referential {
  readonly territories: TerritoryIndex;
  readonly indicators: IndicatorIndex;
  /** Looked up for a file that has labels. */
  readonly names?: () => Promise<TerritoryNames>;
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
  /** Published values of the indicators and periods of a file, and of the periods beside; none without a database. */
  readonly published?: (contents: readonly Readonly<ContentCount>[]) => Promise<readonly SampledValue[]>;
  /** How earlier files of the same source were read: one with none of their headers is to be confirmed by a person. */
  readonly learnt?: readonly { readonly headers: readonly string[]; readonly hints: ReadingHints }[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => Promise<void> | void;
  /** Reads plain files as text too: for the test that holds both ways equal. */
  readonly withoutBytePath?: boolean;
}
