import { normalDraws } from './draws';

/** Gives the value to about 0.02. */
const drawCount = 5000;

/**
 * Value that the largest |z| among jointly normal coefficients stays under in 95 % of draws: a band of that many standard
 * errors holds for all of them at once. Draws have the size of the coefficients, not of the units (Montiel Olea and
 * Plagborg-Møller 2019), which is what keeps 35 000 communes affordable. Correlations that few units show are too large by
 * chance, and the value too small: they count as if as many degrees of freedom as coefficients had shown none.
 */
export function simultaneousCritical(
  covariance: Float64Array,
  seed: number,
  { confidence = 0.95, degreesOfFreedom = Number.POSITIVE_INFINITY } = {},
): number {
  const size = Math.round(Math.sqrt(covariance.length));
  const factor = correlationFactor(covariance, size, 1 / (1 + size / degreesOfFreedom));
  const draws = normalDraws(seed, drawCount * size);
  const largest = new Float64Array(drawCount);
  for (let draw = 0; draw < drawCount; draw++) {
    const start = draw * size;
    let maximum = 0;
    for (let row = 0; row < size; row++) {
      let value = 0;
      for (let column = 0; column <= row; column++) value += factor[row * size + column]! * draws[start + column]!;
      if (value * value > maximum) maximum = value * value;
    }
    largest[draw] = maximum;
  }
  largest.sort();
  return Math.sqrt(largest[Math.ceil(confidence * drawCount) - 1]!);
}

/** Cholesky that lets a coefficient be a combination of the others: its own part is then nought. */
function correlationFactor(covariance: Float64Array, size: number, kept: number): Float64Array {
  const factor = new Float64Array(size * size);
  const spread = Float64Array.from({ length: size }, (_, index) => Math.sqrt(covariance[index * size + index]!) || 1);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = covariance[row * size + column]! / (spread[row]! * spread[column]!);
      if (row !== column) sum *= kept;
      for (let inner = 0; inner < column; inner++) sum -= factor[row * size + inner]! * factor[column * size + inner]!;
      if (row === column) factor[row * size + row] = Math.sqrt(Math.max(0, sum));
      else {
        const pivot = factor[column * size + column]!;
        factor[row * size + column] = pivot > 1e-7 ? sum / pivot : 0;
      }
    }
  return factor;
}
