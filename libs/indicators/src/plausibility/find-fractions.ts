import type { SampledValue } from './sampled-values';

export interface Fractions {
  /** Of an estimate, the first only: the others are like it. */
  readonly told: readonly SampledValue[];
  readonly count: number;
  readonly isEstimate: boolean;
}

/** From this share on, decimals are how the producer publishes. */
const shareOfEstimates = 0.1;
const fewestOfEstimates = 20;

/**
 * Counts with decimals. They are kept: INSEE's census publishes weighted counts (7107.01247632609 households), DREES a few
 * like 6 743,1. Among whole numbers one may as well be a slip, so each is told; where they are the rule, they are told once.
 */
export function findFractions(values: readonly SampledValue[]): Fractions | undefined {
  const fractions = values.filter(({ value }) => !Number.isInteger(value));
  const [first] = fractions;
  if (!first) return undefined;
  const isEstimate =
    fractions.length >= values.length * (values.length < fewestOfEstimates ? 0.5 : shareOfEstimates) &&
    fractions.length > 1;
  return { told: isEstimate ? [first] : fractions, count: fractions.length, isEstimate };
}
