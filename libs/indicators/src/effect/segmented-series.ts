import type { Interval } from '../comparison/interval';
import { durbinWatson } from './autocorrelation';
import type { Inference } from './effect';
import { neweyWest, neweyWestLag } from './newey-west';
import { neweyWestLaw } from './newey-west-law';
import { ordinaryLeastSquares } from './ordinary-least-squares';
import { poissonRegression } from './poisson-regression';
import { studentCritical, studentTwoSided } from './probability';
import { diagonalRoots } from './sandwich';
import { type SegmentedOptions, segmentedDesign } from './segmented-design';
import { thresholds } from './thresholds';

/** What a segmented regression says of one series. */
export interface SegmentedSeries {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Without the start, at every period. */
  readonly expected: Float64Array;
  /** 95 % half-width of what is expected, after the start. */
  readonly halfWidths: Float64Array;
  readonly durbinWatson: number;
  readonly inference: Inference;
  /** Mean gap after the start. */
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly interval80: Interval;
  readonly p: number;
  readonly pFloor: number;
  readonly ratio?: { readonly value: number; readonly interval: Interval };
}

/** Least squares with Newey-West errors, judged by their law in a series this short. */
export function segmentedMean(
  values: Float64Array,
  start: number,
  options: SegmentedOptions & { readonly seed?: number } = {},
): SegmentedSeries | undefined {
  const { names, columns, without } = segmentedDesign(values.length, start, options);
  const fit = values.length > columns.length ? ordinaryLeastSquares(columns, values) : undefined;
  if (!fit) return undefined;
  const { coefficients, residuals } = fit;
  const count = values.length;
  const lag = neweyWestLag(count);
  const covariance = neweyWest(columns, fit, { lag, isAdjusted: true });
  const combination = meanRow(columns, start).map((value, index) => value - meanRow(without, start)[index]!);
  const estimate = dot(combination, coefficients);
  const standardError = Math.sqrt(quadratic(covariance, combination));
  const leastAutocorrelation = count < thresholds.seriesLong ? thresholds.seriesAutocorrelation : 0;
  const law = neweyWestLaw({ columns, fit, combination, lag, leastAutocorrelation, seed: options.seed ?? 1 });
  const critical95 = law.critical(0.95);
  const around = (criticalValue: number): Interval => {
    const half = criticalValue * standardError;
    return { low: estimate - half, high: estimate + half };
  };
  return {
    names,
    coefficients,
    standardErrors: diagonalRoots(covariance),
    expected: predicted(without, coefficients),
    halfWidths: Float64Array.from(
      values,
      (_, row) => critical95 * Math.sqrt(Math.max(0, quadratic(covariance, rowOf(without, row)))),
    ),
    durbinWatson: durbinWatson(residuals),
    inference: 'newey-west',
    estimate,
    standardError,
    interval: around(critical95),
    interval80: around(law.critical(0.8)),
    p: law.p(estimate / standardError),
    pFloor: law.floor,
  };
}

/**
 * Counts: Poisson regression with the dispersion of the series (never under 1: fewer than chance is chance too). The ratio of
 * observed to expected carries the test, and its interval gives that of the mean gap, so that both conclude alike.
 */
export function segmentedCount(
  counts: Float64Array,
  start: number,
  options: SegmentedOptions & { readonly offset?: Float64Array } = {},
): SegmentedSeries | undefined {
  const { names, columns, without } = segmentedDesign(counts.length, start, options);
  const offset = options.offset ?? new Float64Array(counts.length);
  const fit = counts.length > columns.length ? poissonRegression(columns, counts, offset) : undefined;
  if (!fit) return undefined;
  const { coefficients, fitted } = fit;
  const covariance = fit.covariance.map((value) => value * Math.max(1, fit.dispersion));
  const expected = predicted(without, coefficients, offset).map(Math.exp);
  const after = counts.length - start;
  const total = (series: Float64Array): number => series.subarray(start).reduce((sum, value) => sum + value, 0);
  const gradient = coefficients.map((_, index) => {
    let sum = 0;
    for (let row = start; row < counts.length; row++)
      sum +=
        (fitted[row]! * columns[index]![row]!) / total(fitted) -
        (expected[row]! * without[index]![row]!) / total(expected);
    return sum;
  });
  const logRatio = Math.log(total(fitted) / total(expected));
  const error = Math.sqrt(quadratic(covariance, gradient));
  const remaining = counts.length - columns.length;
  const degrees = remaining >= thresholds.seriesNormal ? Number.POSITIVE_INFINITY : remaining;
  const meanExpected = total(expected) / after;
  const ratioInterval = (confidence: number): Interval => {
    const half = critical(confidence, degrees) * error;
    return { low: Math.exp(logRatio - half), high: Math.exp(logRatio + half) };
  };
  const around = (confidence: number): Interval => {
    const { low, high } = ratioInterval(confidence);
    return { low: meanExpected * (low - 1), high: meanExpected * (high - 1) };
  };
  return {
    names,
    coefficients,
    standardErrors: diagonalRoots(covariance),
    expected,
    halfWidths: Float64Array.from(
      counts,
      (_, row) =>
        critical(0.95, degrees) * expected[row]! * Math.sqrt(Math.max(0, quadratic(covariance, rowOf(without, row)))),
    ),
    durbinWatson: durbinWatson(fit.pearsonResiduals),
    inference: 'quasi-poisson',
    estimate: meanExpected * (Math.exp(logRatio) - 1),
    standardError: meanExpected * Math.exp(logRatio) * error,
    interval: around(0.95),
    interval80: around(0.8),
    p: studentTwoSided(logRatio / error, Math.min(degrees, 1e9)),
    pFloor: 0,
    ratio: { value: Math.exp(logRatio), interval: ratioInterval(0.95) },
  };
}

const critical = (confidence: number, degrees: number): number => studentCritical(confidence, Math.min(degrees, 1e9));

const rowOf = (columns: readonly Float64Array[], row: number): Float64Array =>
  Float64Array.from(columns, (column) => column[row]!);

const meanRow = (columns: readonly Float64Array[], start: number): Float64Array =>
  Float64Array.from(columns, (column) => {
    const after = column.subarray(start);
    return after.reduce((sum, value) => sum + value, 0) / after.length;
  });

const dot = (left: Float64Array, right: Float64Array): number =>
  left.reduce((sum, value, index) => sum + value * right[index]!, 0);

function quadratic(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  let sum = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) sum += vector[row]! * matrix[row * size + column]! * vector[column]!;
  return sum;
}

function predicted(columns: readonly Float64Array[], coefficients: Float64Array, offset?: Float64Array): Float64Array {
  return Float64Array.from(columns[0]!, (_, row) =>
    columns.reduce((sum, column, index) => sum + column[row]! * coefficients[index]!, offset ? offset[row]! : 0),
  );
}
