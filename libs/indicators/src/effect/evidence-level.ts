import { isClear } from './conclusion';
import type { EffectEstimate, EffectResult, SensitivityEstimate, WarningCode } from './effect';
import type { EvidenceLevel, EvidenceLoss } from './evaluation';
import { thresholds } from './thresholds';

export interface EvidenceFacts {
  readonly result: EffectResult;
  readonly crossChecks: readonly EffectResult[];
  readonly sensitivity: readonly SensitivityEstimate[];
  /** Treated territories were drawn by lot. */
  readonly isRandomised?: boolean;
}

export interface Evidence {
  readonly level: EvidenceLevel;
  readonly losses: readonly EvidenceLoss[];
}

/**
 * 0 follow-up only · 1 before/after · 2 compared with peers · 3 counterfactual with good fit before and placebo computed · 4 the
 * same, robust across methods, donors and dates, or replicated, or randomised. By rule: nobody can edit it.
 */
export function evidenceLevel(facts: EvidenceFacts): Evidence {
  const { result } = facts;
  if (result.status === 'refused') {
    return { level: 0, losses: [{ code: 'refused', facts: { code: result.code } }] };
  }
  if (result.method === 'its') return { level: 1, losses: [{ code: 'no-comparison-group', facts: {} }] };
  const belowThree = lossesOfComparison(result, facts.sensitivity);
  const belowFour = lossesOfRobustness(result, facts);
  const losses = [...belowThree, ...belowFour];
  if (belowThree.length > 0) return { level: 2, losses };
  const isRobust = belowFour.length === 0 || facts.isRandomised === true;
  return { level: isRobust ? 4 : 3, losses };
}

/** What leaves a mere comparison with peers. */
function lossesOfComparison(result: EffectEstimate, sensitivity: readonly SensitivityEstimate[]): EvidenceLoss[] {
  const losses: EvidenceLoss[] = [];
  const { donorCount, prefit, inference, warnings, treatedCount } = result;
  const isFew = treatedCount < thresholds.clusteredTreated && donorCount < thresholds.donorsForFivePercent;
  if (isFew) losses.push({ code: 'few-donors', facts: { donors: donorCount } });
  if (prefit && !isGoodPrefit(prefit.relative)) {
    losses.push({ code: 'poor-prefit', facts: { rmse: prefit.rmse, relative: prefit.relative ?? 0 } });
  }
  const trend = warnings.find(({ code }) => priorTrendCodes.includes(code));
  if (trend) losses.push({ code: 'prior-trend', facts: trend.facts });
  const inTime = sensitivity.find(({ kind }) => kind === 'placebo-in-time');
  const hasPlacebo = inference === 'placebo-in-space' ? result.p !== null : inTime !== undefined;
  if (!hasPlacebo) losses.push({ code: 'no-placebo', facts: {} });
  if (inTime && isBeyondChance(inTime.estimate, result)) {
    losses.push({ code: 'placebo-in-time-moves', facts: { estimate: inTime.estimate } });
  }
  return losses;
}

const priorTrendCodes: readonly WarningCode[] = ['parallel-trends-doubtful', 'parallel-trends-unchecked'];

export const isGoodPrefit = (relative: number | null): boolean =>
  relative === null || relative <= thresholds.goodPrefitShare;

/** Where nothing had begun, an estimate this large is not what chance gives. */
export function isBeyondChance(estimate: number, { interval, standardError }: EffectEstimate): boolean {
  const radius = interval ? (interval.high - interval.low) / 2 : standardError === null ? null : 1.96 * standardError;
  return radius !== null && Math.abs(estimate) > radius;
}

function lossesOfRobustness(
  result: EffectEstimate,
  { crossChecks, sensitivity }: Pick<EvidenceFacts, 'crossChecks' | 'sensitivity'>,
): EvidenceLoss[] {
  const losses: EvidenceLoss[] = [];
  const estimated = crossChecks.filter((check) => check.status === 'ok');
  if (estimated.length === 0) losses.push({ code: 'cross-check-missing', facts: {} });
  const apart = estimated.find((check) => !agrees(result, check));
  if (apart) losses.push({ code: 'cross-check-disagrees', facts: { method: apart.method, estimate: apart.estimate } });
  const flipped = sensitivity.find((other) => other.kind === 'without-donor' && !holds(result, other.estimate));
  if (flipped) {
    losses.push({
      code: 'leave-one-out-changes-sign',
      facts: { unit: flipped.unit ?? '', estimate: flipped.estimate },
    });
  }
  const earlier = sensitivity.find((other) => other.kind === 'ending-earlier' && !holds(result, other.estimate));
  if (earlier) losses.push({ code: 'prior-year-matters', facts: { estimate: earlier.estimate } });
  for (const { code, facts } of result.warnings) {
    if (code === 'one-donor-weight') losses.push({ code: 'one-donor', facts });
    if (code === 'external-shock') losses.push({ code: 'external-shock', facts });
    if (code === 'fragile-to-trends') losses.push({ code: 'fragile-to-trends', facts });
  }
  return losses;
}

/** A claim holds when its sign does; where nothing is claimed, when the other answer is one that chance allows. */
export const holds = (result: EffectEstimate, other: number): boolean =>
  isClear(result)
    ? Math.sign(other) === Math.sign(result.estimate)
    : result.interval === null || (other >= result.interval.low && other <= result.interval.high);

/** Two methods agree when the claim's sign is the same and their intervals overlap. */
export function agrees(result: EffectEstimate, other: EffectEstimate): boolean {
  if (isClear(result) && Math.sign(other.estimate) !== Math.sign(result.estimate)) return false;
  const [one, two] = [result.interval, other.interval];
  return !one || !two || (one.low <= two.high && two.low <= one.high);
}
