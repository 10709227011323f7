import type { Warning } from './effect';
import { cohortsOf, type Panel } from './panel';
import { thresholds } from './thresholds';

/** The panel without the units whose cohort is too small for a mean to have an error, or had no period before. */
export function withoutSmallCohorts(panel: Panel): { panel: Panel; dropped: Warning[]; largest: number } {
  const { periods, treatedFrom } = panel;
  const counts = new Map<number, number>();
  for (const from of treatedFrom) if (from !== null) counts.set(from, (counts.get(from) ?? 0) + 1);
  const leaves = cohortsOf(panel).filter((cohort) => cohort === 0 || counts.get(cohort)! < thresholds.cohortUnits);
  const dropped = leaves.map(
    (cohort): Warning => ({
      code: 'small-cohort-dropped',
      facts: { cohort: periods[cohort]!, units: counts.get(cohort)! },
    }),
  );
  const largest = Math.max(0, ...cohortsOf(panel).map((cohort) => (cohort === 0 ? 0 : counts.get(cohort)!)));
  if (leaves.length === 0) return { panel, dropped, largest };
  const kept = treatedFrom.flatMap((from, unit) => (from === null || !leaves.includes(from) ? [unit] : []));
  const width = periods.length;
  const outcomes = new Float64Array(kept.length * width);
  kept.forEach((unit, index) => {
    outcomes.set(panel.outcomes.subarray(unit * width, (unit + 1) * width), index * width);
  });
  return {
    panel: {
      units: kept.map((unit) => panel.units[unit]!),
      periods,
      outcomes,
      treatedFrom: kept.map((unit) => treatedFrom[unit]!),
      ...(panel.clusters && { clusters: kept.map((unit) => panel.clusters![unit]!) }),
      ...(panel.weights && { weights: Float64Array.from(kept, (unit) => panel.weights![unit]!) }),
    },
    dropped,
    largest,
  };
}
