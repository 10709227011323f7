import { clusterIndices } from './cluster-indices';
import { demeanBothWays, type TableShape } from './demean-both-ways';
import { diagonalRoots, sandwich } from './sandwich';
import { invertPositive } from './symmetric';

export interface TwoWayModel extends TableShape {
  readonly outcome: Float64Array;
  readonly regressors: readonly Float64Array[];
  /** Cluster of each unit; each unit is its own without it. */
  readonly clusters?: readonly string[];
}

export interface TwoWayFit {
  readonly coefficients: Float64Array;
  /** Cluster-robust, row-major, with the small-sample factor of fixest. */
  readonly covariance: Float64Array;
  readonly standardErrors: Float64Array;
  /** Clusters − 1: degrees of freedom of Student's t. */
  readonly degreesOfFreedom: number;
  /** Part of each cluster in the error of each coefficient (cluster-major): their squares add up to the variance. */
  readonly influences: Float64Array;
  readonly clusterCount: number;
  readonly clusterOf: Int32Array;
}

/**
 * Least squares with unit and period effects on a balanced table. Variance: sum over clusters of squared scores, times
 * (n−1)/(n−K) · G/(G−1), where K counts the regressors, the period effects and one (unit effects are nested in the
 * clusters), as fixest does by default. Undefined when a regressor repeats the effects or the other regressors.
 */
export function twoWayFixedEffects(model: TwoWayModel): TwoWayFit | undefined {
  const { unitCount, periodCount, weights } = model;
  const outcome = demeanBothWays(model.outcome, model);
  const regressors = model.regressors.map((values) => demeanBothWays(values, model));
  const size = regressors.length;
  const products = new Float64Array(size * size);
  const target = new Float64Array(size);
  regressors.forEach((left, row) => {
    target[row] = weightedProduct(left, outcome, model);
    for (let column = row; column < size; column++) {
      const product = weightedProduct(left, regressors[column]!, model);
      products[row * size + column] = product;
      products[column * size + row] = product;
    }
    // A regressor that the effects explain entirely leaves rounding errors only.
    const before = weightedProduct(model.regressors[row]!, model.regressors[row]!, model);
    if (products[row * size + row]! <= before * 1e-18) products[row * size + row] = 0;
  });
  const bread = invertPositive(products);
  if (!bread) return undefined;
  const coefficients = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) coefficients[row]! += bread[row * size + column]! * target[column]!;

  for (let index = 0; index < size; index++) {
    const coefficient = coefficients[index]!;
    const values = regressors[index]!;
    for (let cell = 0; cell < outcome.length; cell++) outcome[cell]! -= coefficient * values[cell]!;
  }
  const { clusterOf, clusterCount } = clusterIndices(unitCount, model.clusters);
  const scores = new Float64Array(clusterCount * size);
  regressors.forEach((values, index) => {
    for (let unit = 0; unit < unitCount; unit++) {
      let sum = 0;
      const end = (unit + 1) * periodCount;
      for (let cell = unit * periodCount; cell < end; cell++) sum += values[cell]! * outcome[cell]!;
      scores[clusterOf[unit]! * size + index]! += (weights ? weights[unit]! : 1) * sum;
    }
  });
  const observations = unitCount * periodCount;
  const factor = ((observations - 1) / (observations - (size + periodCount))) * (clusterCount / (clusterCount - 1));
  const covariance = sandwich(bread, outerSum(scores, size), factor);
  return {
    coefficients,
    covariance,
    standardErrors: diagonalRoots(covariance),
    degreesOfFreedom: clusterCount - 1,
    influences: influencesOf(scores, bread, size),
    clusterCount,
    clusterOf,
  };
}

function weightedProduct(left: Float64Array, right: Float64Array, { unitCount, periodCount, weights }: TableShape) {
  let total = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const end = (unit + 1) * periodCount;
    let sum = 0;
    for (let cell = unit * periodCount; cell < end; cell++) sum += left[cell]! * right[cell]!;
    total += weights ? weights[unit]! * sum : sum;
  }
  return total;
}

function outerSum(rows: Float64Array, size: number): Float64Array {
  const sum = new Float64Array(size * size);
  for (let start = 0; start < rows.length; start += size)
    for (let left = 0; left < size; left++)
      for (let right = 0; right < size; right++)
        sum[left * size + right]! += rows[start + left]! * rows[start + right]!;
  return sum;
}

function influencesOf(scores: Float64Array, bread: Float64Array, size: number): Float64Array {
  const influences = new Float64Array(scores.length);
  for (let start = 0; start < scores.length; start += size)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        influences[start + row]! += bread[row * size + column]! * scores[start + column]!;
  return influences;
}
