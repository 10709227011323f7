import { ordinaryLeastSquares } from './ordinary-least-squares';
import { choleskyFactor } from './symmetric';

/** Near 2 without autocorrelation; under 1 or above 3, errors follow each other too much to be told apart from a trend. */
export function durbinWatson(residuals: Float64Array): number {
  let changes = 0;
  let squares = 0;
  for (let index = 0; index < residuals.length; index++) {
    // products: a power costs ten times as much, and thousands of drawn series are judged
    const residual = residuals[index]!;
    const change = index > 0 ? residual - residuals[index - 1]! : 0;
    changes += change * change;
    squares += residual * residual;
  }
  // residuals that are all 0 follow nothing
  return squares > 0 ? changes / squares : 2;
}

/**
 * How likely each first-order autocorrelation of the errors is, for the residuals of a regression: restricted likelihood, which
 * residuals of trends do not pull down (Patterson and Thompson 1971; Cheang and Reinsel 2000), times Jeffreys's prior
 * 1/(1 − ρ²). Relative to the likeliest; all alike where nothing is left to tell.
 */
export function autocorrelationLikelihood(
  columns: readonly Float64Array[],
  residuals: Float64Array,
  autocorrelations: readonly number[],
): Float64Array {
  const logs = Float64Array.from(autocorrelations, (autocorrelation) => {
    const untied = (series: Float64Array): Float64Array =>
      series.map((value, row) =>
        row === 0 ? value * Math.sqrt(1 - autocorrelation ** 2) : value - autocorrelation * series[row - 1]!,
      );
    const fit = ordinaryLeastSquares(columns.map(untied), untied(residuals));
    const factor = fit && choleskyFactor(fit.bread);
    if (!factor) return Number.NEGATIVE_INFINITY;
    const size = columns.length;
    let log = -0.5 * Math.log(1 - autocorrelation ** 2);
    for (let index = 0; index < size; index++) log += Math.log(factor[index * size + index]!);
    const squares = fit.residuals.reduce((sum, residual) => sum + residual * residual, 0);
    return log - ((residuals.length - size) / 2) * Math.log(squares);
  });
  const likeliest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return Number.isFinite(likeliest) ? logs.map((log) => Math.exp(log - likeliest)) : logs.fill(1);
}
