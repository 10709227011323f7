import { CholeskyDecomposition, Matrix } from 'ml-matrix';

const mostIterations = 50;
const tolerance = 1e-11;

/**
 * Fitted probabilities of a logistic regression with an intercept, by Newton's method (McCullagh and Nelder 1989).
 * `columns` are the covariates. Undefined when they are collinear or separate the two groups.
 */
export function logisticProbabilities(
  outcomes: readonly boolean[],
  columns: readonly (readonly number[])[],
): Float64Array | undefined {
  const count = outcomes.length;
  const design = [new Array<number>(count).fill(1), ...columns.map(standardise)];
  const coefficients = new Float64Array(design.length);
  const share = outcomes.filter(Boolean).length / count;
  coefficients[0] = Math.log(share / (1 - share));
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const probabilities = probabilitiesOf(design, coefficients, count);
    const step = newtonStep(design, outcomes, probabilities);
    if (!step) return undefined;
    let largest = 0;
    for (let index = 0; index < coefficients.length; index++) {
      coefficients[index]! += step[index]!;
      largest = Math.max(largest, Math.abs(step[index]!));
    }
    if (largest < tolerance) return probabilitiesOf(design, coefficients, count);
  }
  return undefined;
}

/** Incomes and ages in one matrix would lose digits. */
function standardise(column: readonly number[]): number[] {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  return column.map((value) => (spread > 0 ? (value - mean) / spread : 0));
}

function probabilitiesOf(design: readonly number[][], coefficients: Float64Array, count: number): Float64Array {
  const probabilities = new Float64Array(count);
  for (let unit = 0; unit < count; unit++) {
    let predictor = 0;
    for (let index = 0; index < design.length; index++) predictor += coefficients[index]! * design[index]![unit]!;
    probabilities[unit] = 1 / (1 + Math.exp(-predictor));
  }
  return probabilities;
}

function newtonStep(
  design: readonly number[][],
  outcomes: readonly boolean[],
  probabilities: Float64Array,
): number[] | undefined {
  const size = design.length;
  const information = Matrix.zeros(size, size);
  const score = Matrix.zeros(size, 1);
  for (let a = 0; a < size; a++) {
    const left = design[a]!;
    score.set(
      a,
      0,
      sumOver(probabilities, (p, unit) => left[unit]! * (Number(outcomes[unit]) - p)),
    );
    for (let b = 0; b <= a; b++) {
      const right = design[b]!;
      const cell = sumOver(probabilities, (p, unit) => left[unit]! * right[unit]! * p * (1 - p));
      information.set(a, b, cell);
      information.set(b, a, cell);
    }
  }
  const cholesky = new CholeskyDecomposition(information);
  return cholesky.isPositiveDefinite() ? cholesky.solve(score).to1DArray() : undefined;
}

function sumOver(values: Float64Array, term: (value: number, index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += term(values[index]!, index);
  return sum;
}
