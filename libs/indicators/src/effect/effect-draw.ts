import type { Draws } from './draws';
import type { EffectEstimate } from './effect';
import { thresholds } from './thresholds';

/**
 * Draws from an effect's own distribution (methods.md §1.12). Under ten treated units: the estimate plus the residual of a placebo,
 * what the same estimation finds where nothing happened, less its mean. Otherwise, or where placebos are not known, a normal at
 * least as wide as the interval. Undefined when the method says nothing of its uncertainty.
 */
export function effectDraw(
  { estimate, standardError, interval, treatedCount, placeboEffects: placebos = [] }: EffectEstimate,
  draws: Draws,
): (() => number) | undefined {
  if (treatedCount < thresholds.clusteredTreated && placebos.length > 0) {
    const centre = placebos.reduce((sum, placebo) => sum + placebo, 0) / placebos.length;
    return () => estimate - (placebos[draws.below(placebos.length)]! - centre);
  }
  const half = interval ? (interval.high - interval.low) / 2 : 0;
  const deviation = Math.max(standardError ?? 0, half / 1.959963984540054);
  return deviation > 0 ? () => estimate + deviation * draws.normal() : undefined;
}
