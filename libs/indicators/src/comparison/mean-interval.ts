import studentQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Confidence } from './confidence';
import type { Interval } from './interval';

/** Student's interval of a mean; undefined for fewer than two values. */
export function meanInterval(
  values: readonly number[],
  confidence: Confidence = 0.95,
): (Interval & { readonly mean: number }) | undefined {
  const count = values.length;
  if (count < 2) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const spread = (studentQuantile(1 - (1 - confidence) / 2, count - 1) * deviation) / Math.sqrt(count);
  return { mean, low: mean - spread, high: mean + spread };
}
