import { activeSetWeights } from './simplex-active-set';
import { dualNewtonWeights } from './simplex-dual-newton';
import { combine, type SimplexProblem } from './simplex-problem';

export interface SimplexLeastSquaresInput {
  /** Row-major, one row per donor: `donors[j * target.length + t]`. */
  readonly donors: Float64Array;
  readonly target: Float64Array;
  /** Added as ridge · |weights|² to the (un-averaged) sum of squares; 0 without it. */
  readonly ridge?: number;
  /** Lets the weighted donors stand at a constant distance from the target. */
  readonly intercept?: boolean;
  /** Row that must keep a weight of 0: a placebo's own. */
  readonly leftOut?: number;
  /** Weights near the answer; they change the time taken, not the answer. */
  readonly start?: Float64Array;
}

export interface SimplexLeastSquares {
  /** One per donor, not negative, summing to 1. */
  readonly weights: Float64Array;
  /** 0 unless it was left free. */
  readonly intercept: number;
  /** |intercept + donors · weights − target|² + ridge · |weights|². */
  readonly objective: number;
  /** Proven distance to the optimum ÷ objective (Frank-Wolfe duality gap); never above it by more than rounding. */
  readonly gap: number;
}

/** A ridge this small against the mean squared distance makes the dual problem ill-conditioned: methods.md, pitfall 5. */
const smallestDualRidge = 1e-9;

/**
 * Below this share of the mean squared distance of the donors (an error a ten-thousandth of it) an objective counts as 0, for
 * the relative gap only: the sixteenth digit of the weights already moves the gap by 1e-16 of that distance.
 */
const perfectFit = 1e-8;

/** Weights of a convex combination of donors that comes nearest to the target, in the sense of least squares. */
export function simplexLeastSquares(input: SimplexLeastSquaresInput): SimplexLeastSquares {
  const { target, leftOut = -1 } = input;
  const length = target.length;
  const rows = input.donors.length / length;
  if (length === 0 || !Number.isInteger(rows))
    throw new RangeError('each donor needs one value per value of the target');
  const problem = towardsOrigin(input, rows);
  if (problem.count === 0) throw new RangeError('no donor to weigh');
  const start = input.start && without(input.start, leftOut);
  const found = solve(problem, start);
  const sum = new Float64Array(length);
  const objective = combine(problem, found, sum);
  return {
    weights: leftOut < 0 ? found : withZero(found, leftOut),
    intercept: input.intercept ? interceptOf(input, leftOut < 0 ? found : withZero(found, leftOut)) : 0,
    objective,
    gap: relativeGap(problem, found, sum, objective),
  };
}

function solve(problem: SimplexProblem, start: Float64Array | undefined): Float64Array {
  const { ridge, scale, count, length } = problem;
  if (count > length && ridge > smallestDualRidge * scale) {
    const weights = dualNewtonWeights(problem, start);
    if (weights) return weights;
  }
  return activeSetWeights(problem, start);
}

function towardsOrigin(input: SimplexLeastSquaresInput, rows: number): SimplexProblem {
  const { donors, target, ridge = 0, leftOut = -1 } = input;
  const length = target.length;
  const count = leftOut < 0 ? rows : rows - 1;
  const points = new Float64Array(count * length);
  let squares = 0;
  for (let row = 0, point = 0; row < rows; row++) {
    if (row === leftOut) continue;
    const start = point * length;
    let mean = 0;
    for (let index = 0; index < length; index++) {
      const difference = donors[row * length + index]! - target[index]!;
      points[start + index] = difference;
      mean += difference;
    }
    mean = input.intercept ? mean / length : 0;
    for (let index = start; index < start + length; index++) {
      points[index]! -= mean;
      squares += points[index]! * points[index]!;
    }
    point++;
  }
  return { points, count, length, ridge, scale: count > 0 ? squares / count : 0 };
}

/** f(w) − f* ≤ ∇f(w)·(w − best vertex): computed from the weights alone, so no solver can flatter itself. */
function relativeGap(problem: SimplexProblem, weights: Float64Array, sum: Float64Array, objective: number): number {
  const { points, count, length, ridge, scale } = problem;
  let lowest = Number.POSITIVE_INFINITY;
  for (let point = 0; point < count; point++) {
    let gradient = ridge * weights[point]!;
    for (let index = 0; index < length; index++) gradient += points[point * length + index]! * sum[index]!;
    if (gradient < lowest) lowest = gradient;
  }
  // The optimum is not below 0 either: where the fit is perfect, that is the closer proof.
  const gap = Math.min(2 * (objective - lowest), objective);
  if (gap <= 0) return 0;
  return gap / (objective + perfectFit * scale);
}

function interceptOf({ donors, target }: SimplexLeastSquaresInput, weights: Float64Array): number {
  const length = target.length;
  let total = 0;
  for (let donor = 0; donor < weights.length; donor++) {
    const weight = weights[donor]!;
    if (weight === 0) continue;
    for (let index = 0; index < length; index++) total += weight * (target[index]! - donors[donor * length + index]!);
  }
  return total / length;
}

function without(values: Float64Array, index: number): Float64Array {
  if (index < 0) return values;
  const fewer = new Float64Array(values.length - 1);
  fewer.set(values.subarray(0, index));
  fewer.set(values.subarray(index + 1), index);
  return fewer;
}

function withZero(values: Float64Array, index: number): Float64Array {
  const more = new Float64Array(values.length + 1);
  more.set(values.subarray(0, index));
  more.set(values.subarray(index), index + 1);
  return more;
}
