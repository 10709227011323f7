/** The simplex problem brought to the origin: the point of the points' hull nearest to 0. One point per donor. */
export interface SimplexProblem {
  /** Row-major: point j is `points[j * length .. (j + 1) * length]`, the donor minus the target. */
  readonly points: Float64Array;
  readonly count: number;
  readonly length: number;
  readonly ridge: number;
  /** Mean squared length of the points: what "small" is measured against. */
  readonly scale: number;
}

/** The combination `sum` of the points, and the value reached: |sum|² + ridge · |weights|². */
export function combine({ points, count, length, ridge }: SimplexProblem, weights: Float64Array, sum: Float64Array) {
  sum.fill(0);
  let penalty = 0;
  for (let point = 0; point < count; point++) {
    const weight = weights[point]!;
    if (weight === 0) continue;
    penalty += weight * weight;
    const start = point * length;
    for (let index = 0; index < length; index++) sum[index]! += weight * points[start + index]!;
  }
  let value = ridge * penalty;
  for (let index = 0; index < length; index++) value += sum[index]! * sum[index]!;
  return value;
}
