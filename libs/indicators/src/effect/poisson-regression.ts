import { ordinaryLeastSquares } from './ordinary-least-squares';

export interface PoissonFit {
  readonly coefficients: Float64Array;
  /** Inverse of the information, row-major; times the dispersion for quasi-Poisson errors. */
  readonly covariance: Float64Array;
  /** Pearson's χ² ÷ (n − k): 1 for Poisson counts, more when they vary more. */
  readonly dispersion: number;
  readonly fitted: Float64Array;
  readonly pearsonResiduals: Float64Array;
}

const mostIterations = 100;

/**
 * Log-linear regression of counts by iteratively reweighted least squares (McCullagh and Nelder 1989). `offset` is a logarithm
 * already: that of the population at risk. Undefined when columns repeat each other or the fit does not settle.
 */
export function poissonRegression(
  columns: readonly Float64Array[],
  counts: Float64Array,
  offset: Float64Array = new Float64Array(counts.length),
): PoissonFit | undefined {
  const rows = counts.length;
  let fitted = counts.map((count) => count + 0.1);
  let coefficients = new Float64Array(columns.length);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const roots = fitted.map(Math.sqrt);
    const weighted = columns.map((column) => column.map((value, row) => value * roots[row]!));
    const working = fitted.map(
      (mean, row) => (Math.log(mean) - offset[row]! + (counts[row]! - mean) / mean) * roots[row]!,
    );
    const step = ordinaryLeastSquares(weighted, working);
    if (!step) return undefined;
    const largest = step.coefficients.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - coefficients[index]!) / (1 + Math.abs(value))),
      0,
    );
    coefficients = Float64Array.from(step.coefficients);
    fitted = Float64Array.from({ length: rows }, (_, row) =>
      Math.exp(columns.reduce((sum, column, index) => sum + column[row]! * coefficients[index]!, offset[row]!)),
    );
    if (!fitted.every((mean) => Number.isFinite(mean) && mean > 0)) return undefined;
    if (largest < 1e-11) {
      const pearsonResiduals = fitted.map((mean, row) => (counts[row]! - mean) / Math.sqrt(mean));
      const squares = pearsonResiduals.reduce((sum, residual) => sum + residual * residual, 0);
      const dispersion = squares / (rows - columns.length);
      return { coefficients, covariance: step.bread, dispersion, fitted, pearsonResiduals };
    }
  }
  return undefined;
}
