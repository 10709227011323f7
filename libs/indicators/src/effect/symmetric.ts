/** Share of a diagonal that must remain after the previous columns, for the matrix to count as regular. */
const regular = 1e-11;

/** Lower factor L of a symmetric positive matrix, row-major; undefined when a column repeats the previous ones. */
export function choleskyFactor(matrix: Float64Array, tolerance = regular): Float64Array | undefined {
  const size = Math.round(Math.sqrt(matrix.length));
  const factor = new Float64Array(matrix.length);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let inner = 0; inner < column; inner++) sum -= factor[row * size + inner]! * factor[column * size + inner]!;
      if (row !== column) factor[row * size + column] = sum / factor[column * size + column]!;
      else if (sum > tolerance * matrix[row * size + row]!) factor[row * size + row] = Math.sqrt(sum);
      else return undefined;
    }
  return factor;
}

/** Inverse of a symmetric positive matrix; undefined when it is singular. */
export function invertPositive(matrix: Float64Array): Float64Array | undefined {
  const size = Math.round(Math.sqrt(matrix.length));
  const factor = choleskyFactor(matrix);
  if (!factor) return undefined;
  const inverse = new Float64Array(matrix.length);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    column.fill(0);
    column[unit] = 1;
    solveWithFactor(factor, column);
    for (let row = 0; row < size; row++) inverse[row * size + unit] = column[row]!;
  }
  return inverse;
}

/** Solves L·Lᵀ·x = vector, in place. */
function solveWithFactor(factor: Float64Array, vector: Float64Array): void {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    let sum = vector[row]!;
    for (let inner = 0; inner < row; inner++) sum -= factor[row * size + inner]! * vector[inner]!;
    vector[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row]!;
    for (let inner = row + 1; inner < size; inner++) sum -= factor[inner * size + row]! * vector[inner]!;
    vector[row] = sum / factor[row * size + row]!;
  }
}

/** vector' · matrix⁻¹ · vector; undefined when the matrix is singular. */
export function inverseQuadratic(matrix: Float64Array, vector: Float64Array): number | undefined {
  const factor = choleskyFactor(matrix);
  if (!factor) return undefined;
  const solved = Float64Array.from(vector);
  solveWithFactor(factor, solved);
  return solved.reduce((sum, value, index) => sum + value * vector[index]!, 0);
}
