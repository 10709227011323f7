import { median } from '../comparison/median';
import { robustScale } from '../effect/robust-scale';
import type { SampledValue } from './sampled-values';

const fewestValues = 20;
/** Robust standard deviations from the median (Iglewicz and Hoaglin, 1993, advise 3.5 for small samples of normal data). */
const farFromMedian = 10;

/** Rates of one indicator, level and period that stand far from all the others: a decimal comma lost, another unit. */
export function findOutliers(values: readonly SampledValue[]): readonly SampledValue[] {
  if (values.length < fewestValues) return [];
  const numbers = values.map(({ value }) => value);
  const middle = median(numbers) ?? 0;
  const scale = robustScale(numbers);
  return values.filter(({ line, value }) => line !== null && Math.abs(value - middle) > farFromMedian * scale);
}
