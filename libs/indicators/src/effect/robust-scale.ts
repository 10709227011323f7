import { median } from '../comparison/median';

/** Median absolute deviation × 1.4826, the standard deviation of a normal sample; the plain one, then 1, where it is 0. */
export function robustScale(values: readonly number[]): number {
  const middle = median(values) ?? 0;
  const deviation = median(values.map((value) => Math.abs(value - middle))) ?? 0;
  if (deviation > 0) return 1.4826 * deviation;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return variance > 0 ? Math.sqrt(variance) : 1;
}
