import { Matrix, pseudoInverse } from 'ml-matrix';
import { nelderMead } from '../numeric/nelder-mead';
import { type SimplexLeastSquares, simplexLeastSquares } from '../numeric/simplex-least-squares';
import { meanSquare } from './synthetic-control-fit';
import { weightedGaps } from './weighted-gaps';

export interface WeighingProblem {
  /** Row-major, one row per donor: scaled predictors. */
  readonly donors: Float64Array;
  readonly treated: Float64Array;
  /** Row-major, one row per donor: outcomes of the periods to fit. */
  readonly donorOutcomes: Float64Array;
  readonly treatedOutcomes: Float64Array;
  /** A row of both that keeps no weight: a placebo's own. */
  readonly leftOut?: number;
}

export interface Weighing {
  readonly fit: SimplexLeastSquares;
  /** Importance of each predictor, summing to 1. Many give nearly the same weights: never a finding about predictors. */
  readonly importance: Float64Array;
}

/** Weights for a given importance of each predictor: unique and exact wherever the predictors tell donors apart. */
export function weighByPredictors(problem: WeighingProblem, importance: Float64Array): SimplexLeastSquares {
  const size = importance.length;
  const roots = importance.map(Math.sqrt);
  return simplexLeastSquares({
    donors: problem.donors.map((value, index) => value * roots[index % size]!),
    target: problem.treated.map((value, index) => value * roots[index]!),
    ...(problem.leftOut !== undefined && { leftOut: problem.leftOut }),
  });
}

/** Evaluations per predictor of each walk, then of the last one from the best. */
const evaluations = { walk: 40, last: 100 };

/**
 * The importance of predictors whose weights best follow the outcome before (Abadie and Gardeazabal 2003). The search has many
 * valleys (methods.md, pitfall 3): as the authors' own software does, it starts from equal importances and from those that a
 * regression of the outcome gives, walks down from each by several strides, and walks once more from the lowest point. Wider
 * searches find lower errors only by giving all importance to the past outcome, which is no longer matching on predictors.
 */
export function chooseImportance(problem: WeighingProblem): Weighing {
  const size = problem.treated.length;
  const errorOf = (importance: Float64Array): number =>
    outcomeError(problem, weighByPredictors(problem, importance).weights);
  const walk = (start: Float64Array, form: Form, step: number, rounds: number): Found => {
    const value = (point: Float64Array): number => errorOf(form.toImportance(point));
    const found = nelderMead(value, form.toPoint(start), { step, mostEvaluations: rounds * size, tolerance: 1e-9 });
    return { importance: form.toImportance(found.point), error: found.value };
  };
  const starts = [new Float64Array(size).fill(1 / size), regressionImportance(problem)];
  const found = starts.flatMap((start) => strides.map(({ form, step }) => walk(start, form, step, evaluations.walk)));
  const best = lowest(found);
  const { importance } = lowest([
    best,
    ...strides.map(({ form, step }) => walk(best.importance, form, step, evaluations.last)),
  ]);
  return { fit: weighByPredictors(problem, importance), importance };
}

interface Found {
  readonly importance: Float64Array;
  readonly error: number;
}

const lowest = (found: readonly Found[]): Found =>
  found.reduce((one, other) => (other.error < one.error ? other : one));

/** How a point of the search stands for importances. */
interface Form {
  readonly toImportance: (point: Float64Array) => Float64Array;
  readonly toPoint: (importance: Float64Array) => Float64Array;
}

const linear: Form = { toImportance: (point) => toShares(point.map(Math.abs)), toPoint: (importance) => importance };

/** e⁻²⁰: what an importance of 0 is to a logarithm. */
const negligible = 1e-9;

const logarithmic: Form = {
  toImportance: (point) => toShares(point.map(Math.exp)),
  toPoint: (importance) => importance.map((share) => Math.log(share + negligible)),
};

const strides = [
  { form: linear, step: 0.05 },
  { form: linear, step: 0.2 },
  { form: logarithmic, step: 0.7 },
];

function toShares(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total > 0 && Number.isFinite(total)
    ? values.map((value) => value / total)
    : values.map(() => 1 / values.length);
}

/** Squared coefficients of the regression of each past outcome on the predictors, all units together, summed. */
function regressionImportance({
  donors,
  treated,
  donorOutcomes,
  treatedOutcomes,
  leftOut,
}: WeighingProblem): Float64Array {
  const size = treated.length;
  const length = treatedOutcomes.length;
  const rows = Array.from({ length: donors.length / size }, (_, donor) => donor).filter((donor) => donor !== leftOut);
  const design = Matrix.ones(rows.length + 1, size + 1);
  const outcomes = Matrix.zeros(rows.length + 1, length);
  rows.forEach((donor, row) => {
    for (let index = 0; index < size; index++) design.set(row, index + 1, donors[donor * size + index]!);
    for (let time = 0; time < length; time++) outcomes.set(row, time, donorOutcomes[donor * length + time]!);
  });
  for (let index = 0; index < size; index++) design.set(rows.length, index + 1, treated[index]!);
  for (let time = 0; time < length; time++) outcomes.set(rows.length, time, treatedOutcomes[time]!);
  const coefficients = pseudoInverse(design).mmul(outcomes);
  return toShares(
    Float64Array.from({ length: size }, (_, index) =>
      coefficients.getRow(index + 1).reduce((sum, value) => sum + value * value, 0),
    ),
  );
}

/** Mean squared distance to the treated outcomes. */
function outcomeError({ donorOutcomes, treatedOutcomes }: WeighingProblem, weights: Float64Array): number {
  return meanSquare(weightedGaps(treatedOutcomes, donorOutcomes, weights));
}
