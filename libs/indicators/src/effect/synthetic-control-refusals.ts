import { type Refusal, refuse } from './effect';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import type { SyntheticControlDesign, SyntheticControlFit } from './synthetic-control-fit';
import { thresholds } from './thresholds';

const method = 'synthetic-control';

/** What no synthetic control can be made of: methods.md §1.4. */
export function refusePanel(panel: Panel): Refusal | undefined {
  const donors = donorsOf(panel).length;
  const starts = cohortsOf(panel);
  if (treatedOf(panel).length === 0) return refuse(method, 'no-treated-unit');
  if (donors === 0) return refuse(method, 'no-donor');
  if (starts.length > 1) return refuse(method, 'staggered-dates', { have: starts.length, need: 1 });
  const before = starts[0]!;
  const after = panel.periods.length - before;
  const { crossCheckPeriodsBefore: leastBefore, donorsIndicative: leastDonors } = thresholds;
  if (before < leastBefore) return refuse(method, 'too-few-periods-before', { have: before, need: leastBefore });
  if (after < 1) return refuse(method, 'too-few-periods-after', { have: after, need: 1 });
  if (donors < leastDonors) return refuse(method, 'too-few-donors', { have: donors, need: leastDonors });
  return undefined;
}

/** What was computed and may not be shown. */
export function refuseFit(design: SyntheticControlDesign, fit: SyntheticControlFit): Refusal | undefined {
  const { solverGap: limit, goodPrefitShare, outsideRangeShare } = thresholds;
  if (!(fit.solverGap <= limit)) return refuse(method, 'solver-gap', { gap: fit.solverGap, limit });
  const outside = periodsOutside(design);
  if (outside > outsideRangeShare * design.before) {
    return refuse(method, 'outside-donors-range', { periods: outside, of: design.before });
  }
  const past = design.treated.subarray(0, design.before);
  const mean = past.reduce((sum, value) => sum + value / design.before, 0);
  const rmse = Math.sqrt(fit.before);
  const relative = rmse / Math.abs(mean);
  // A share of the mean says nothing of an outcome that takes both signs.
  const hasLevel = past.every((value) => value >= 0) || past.every((value) => value <= 0);
  if (hasLevel && relative > goodPrefitShare) {
    return refuse(method, 'poor-prefit', { rmse, relative, limit: goodPrefitShare });
  }
  return undefined;
}

/** Periods before the start in which no donor is as high, or none as low, as the treated unit. */
function periodsOutside({ treated, outcomes, before, donors }: SyntheticControlDesign): number {
  let outside = 0;
  for (let time = 0; time < before; time++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let donor = 0; donor < donors.length; donor++) {
      const value = outcomes[donor * treated.length + time]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (treated[time]! < low || treated[time]! > high) outside++;
  }
  return outside;
}
