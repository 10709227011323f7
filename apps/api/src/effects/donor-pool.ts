import type { ComparisonPool, TerritoryLevel } from '@sillage/indicators';

/** Why a territory of the same level was not compared with. */
export const exclusionReasons = [
  /** shares a border with a treated territory: the effect may spill over */
  'adjacent',
  /** another project works there */
  'other-project',
  /** a value of some year is secret */
  'suppressed-outcome',
  /** a value of some year was never published */
  'missing-outcome',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface PoolTerritory {
  /** Also the unit's name in the panel and in the evaluation's donors. */
  readonly code: string;
  readonly name: string;
}

export interface TreatedUnit extends PoolTerritory {
  /** First treated year: that of the start, less the declared anticipation. */
  readonly since: number;
}

export interface ExcludedTerritory extends PoolTerritory {
  readonly reason: ExclusionReason;
}

/** Who was compared with whom, and why not with the others. */
export interface DonorPool {
  readonly level: TerritoryLevel;
  /** Where the comparison territories were looked for. */
  readonly scope: ComparisonPool;
  /** Whether the project had fixed that scope before it began. */
  readonly isPreRegistered: boolean;
  /** ISO date fixed beforehand for this outcome: later years were left out. null: none. */
  readonly readingDate: string | null;
  readonly treated: readonly TreatedUnit[];
  readonly donors: readonly PoolTerritory[];
  readonly excluded: readonly ExcludedTerritory[];
  /** How many were left aside for a population below half or above twice that of the treated territories (wide scopes only). */
  readonly otherSizeCount: number;
  /** false: a treated territory has no contour, its neighbours could not be told apart. */
  readonly knowsNeighbours: boolean;
  /** Whether peers, where there are too many territories, are also the nearest in population. */
  readonly matchesPopulation?: boolean;
  /** Years of the panel; empty when there is none. */
  readonly periods: readonly number[];
}
