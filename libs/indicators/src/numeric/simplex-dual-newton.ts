import { PackedCholesky } from './packed-cholesky';
import { projectOnSimplex } from './project-on-simplex';
import { combine, type SimplexProblem } from './simplex-problem';

const mostSteps = 60;

/**
 * The same problem through its dual, for a ridge that is not tiny: a concave function of the combination alone, of
 * dimension `length` however many points there are, climbed by semismooth Newton steps with halving. For a combination
 * u, the best weights are the projection on the simplex of −(points · u) / ridge, and the duality gap is
 * |points' combination − u|² / 2. Returns undefined where it does not converge: the active set then takes over.
 */
export function dualNewtonWeights(problem: SimplexProblem, start: Float64Array | undefined): Float64Array | undefined {
  const { points, count, length, ridge, scale } = problem;
  let weights = start ? Float64Array.from(start) : new Float64Array(count).fill(1 / count);
  let trialWeights = new Float64Array(count);
  let sum = new Float64Array(length);
  let trialSum = new Float64Array(length);
  let dual = new Float64Array(length);
  let trialDual = new Float64Array(length);
  const step = new Float64Array(length);
  combine(problem, weights, dual);

  /** Value of the dual at `at`; leaves the best weights and their combination. */
  function evaluate(at: Float64Array, bestWeights: Float64Array, combination: Float64Array): number {
    for (let point = 0; point < count; point++) {
      let product = 0;
      const from = point * length;
      for (let index = 0; index < length; index++) product += points[from + index]! * at[index]!;
      bestWeights[point] = -product / ridge;
    }
    projectOnSimplex(bestWeights);
    const reached = combine(problem, bestWeights, combination);
    let value = reached / 2;
    for (let index = 0; index < length; index++) value -= (at[index]! - combination[index]!) ** 2 / 2;
    return value;
  }

  let value = evaluate(dual, weights, sum);
  for (let round = 0; round < mostSteps; round++) {
    let distance = 0;
    let size = 0;
    for (let index = 0; index < length; index++) {
      step[index] = sum[index]! - dual[index]!;
      distance += step[index]! ** 2;
      size += sum[index]! ** 2;
    }
    if (distance <= 1e-22 * (size + 1e-8 * scale)) return weights;
    const gradient = Float64Array.from(step);
    if (!newtonStep(problem, weights, step)) return undefined;
    let slope = 0;
    for (let index = 0; index < length; index++) slope += gradient[index]! * step[index]!;
    let share = 1;
    let reached = Number.NEGATIVE_INFINITY;
    for (; share > 1e-10; share /= 2) {
      for (let index = 0; index < length; index++) trialDual[index] = dual[index]! + share * step[index]!;
      reached = evaluate(trialDual, trialWeights, trialSum);
      if (reached >= value + 1e-4 * share * slope - 1e-15 * Math.abs(value)) break;
    }
    if (!(share > 1e-10)) return undefined;
    [dual, trialDual] = [trialDual, dual];
    [weights, trialWeights] = [trialWeights, weights];
    [sum, trialSum] = [trialSum, sum];
    value = reached;
  }
  return undefined;
}

/** Solves (I + (P'P − n m m') / ridge) step = gradient over the n points with weight, m their mean; in place. */
function newtonStep({ points, count, length, ridge }: SimplexProblem, weights: Float64Array, step: Float64Array) {
  const matrix = new Float64Array(length * length);
  const mean = new Float64Array(length);
  let kept = 0;
  for (let point = 0; point < count; point++) {
    if (weights[point] === 0) continue;
    kept++;
    for (let index = 0; index < length; index++) mean[index]! += points[point * length + index]!;
  }
  for (let index = 0; index < length; index++) mean[index]! /= kept;
  const centred = new Float64Array(length);
  for (let point = 0; point < count; point++) {
    if (weights[point] === 0) continue;
    for (let index = 0; index < length; index++) centred[index] = points[point * length + index]! - mean[index]!;
    for (let row = 0; row < length; row++) {
      const value = centred[row]!;
      for (let column = 0; column <= row; column++) matrix[row * length + column]! += value * centred[column]!;
    }
  }
  const factor = new PackedCholesky(length);
  const row = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    for (let column = 0; column < index; column++) row[column] = matrix[index * length + column]! / ridge;
    if (!factor.append(row, 1 + matrix[index * length + index]! / ridge, 0)) return false;
  }
  factor.solve(step);
  return true;
}
