import type { TerritoryLevel } from '@sillage/indicators';

/** Why a territory of the same level was not compared with. */
export const exclusionReasons = [
  /** shares a border with a treated territory: the effect may spill over */
  'adjacent',
  /** another project worked there */
  'other-project',
  /** a value of some year is secret, or was never published */
  'suppressed-outcome',
  'missing-outcome',
  /** the project fixed its comparison pool beforehand, without this one */
  'not-preregistered',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface PoolTerritory {
  readonly code: string;
  readonly name: string;
}

export interface ExcludedTerritory extends PoolTerritory {
  readonly reason: ExclusionReason;
}

/** Who was compared with whom, and why not with the others. */
export interface DonorPool {
  readonly level: TerritoryLevel;
  /** `home`: the treated territories' département; `all`: it had fewer than 20 to compare with. */
  readonly scope: 'home' | 'all';
  /** The territories whose outcome was read, in the order of the panel. */
  readonly treated: readonly (PoolTerritory & { readonly since: number })[];
  readonly donors: readonly PoolTerritory[];
  readonly excluded: readonly ExcludedTerritory[];
  /** false: no contour was loaded, neighbours could not be told apart. */
  readonly knowsNeighbours: boolean;
  /** Years of the panel. */
  readonly periods: readonly number[];
  /** What the project fixed before it started; null when it fixed nothing. */
  readonly preregistration: { readonly readOn: string | null; readonly donors: readonly string[] | null } | null;
}
