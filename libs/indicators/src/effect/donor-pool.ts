/** What is known of a territory before the project, to find those that resemble it. */
export interface PoolUnit {
  readonly unit: string;
  /** The outcome at each period before the start, oldest first; null where it is absent. */
  readonly before: readonly (number | null)[];
  readonly population: number | null;
  /** Class of the density grid; compared as it is. */
  readonly densityClass: string | null;
  /** Overseas départements are compared among themselves. */
  readonly isOverseas?: boolean;
  /** Income, unemployment, ages, housing…: the same names for all. */
  readonly structure?: Readonly<Record<string, number | null>>;
}

export interface PoolCandidate extends PoolUnit {
  /** Shares a border with a treated territory: the effect may spill over. */
  readonly isAdjacent?: boolean;
  /** Another project works there, or the same one elsewhere. */
  readonly hasProject?: boolean;
}

export const poolExclusions = [
  'treated',
  'other-project',
  'adjacent',
  'missing-outcome',
  'overseas',
  'density-class',
  'population',
] as const;
/** Why a territory is not compared with; the first reason that holds. */
export type PoolExclusion = (typeof poolExclusions)[number];

export interface ExcludedUnit {
  readonly unit: string;
  readonly reason: PoolExclusion;
}

export interface DonorPoolResult {
  readonly donors: readonly PoolCandidate[];
  readonly excluded: readonly ExcludedUnit[];
}

export interface PoolRules {
  /** From 1 ÷ this to this times the population of a treated territory. */
  readonly populationRatio?: number;
}

/** Who may be compared with the treated territories, and why the others may not. */
export function donorPool(
  treated: readonly PoolUnit[],
  candidates: readonly PoolCandidate[],
  { populationRatio = 2 }: PoolRules = {},
): DonorPoolResult {
  const names = new Set(treated.map(({ unit }) => unit));
  const donors: PoolCandidate[] = [];
  const excluded: ExcludedUnit[] = [];
  for (const candidate of candidates) {
    const reason = names.has(candidate.unit) ? 'treated' : reasonAgainst(candidate, treated, populationRatio);
    if (reason === null) donors.push(candidate);
    else excluded.push({ unit: candidate.unit, reason });
  }
  return { donors, excluded };
}

function reasonAgainst(
  candidate: PoolCandidate,
  treated: readonly PoolUnit[],
  populationRatio: number,
): PoolExclusion | null {
  if (candidate.hasProject) return 'other-project';
  if (candidate.isAdjacent) return 'adjacent';
  if (candidate.before.some((value) => value === null)) return 'missing-outcome';
  const sameShore = treated.filter(({ isOverseas = false }) => isOverseas === (candidate.isOverseas ?? false));
  if (sameShore.length === 0) return 'overseas';
  const sameDensity = sameShore.filter(({ densityClass }) => densityClass === candidate.densityClass);
  if (sameDensity.length === 0) return 'density-class';
  return sameDensity.some(({ population }) => isOfLikeSize(candidate.population, population, populationRatio))
    ? null
    : 'population';
}

/** An unknown population excludes nobody: the other rules do. */
function isOfLikeSize(one: number | null, other: number | null, ratio: number): boolean {
  return one === null || other === null || (one <= other * ratio && one >= other / ratio);
}
