/**
 * How far apart two groups are on one covariate, in standard deviations of the treated group; of a share when the covariate is
 * 0 or 1 (Austin 2009). Null when the treated units do not vary: no unit to measure the gap in.
 */
export function standardisedMeanDifference(
  treated: readonly number[],
  compared: readonly number[],
  /** The treated units that give the deviation; the matched ones are judged with the deviation of all. */
  reference: readonly number[] = treated,
): number | null {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(reference);
  const isBinary = [...reference, ...compared].every((value) => value === 0 || value === 1);
  const variance = isBinary
    ? centre * (1 - centre)
    : reference.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (reference.length - 1);
  return variance > 0 ? (mean(treated) - mean(compared)) / Math.sqrt(variance) : null;
}
