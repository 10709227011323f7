import { PackedCholesky } from './packed-cholesky';
import type { SimplexProblem } from './simplex-problem';

/** The nearest point to the origin of the plane through some points, as points come and go. */
export interface AffineBasis {
  /** False, and nothing is changed, where the point is in the plane of the others. */
  append(point: number): boolean;
  remove(index: number): void;
  /** Writes the weights of the nearest point, in the order of the points, up to a common factor. */
  nearest(weights: Float64Array): void;
}

/** Without a ridge: QR of the points raised by a constant coordinate, which keeps every digit that the points have. */
export class OrthogonalBasis implements AffineBasis {
  private size = 0;
  private readonly height: number;
  private readonly width: number;
  /** Column k of Q from k · width. */
  private readonly columns: Float64Array;
  /** Column k of R from k · width. */
  private readonly triangle: Float64Array;

  constructor(private readonly problem: SimplexProblem) {
    this.height = Math.sqrt(problem.scale) || 1;
    this.width = problem.length + 1;
    const capacity = Math.min(this.width, problem.count) * this.width;
    this.columns = new Float64Array(capacity);
    this.triangle = new Float64Array(capacity);
  }

  append(point: number): boolean {
    const { size, width, columns, triangle, height } = this;
    if (size === width) return false;
    const { points, length } = this.problem;
    const start = size * width;
    columns[start] = height;
    let square = height * height;
    for (let index = 0; index < length; index++) {
      const value = points[point * length + index]!;
      columns[start + 1 + index] = value;
      square += value * value;
    }
    triangle.fill(0, start, start + width);
    // Twice: once leaves what rounding brought back.
    for (let pass = 0; pass < 2; pass++) {
      for (let column = 0; column < size; column++) {
        const from = column * width;
        let share = 0;
        for (let index = 0; index < width; index++) share += columns[from + index]! * columns[start + index]!;
        for (let index = 0; index < width; index++) columns[start + index]! -= share * columns[from + index]!;
        triangle[start + column]! += share;
      }
    }
    let rest = 0;
    for (let index = start; index < start + width; index++) rest += columns[index]! * columns[index]!;
    if (!(rest > 1e-28 * square)) return false;
    const pivot = Math.sqrt(rest);
    for (let index = start; index < start + width; index++) columns[index]! /= pivot;
    triangle[start + size] = pivot;
    this.size++;
    return true;
  }

  /** What follows the removed column has one number under the diagonal; rotations of neighbouring rows clear it. */
  remove(removed: number): void {
    const { size, width, columns, triangle } = this;
    triangle.copyWithin(removed * width, (removed + 1) * width, size * width);
    for (let row = removed; row < size - 1; row++) {
      const at = row * width + row;
      const length = Math.hypot(triangle[at]!, triangle[at + 1]!);
      const cosine = triangle[at]! / length;
      const sine = triangle[at + 1]! / length;
      for (let column = row; column < size - 1; column++) rotate(triangle, column * width + row, 1, cosine, sine);
      for (let index = 0; index < width; index++) rotate(columns, row * width + index, width, cosine, sine);
    }
    this.size--;
  }

  /** Least squares of the constant coordinate alone: R weights = first row of Q. */
  nearest(weights: Float64Array): void {
    const { size, width, columns, triangle } = this;
    for (let index = 0; index < size; index++) weights[index] = columns[index * width]!;
    for (let row = size - 1; row >= 0; row--) {
      const value = weights[row]! / triangle[row * width + row]!;
      weights[row] = value;
      for (let above = 0; above < row; above++) weights[above]! -= triangle[row * width + above]! * value;
    }
  }
}

function rotate(values: Float64Array, at: number, distance: number, cosine: number, sine: number): void {
  const upper = values[at]!;
  const lower = values[at + distance]!;
  values[at] = cosine * upper + sine * lower;
  values[at + distance] = cosine * lower - sine * upper;
}

/** With a ridge, points have as many dimensions as there are donors: their products are factored instead. */
export class ProductBasis implements AffineBasis {
  private readonly factor: PackedCholesky;
  private readonly chosen: number[] = [];
  private readonly products: Float64Array;
  private readonly rest: Float64Array;
  private readonly sum: Float64Array;
  private readonly height: number;

  constructor(private readonly problem: SimplexProblem) {
    this.factor = new PackedCholesky(Math.min(problem.count, 64));
    this.products = new Float64Array(problem.count);
    this.rest = new Float64Array(problem.count);
    this.sum = new Float64Array(problem.length);
    this.height = problem.scale > 0 ? problem.scale : 1;
  }

  append(point: number): boolean {
    const { chosen, products, height, problem } = this;
    for (let index = 0; index < chosen.length; index++) products[index] = height + this.product(chosen[index]!, point);
    const own = height + problem.ridge + this.product(point, point);
    if (!this.factor.append(products, own, Math.max(1e-14 * height, 1e-15 * own))) return false;
    chosen.push(point);
    return true;
  }

  remove(index: number): void {
    this.factor.remove(index);
    this.chosen.splice(index, 1);
  }

  nearest(weights: Float64Array): void {
    const { chosen, factor, rest } = this;
    weights.fill(1, 0, chosen.length);
    factor.solve(weights);
    // A tiny ridge leaves the factor few digits: what the solution still misses is solved for again.
    for (let pass = 0; pass < 2; pass++) {
      this.missing(weights);
      factor.solve(rest);
      for (let index = 0; index < chosen.length; index++) weights[index]! += rest[index]!;
    }
  }

  /** 1 − products · weights, from the points themselves. */
  private missing(weights: Float64Array): void {
    const { chosen, height, rest, sum } = this;
    const { points, length, ridge } = this.problem;
    sum.fill(0);
    let total = 0;
    for (let index = 0; index < chosen.length; index++) {
      const from = chosen[index]! * length;
      total += weights[index]!;
      for (let at = 0; at < length; at++) sum[at]! += weights[index]! * points[from + at]!;
    }
    for (let index = 0; index < chosen.length; index++) {
      const from = chosen[index]! * length;
      let value = height * total + ridge * weights[index]!;
      for (let at = 0; at < length; at++) value += sum[at]! * points[from + at]!;
      rest[index] = 1 - value;
    }
  }

  private product(one: number, other: number): number {
    const { points, length } = this.problem;
    let total = 0;
    for (let index = 0; index < length; index++)
      total += points[one * length + index]! * points[other * length + index]!;
    return total;
  }
}
