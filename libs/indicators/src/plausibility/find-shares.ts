import { groupBy } from '../group-by';
import type { SampledValue } from './sampled-values';

const fewestValues = 3;

/** The values of a percentage that look like shares of 1: whole columns between 0 and 1. */
export function findShares(values: readonly SampledValue[]): readonly SampledValue[] {
  const columns = [...groupBy(values, ({ column }) => column).values()];
  return columns
    .filter((ofColumn) => ofColumn.length >= fewestValues)
    .filter((ofColumn) => ofColumn.every(({ value }) => value >= 0 && value <= 1))
    .filter((ofColumn) => ofColumn.some(({ value }) => !Number.isInteger(value)))
    .flat();
}
