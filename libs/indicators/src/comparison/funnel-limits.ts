import { type Confidence, criticalValue } from './confidence';
import type { Interval } from './interval';
import { exactPoissonInterval } from './rate-interval';

/** What chance alone explains around an average, for a territory of a given size. */
export interface FunnelLimits {
  readonly at95: Interval;
  /** Territories are scanned by the hundred: only this one makes an outlier. */
  readonly at998: Interval;
}

export type FunnelPosition = 'expected' | 'above-95' | 'below-95' | 'above-998' | 'below-998';

/** Normal limits of a proportion around the average of all territories, for a denominator (Spiegelhalter 2005). */
export function proportionFunnel(average: number, denominator: number): FunnelLimits {
  const limits = (confidence: Confidence): Interval => {
    const spread = criticalValue(confidence) * Math.sqrt((average * (1 - average)) / denominator);
    return { low: Math.max(0, average - spread), high: Math.min(1, average + spread) };
  };
  return { at95: limits(0.95), at998: limits(0.998) };
}

/**
 * Limits of a rate or a ratio for a number of events, as control charts of the British public health bodies draw them:
 * the smallest and largest values that these events could have shown around the average.
 */
export function rateFunnel(average: number, events: number): FunnelLimits {
  const limits = (confidence: Confidence): Interval => {
    const mean = exactPoissonInterval(events, confidence);
    if (!mean || events === 0) return { low: 0, high: Number.POSITIVE_INFINITY };
    return { low: (average * events) / mean.high, high: (average * events) / mean.low };
  };
  return { at95: limits(0.95), at998: limits(0.998) };
}

export function funnelPosition(value: number, { at95, at998 }: FunnelLimits): FunnelPosition {
  if (value > at998.high) return 'above-998';
  if (value < at998.low) return 'below-998';
  if (value > at95.high) return 'above-95';
  return value < at95.low ? 'below-95' : 'expected';
}
