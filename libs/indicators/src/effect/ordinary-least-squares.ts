import { Matrix, QrDecomposition } from 'ml-matrix';

export interface LinearFit {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** (X'X)⁻¹, row-major. */
  readonly bread: Float64Array;
}

/** Smallest diagonal of R, for columns of length 1, under which a column repeats the others. */
const collinear = 1e-9;

/**
 * Least squares by QR on columns scaled to length 1: a trend and a population in the same design lose no digit.
 * Undefined when a column is a combination of the others.
 */
export function ordinaryLeastSquares(columns: readonly Float64Array[], outcome: Float64Array): LinearFit | undefined {
  const size = columns.length;
  const rows = outcome.length;
  const lengths = columns.map((column) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)));
  if (rows < size || lengths.some((length) => !(length > 0))) return undefined;
  const design = new Matrix(rows, size);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < size; column++) design.set(row, column, columns[column]![row]! / lengths[column]!);
  const decomposition = new QrDecomposition(design);
  const upper = decomposition.upperTriangularMatrix;
  for (let index = 0; index < size; index++) if (Math.abs(upper.get(index, index)) < collinear) return undefined;

  const solved = decomposition.solve(Matrix.columnVector(outcome));
  const coefficients = Float64Array.from(lengths, (length, index) => solved.get(index, 0) / length);
  return {
    coefficients,
    residuals: residualsOf(columns, outcome, coefficients),
    bread: breadOf(upper, lengths),
  };
}

function residualsOf(columns: readonly Float64Array[], outcome: Float64Array, coefficients: Float64Array) {
  const residuals = Float64Array.from(outcome);
  columns.forEach((column, index) => {
    const coefficient = coefficients[index]!;
    for (let row = 0; row < residuals.length; row++) residuals[row]! -= coefficient * column[row]!;
  });
  return residuals;
}

/** R⁻¹R⁻ᵀ in the units of the columns. */
function breadOf(upper: Matrix, lengths: readonly number[]): Float64Array {
  const size = lengths.length;
  const inverse = Matrix.zeros(size, size);
  for (let column = 0; column < size; column++) {
    inverse.set(column, column, 1 / upper.get(column, column));
    for (let row = column - 1; row >= 0; row--) {
      let sum = 0;
      for (let inner = row + 1; inner <= column; inner++) sum += upper.get(row, inner) * inverse.get(inner, column);
      inverse.set(row, column, -sum / upper.get(row, row));
    }
  }
  const bread = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let inner = 0; inner < size; inner++) sum += inverse.get(row, inner) * inverse.get(column, inner);
      bread[row * size + column] = sum / (lengths[row]! * lengths[column]!);
    }
  return bread;
}
