import type { EffectEstimate, Warning } from './effect';

/** What the same estimate made otherwise says against it: without a heavy donor, and with a period before less. */
export function sensitivityWarnings({
  estimate,
  standardError,
  sensitivity = [],
}: Pick<EffectEstimate, 'estimate' | 'standardError' | 'sensitivity'>): Warning[] {
  const warnings: Warning[] = [];
  const others = sensitivity.filter(({ kind }) => kind === 'without-donor').map((other) => other.estimate);
  if (others.length > 0) {
    const facts = { low: Math.min(...others, estimate), high: Math.max(...others, estimate), estimate };
    if (facts.low < 0 && facts.high > 0) warnings.push({ code: 'leave-one-out-changes-sign', facts });
    else if (facts.high - facts.low > Math.abs(estimate) / 2) warnings.push({ code: 'leave-one-out-range', facts });
  }
  const earlier = sensitivity.find(({ kind }) => kind === 'ending-earlier');
  if (earlier && standardError !== null && Math.abs(earlier.estimate - estimate) > standardError / 2)
    warnings.push({ code: 'prior-year-matters', facts: { estimate, other: earlier.estimate } });
  return warnings;
}
