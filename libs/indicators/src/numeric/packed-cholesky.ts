/**
 * Cholesky factor R of a symmetric positive definite matrix (RᵀR), that grows and shrinks by one row and column. Stored
 * by packed columns: column k holds k + 1 numbers from k(k + 1)/2.
 */
export class PackedCholesky {
  size = 0;
  private values: Float64Array;

  constructor(capacity: number) {
    this.values = new Float64Array((capacity * (capacity + 1)) / 2);
  }

  /** Appends a row; false, and nothing is changed, where it depends on the rows already there. */
  append(products: Float64Array, ownProduct: number, smallestPivot: number): boolean {
    const { size } = this;
    const start = (size * (size + 1)) / 2;
    this.reserve(start + size + 1);
    const { values } = this;
    let pivot = ownProduct;
    for (let row = 0; row < size; row++) {
      const column = (row * (row + 1)) / 2;
      let sum = products[row]!;
      for (let above = 0; above < row; above++) sum -= values[column + above]! * values[start + above]!;
      const entry = sum / values[column + row]!;
      values[start + row] = entry;
      pivot -= entry * entry;
    }
    if (!(pivot > smallestPivot)) return false;
    values[start + size] = Math.sqrt(pivot);
    this.size++;
    return true;
  }

  /** Removes one row and column; Givens rotations bring what follows back to a triangle. */
  remove(index: number): void {
    const { values, size } = this;
    for (let column = index + 1; column < size; column++) {
      const from = (column * (column + 1)) / 2;
      values.copyWithin(from - column, from, from + column + 1);
      // The copied column has one number too many for its new place: the next copy overwrites it, so it is rotated now.
      this.rotateColumn(index, column, from - column);
    }
    this.size--;
  }

  /** Solves RᵀR solution = right, in place. */
  solve(solution: Float64Array): void {
    const { values, size } = this;
    for (let row = 0; row < size; row++) {
      const column = (row * (row + 1)) / 2;
      let sum = solution[row]!;
      for (let above = 0; above < row; above++) sum -= values[column + above]! * solution[above]!;
      solution[row] = sum / values[column + row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      const column = (row * (row + 1)) / 2;
      const entry = solution[row]! / values[column + row]!;
      solution[row] = entry;
      for (let above = 0; above < row; above++) solution[above]! -= values[column + above]! * entry;
    }
  }

  private rotateColumn(index: number, column: number, start: number): void {
    const { values } = this;
    for (let row = index; row < column; row++) {
      const upper = values[start + row]!;
      const lower = values[start + row + 1]!;
      if (row === column - 1) {
        const length = Math.hypot(upper, lower);
        this.cosines[row] = upper / length;
        this.sines[row] = lower / length;
        values[start + row] = length;
      } else {
        const cosine = this.cosines[row]!;
        const sine = this.sines[row]!;
        values[start + row] = cosine * upper + sine * lower;
        values[start + row + 1] = cosine * lower - sine * upper;
      }
    }
  }

  private readonly cosines: number[] = [];
  private readonly sines: number[] = [];

  private reserve(length: number): void {
    if (length <= this.values.length) return;
    const larger = new Float64Array(Math.max(length, 2 * this.values.length));
    larger.set(this.values);
    this.values = larger;
  }
}
