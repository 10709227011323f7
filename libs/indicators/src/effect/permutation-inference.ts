import type { Interval } from '../comparison/interval';

export interface PermutationInference {
  /** Population standard deviation of the placebo effects. */
  readonly standardError: number;
  readonly p: number;
  readonly pFloor: number;
  /** null when too few donors exist for the level: 19 for 95 %, 4 for 80 %. */
  readonly interval: Interval | null;
  readonly interval80: Interval | null;
}

/**
 * The smallest p that may be printed, with `tried` placebos among `donors`. Several treated units can be given to donors in
 * many more ways than there are donors, but these sets share their members: so many ways are not as many independent trials,
 * and p is held at one over the number of donors plus one. Without any donor, only the dates are permuted.
 */
export const permutationFloor = (tried: number, donors: number): number =>
  Math.max(1 / (tried + 1), donors > 0 ? 1 / (donors + 1) : 0);

/**
 * An effect against those that the same estimation finds where nothing happened. p is the rank of |estimate| among them, itself
 * included, over their number plus one. The intervals invert that very test (all effects whose removal would leave p above the
 * level), so an interval excludes 0 if and only if p is at most its level, whatever the shape of the placebo distribution.
 */
export function permutationInference(
  estimate: number,
  placebos: Float64Array,
  donors = placebos.length,
): PermutationInference {
  const sizes = placebos.map(Math.abs).sort();
  const count = placebos.length;
  const size = Math.abs(estimate);
  let atLeast = 0;
  for (const placebo of sizes) if (placebo >= size) atLeast++;
  const pFloor = permutationFloor(count, donors);
  const intervalAt = (level: number) => (pFloor > level + 1e-9 ? null : permutationInterval(estimate, sizes, level));
  return {
    standardError: populationDeviation(placebos),
    p: Math.max((1 + atLeast) / (count + 1), pFloor),
    pFloor,
    interval: intervalAt(0.05),
    interval80: intervalAt(0.2),
  };
}

/** `sizes`: the placebos' absolute values, ascending. */
export function permutationInterval(estimate: number, sizes: Float64Array, level: number): Interval | null {
  // ranks up to this one are rejected; the small term undoes the rounding of 0.05 × 60
  const rejected = Math.floor(level * (sizes.length + 1) + 1e-9);
  if (rejected < 1) return null;
  const radius = sizes[sizes.length - rejected]!;
  return { low: estimate - radius, high: estimate + radius };
}

export function populationDeviation(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
