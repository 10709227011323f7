import type { EffectEstimate, Warning } from './effect';
import { nearbyShock } from './external-shock';
import { cohortsOf, type Panel } from './panel';
import { sensitivityWarnings } from './sensitivity-warnings';
import { thresholds } from './thresholds';

/** What lowers the trust in an estimate: methods.md §1.5 and pitfall 7. `drift`: what the trend left before would give after. */
export function sdidWarnings(panel: Panel, result: Omit<EffectEstimate, 'warnings'>, drift: number): Warning[] {
  const { estimate, donorCount, treatedCount, periodWeights, donors } = result;
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], facts: Warning['facts']) => warnings.push({ code, facts });
  if (donorCount < thresholds.donorsForFivePercent)
    warn('few-donors-indicative', { donors: donorCount, floor: result.pFloor ?? 1 / (donorCount + 1) });
  if (result.inference === 'jackknife' && treatedCount < thresholds.clusteredTreatedSafe)
    warn('few-clusters', { treated: treatedCount });
  for (const start of cohortsOf(panel)) {
    if (start >= result.periodsBefore) break;
    const units = panel.treatedFrom.filter((from) => from === start).length;
    warn('small-cohort-dropped', { cohort: panel.periods[start]!, units });
  }
  const alone = periodWeights.find(({ weight }) => weight > 0.999);
  if (alone && result.periodsBefore >= 8) warn('one-period-weight', { period: alone.period });
  const first = donors[0];
  if (first && first.weight > thresholds.oneDonorWeight)
    warn('one-donor-weight', { unit: first.unit, weight: first.weight });
  if (Math.abs(drift) >= Math.abs(estimate)) {
    const after = result.periodsAfter;
    warn('residual-prior-trend', { residualSlope: drift / after, estimate });
  }
  warnings.push(...sensitivityWarnings(result));
  const year = nearbyShock(panel);
  if (year !== undefined) warn('external-shock', { year });
  return warnings;
}
