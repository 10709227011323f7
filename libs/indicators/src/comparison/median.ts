import { quantile } from './quantile';

/** The middle of values in any order; the mean of the two middle ones where their number is even. undefined when empty. */
export const median = (values: readonly number[]): number | undefined =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
