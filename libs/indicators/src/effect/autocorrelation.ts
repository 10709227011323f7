/** Near 2 without autocorrelation; under 1 or above 3, errors follow each other too much to be told apart from a trend. */
export function durbinWatson(residuals: Float64Array): number {
  let changes = 0;
  let squares = 0;
  for (let index = 0; index < residuals.length; index++) {
    if (index > 0) changes += (residuals[index]! - residuals[index - 1]!) ** 2;
    squares += residuals[index]! ** 2;
  }
  // residuals that are all 0 follow nothing
  return squares > 0 ? changes / squares : 2;
}

/**
 * First autocorrelation of the errors behind least-squares residuals. Residuals of k trends understate it by about
 * (k(1+ρ) + 2ρ)/n (Kendall 1954 for k = 1, Orcutt and Winokur 1969), which is undone; between 0 and 0.9.
 */
export function errorAutocorrelation(residuals: Float64Array, regressors: number): number {
  const count = residuals.length;
  let products = 0;
  let squares = 0;
  for (let index = 0; index < count; index++) {
    if (index > 0) products += residuals[index]! * residuals[index - 1]!;
    squares += residuals[index]! ** 2;
  }
  if (squares === 0) return 0;
  const corrected = (products / squares + regressors / count) / Math.max(0.1, 1 - (regressors + 2) / count);
  return Math.min(0.9, Math.max(0, corrected));
}
