import type { PathPoint } from './effect';
import { groupGaps } from './group-gaps';
import type { Panel } from './panel';
import { studentCritical } from './probability';

/**
 * Mean of the treated units as observed, and as it would have been had they changed like the others since before: one start
 * for all. `adjusted` are the outcomes without what covariates explain.
 */
export function differencePath(
  panel: Panel,
  start: number,
  adjusted: Float64Array,
  areTreatedFew: boolean,
): readonly PathPoint[] {
  const periodCount = panel.periods.length;
  const unitCount = panel.units.length;
  const before = Float64Array.from({ length: unitCount }, (_, unit) => {
    let sum = 0;
    for (let period = 0; period < start; period++) sum += adjusted[unit * periodCount + period]!;
    return sum / start;
  });
  const compare = groupGaps(panel, areTreatedFew);
  const values = new Float64Array(unitCount);
  return panel.periods.map((period, index) => {
    for (let unit = 0; unit < unitCount; unit++) values[unit] = adjusted[unit * periodCount + index]! - before[unit]!;
    const { gap, standardError, degreesOfFreedom } = compare(values);
    const half = studentCritical(0.95, degreesOfFreedom) * standardError;
    const { observed } = treatedMean(panel, index);
    return {
      period,
      observed,
      counterfactual: observed - gap,
      gap: Number.isFinite(half) ? { low: gap - half, high: gap + half } : null,
      isAfter: index >= start,
    };
  });
}

/** Dates that differ: the treated mean without the mean effect in the share of units that had started. */
export function staggeredDifferencePath(panel: Panel, estimate: number): readonly PathPoint[] {
  return panel.periods.map((period, index) => {
    const { observed, startedShare } = treatedMean(panel, index);
    return {
      period,
      observed,
      counterfactual: observed - estimate * startedShare,
      gap: null,
      isAfter: startedShare > 0,
    };
  });
}

function treatedMean({ treatedFrom, weights, outcomes, periods }: Panel, period: number) {
  let total = 0;
  let sum = 0;
  let started = 0;
  for (let unit = 0; unit < treatedFrom.length; unit++) {
    const from = treatedFrom[unit]!;
    if (from === null) continue;
    const weight = weights ? weights[unit]! : 1;
    total += weight;
    sum += weight * outcomes[unit * periods.length + period]!;
    if (from <= period) started += weight;
  }
  return { observed: sum / total, startedShare: started / total };
}
