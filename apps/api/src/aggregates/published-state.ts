/** A whole set of figures, computed at once, that readers see or may read again. */
export interface PublishedState {
  readonly version: number;
  readonly computedAt: Date;
  readonly durationMs: number;
  /** In order of publication: the last one wins. */
  readonly batchIds: readonly number[];
  readonly aggregateCount: number;
  readonly contentHash: string;
  readonly report: {
    readonly counts: Readonly<Record<string, number>>;
    readonly messages: readonly string[];
    /** Version in force of each indicator, by id. */
    readonly indicatorVersions: Readonly<Record<string, number>>;
  };
  /** Whether its figures can still be read. */
  readonly isReadable: boolean;
}
