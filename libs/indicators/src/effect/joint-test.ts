import { fUpper } from './probability';
import { inverseQuadratic } from './symmetric';

export interface JointTest {
  /** b′V⁻¹b. */
  readonly statistic: number;
  readonly coefficients: number;
  readonly p: number;
}

/** All coefficients nought? Wald's statistic against F(k, degrees); undefined when the coefficients repeat each other. */
export function jointTest(
  coefficients: Float64Array,
  covariance: Float64Array,
  degrees: number,
): JointTest | undefined {
  const size = coefficients.length;
  const statistic = size > 0 ? inverseQuadratic(covariance, coefficients) : undefined;
  if (statistic === undefined) return undefined;
  return { statistic, coefficients: size, p: fUpper(statistic / size, size, degrees) };
}

/** The rows and columns `kept` of a square row-major matrix. */
export function submatrix(matrix: Float64Array, kept: readonly number[]): Float64Array {
  const size = Math.round(Math.sqrt(matrix.length));
  const part = new Float64Array(kept.length ** 2);
  kept.forEach((row, to) => {
    kept.forEach((column, across) => {
      part[to * kept.length + across] = matrix[row * size + column]!;
    });
  });
  return part;
}
