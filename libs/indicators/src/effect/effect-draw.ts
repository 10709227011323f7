import type { Draws } from './draws';
import type { EffectEstimate } from './effect';
import { thresholds } from './thresholds';

/**
 * Draws from an effect's own distribution. Under ten treated units: the estimate plus what the same estimation finds where
 * nothing happened. Otherwise, or where those are not known, a normal at least as wide as the interval. Undefined when the
 * method says nothing of its uncertainty.
 */
export function effectDraw(
  { estimate, standardError, interval, treatedCount }: EffectEstimate,
  placebos: readonly number[] | undefined,
  draws: Draws,
): (() => number) | undefined {
  if (treatedCount < thresholds.clusteredTreated && placebos && placebos.length > 0) {
    return () => estimate - placebos[draws.below(placebos.length)]!;
  }
  const half = interval ? (interval.high - interval.low) / 2 : 0;
  const deviation = Math.max(standardError ?? 0, half / 1.959963984540054);
  return deviation > 0 ? () => estimate + deviation * draws.normal() : undefined;
}
