import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import type { Confidence } from './confidence';
import { byarInterval, type Interval } from './interval';

/** Below ten events Byar's approximation is too loose (Fingertips technical guidance). */
const fewestForByar = 10;

/** Exact limits of the mean of a Poisson count (Garwood 1936), through the chi-square distribution. */
export function exactPoissonInterval(count: number, confidence: Confidence = 0.95): Interval | undefined {
  if (!(count >= 0)) return undefined;
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    high: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
  };
}

/** Limits of a count of events: Byar from ten events, exact Poisson below. */
export const countInterval = (count: number, confidence: Confidence = 0.95): Interval | undefined =>
  count < fewestForByar ? exactPoissonInterval(count, confidence) : byarInterval(count, 1, confidence);

/** Limits of a rate per person; multiply by the unit of the rate. */
export function rateInterval(count: number, denominator: number, confidence: Confidence = 0.95): Interval | undefined {
  const limits = denominator > 0 ? countInterval(count, confidence) : undefined;
  return limits && { low: limits.low / denominator, high: limits.high / denominator };
}
