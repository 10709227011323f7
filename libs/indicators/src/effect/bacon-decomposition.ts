import { cohortMeans } from './cohort-means';
import { cohortsOf, type Panel } from './panel';

export const baconKinds = ['treated-versus-untreated', 'earlier-versus-later', 'later-versus-earlier'] as const;
export type BaconKind = (typeof baconKinds)[number];

export interface BaconComparison {
  readonly kind: BaconKind;
  /** Index of the first treated period of the group whose change is read, and of its controls (null: never treated). */
  readonly cohort: number;
  readonly control: number | null;
  readonly weight: number;
  readonly estimate: number;
}

export interface BaconDecomposition {
  readonly comparisons: readonly BaconComparison[];
  /** Weight and weighted mean of each kind; an absent kind has weight 0 and no estimate. */
  readonly summary: Readonly<Record<BaconKind, { readonly weight: number; readonly estimate: number | null }>>;
  /** Σ weight · estimate: what two-way fixed effects print. */
  readonly total: number;
  /** Least weight that two-way fixed effects give to a treated cell of a cohort; below 0 it enters with the wrong sign. */
  readonly lowestCellWeight: number;
}

/**
 * Two-way fixed effects with dates that differ are a weighted mean of two-by-two comparisons, some of which use units already
 * treated as controls (Goodman-Bacon 2021). No covariates.
 */
export function baconDecomposition(panel: Panel): BaconDecomposition {
  const periodCount = panel.periods.length;
  const cohorts = cohortsOf(panel);
  const groups = cohortMeans(panel, cohorts);
  const never = groups.get(null);
  const comparisons: BaconComparison[] = [];
  const mean = (group: CohortGroup, from: number, to: number): number => {
    let sum = 0;
    for (let period = from; period < to; period++) sum += group.means[period]!;
    return sum / (to - from);
  };
  type CohortGroup = NonNullable<typeof never>;
  const change = (group: CohortGroup, from: number, middle: number, to: number): number =>
    mean(group, middle, to) - mean(group, from, middle);

  cohorts.forEach((early, index) => {
    const treated = groups.get(early)!;
    const earlyShare = (periodCount - early) / periodCount;
    if (never && early > 0)
      comparisons.push({
        kind: 'treated-versus-untreated',
        cohort: early,
        control: null,
        weight: treated.share * never.share * earlyShare * (1 - earlyShare),
        estimate: change(treated, 0, early, periodCount) - change(never, 0, early, periodCount),
      });
    for (const late of cohorts.slice(index + 1)) {
      const later = groups.get(late)!;
      const lateShare = (periodCount - late) / periodCount;
      const product = treated.share * later.share;
      if (early > 0)
        comparisons.push({
          kind: 'earlier-versus-later',
          cohort: early,
          control: late,
          weight: product * (earlyShare - lateShare) * (1 - earlyShare),
          estimate: change(treated, 0, early, late) - change(later, 0, early, late),
        });
      comparisons.push({
        kind: 'later-versus-earlier',
        cohort: late,
        control: early,
        weight: product * lateShare * (earlyShare - lateShare),
        estimate: change(later, early, late, periodCount) - change(treated, early, late, periodCount),
      });
    }
  });
  const all = comparisons.reduce((sum, { weight }) => sum + weight, 0);
  const normed = comparisons.map((comparison) => ({ ...comparison, weight: comparison.weight / all }));
  return {
    comparisons: normed,
    summary: summarise(normed),
    total: normed.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0),
    lowestCellWeight: lowestCellWeight(cohorts, groups, periodCount),
  };
}

function summarise(comparisons: readonly BaconComparison[]): BaconDecomposition['summary'] {
  const of = (kind: BaconKind) => {
    const own = comparisons.filter((comparison) => comparison.kind === kind);
    const weight = own.reduce((sum, comparison) => sum + comparison.weight, 0);
    const sum = own.reduce((total, comparison) => total + comparison.weight * comparison.estimate, 0);
    return { weight, estimate: weight > 0 ? sum / weight : null };
  };
  return {
    'treated-versus-untreated': of('treated-versus-untreated'),
    'earlier-versus-later': of('earlier-versus-later'),
    'later-versus-earlier': of('later-versus-earlier'),
  };
}

/** De Chaisemartin and D'Haultfœuille (2020): a treated cell weighs as its treatment net of unit and period means. */
function lowestCellWeight(
  cohorts: readonly number[],
  groups: ReadonlyMap<number | null, { readonly share: number }>,
  periodCount: number,
): number {
  const treatedAt = Float64Array.from({ length: periodCount }, (_, period) =>
    cohorts.reduce((sum, start) => sum + (start <= period ? groups.get(start)!.share : 0), 0),
  );
  const overall = treatedAt.reduce((sum, share) => sum + share, 0) / periodCount;
  let lowest = Number.POSITIVE_INFINITY;
  let total = 0;
  for (const start of cohorts)
    for (let period = start; period < periodCount; period++) {
      const residual = 1 - (periodCount - start) / periodCount - treatedAt[period]! + overall;
      const weight = groups.get(start)!.share * residual;
      total += weight;
      lowest = Math.min(lowest, weight);
    }
  return lowest / total;
}
