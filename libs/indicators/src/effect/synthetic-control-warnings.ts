import type { EffectEstimate, Warning } from './effect';
import { nearbyShock } from './external-shock';
import type { Panel } from './panel';
import { sensitivityWarnings } from './sensitivity-warnings';
import type { SyntheticControlInference } from './synthetic-control-inference';
import { thresholds } from './thresholds';

/** What lowers the trust in a synthetic control: methods.md §1.4 and pitfalls 1, 6 and 7. */
export function syntheticControlWarnings(
  panel: Panel,
  result: Omit<EffectEstimate, 'warnings'>,
  { dropped, kept, pFloor }: SyntheticControlInference,
): Warning[] {
  const { estimate, donorCount, donors, periodsBefore, prefit, path } = result;
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], facts: Warning['facts']) => warnings.push({ code, facts });
  if (donorCount < thresholds.donorsForFivePercent)
    warn('few-donors-indicative', { donors: donorCount, floor: pFloor });
  if (dropped > 0) warn('placebos-dropped', { dropped, kept });
  const first = donors[0];
  if (first && first.weight > thresholds.oneDonorWeight)
    warn('one-donor-weight', { unit: first.unit, weight: first.weight });
  const past = path.filter(({ isAfter }) => !isAfter).map(({ observed }) => observed);
  const spread = deviation(past);
  const rmse = prefit?.rmse ?? 0;
  if (donorCount > 2 * periodsBefore && rmse <= thresholds.interpolationShare * spread)
    warn('interpolation', { donors: donorCount, periods: periodsBefore });
  if (rmse > thresholds.priorGapShare * Math.max(spread, Math.abs(estimate)))
    warn('prior-gap', { gap: rmse, estimate });
  warnings.push(...sensitivityWarnings(result));
  const year = nearbyShock(panel);
  if (year !== undefined) warn('external-shock', { year });
  return warnings;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
}
