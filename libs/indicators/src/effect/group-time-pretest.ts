import type { GroupTimeEffects } from './group-time-effects';
import { clusterCovariance } from './influence-covariance';
import { chiSquareUpper, fUpper } from './probability';
import { inverseQuadratic } from './symmetric';

export interface GroupTimePretest {
  readonly statistic: number;
  readonly coefficients: number;
  /** Against χ², as published. */
  readonly p: number;
  /** Against Hotelling's law for the smallest cohort, which χ² forgets; null when it has too few units. */
  readonly smallSampleP: number | null;
}

/** Are all effects before the start nought? Wald's test; undefined without such cells or when they repeat each other. */
export function groupTimePretest(effects: GroupTimeEffects): GroupTimePretest | undefined {
  const before = effects.cells.filter(({ isAfter }) => !isAfter);
  if (before.length === 0) return undefined;
  const covariance = clusterCovariance(
    effects,
    before.map(({ influence }) => influence),
  );
  const statistic = inverseQuadratic(
    covariance,
    Float64Array.from(before, ({ estimate }) => estimate),
  );
  if (statistic === undefined) return undefined;
  const size = before.length;
  const degrees = smallestCohort(effects) - size;
  return {
    statistic,
    coefficients: size,
    p: chiSquareUpper(statistic, size),
    smallSampleP: degrees >= 2 ? fUpper((statistic * degrees) / (size * (degrees + size - 1)), size, degrees) : null,
  };
}

function smallestCohort({ cohorts, cohortOf, clusterOf }: GroupTimeEffects): number {
  const clusters = new Map<number, Set<number>>(cohorts.map((cohort) => [cohort, new Set()]));
  cohortOf.forEach((cohort, unit) => {
    if (cohort !== null) clusters.get(cohort)?.add(clusterOf[unit]!);
  });
  return Math.min(...[...clusters.values()].map((own) => own.size));
}
