import type { Panel } from './panel';

/** Mean outcome of a cohort at each period, and its share of the weight of all units. */
export interface CohortMean {
  readonly means: Float64Array;
  readonly share: number;
  readonly unitCount: number;
}

/** Cohorts by index of first treated period; `null` is the group that is never treated. */
export function cohortMeans(panel: Panel, cohorts: readonly number[]): Map<number | null, CohortMean> {
  const { outcomes, periods, treatedFrom, weights } = panel;
  const periodCount = periods.length;
  const place = new Map<number | null, number>([...cohorts, null].map((cohort, index) => [cohort, index]));
  const sums = Array.from(place, () => new Float64Array(periodCount));
  const totals = new Float64Array(place.size);
  const counts = new Int32Array(place.size);
  for (let unit = 0; unit < treatedFrom.length; unit++) {
    const index = place.get(treatedFrom[unit]!);
    if (index === undefined) continue;
    const weight = weights ? weights[unit]! : 1;
    const sum = sums[index]!;
    totals[index]! += weight;
    counts[index]! += 1;
    for (let period = 0; period < periodCount; period++)
      sum[period]! += weight * outcomes[unit * periodCount + period]!;
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  const means = new Map<number | null, CohortMean>();
  for (const [cohort, index] of place)
    if (counts[index]! > 0)
      means.set(cohort, {
        means: sums[index]!.map((sum) => sum / totals[index]!),
        share: totals[index]! / all,
        unitCount: counts[index]!,
      });
  return means;
}
