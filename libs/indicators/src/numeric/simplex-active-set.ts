import { PackedCholesky } from './packed-cholesky';
import { combine, type SimplexProblem } from './simplex-problem';

/**
 * The nearest point of a hull to the origin by Wolfe (1976), "Finding the nearest point in a polytope": a set of
 * affinely independent points grows by the one that most improves, and loses those whose weight would be negative.
 * It ends at the optimum after finitely many steps; the sums run in the points' own dimension, so 35 000 donors are
 * no obstacle.
 */
export function activeSetWeights(problem: SimplexProblem, start: Float64Array | undefined): Float64Array {
  const { points, count, length, ridge, scale } = problem;
  const weights = new Float64Array(count);
  const sum = new Float64Array(length);
  const capacity = Math.min(count, ridge > 0 ? 64 : length + 2);
  const factor = new PackedCholesky(capacity);
  /** A number added to every product: keeps the factor regular when the points' hull contains the origin. */
  const shift = scale > 0 ? scale : 1;
  const smallestPivot = 1e-14 * shift;
  const chosen: number[] = [];
  const isChosen = new Uint8Array(count);
  const products = new Float64Array(count);
  const target = new Float64Array(count);

  function choose(candidate: number): boolean {
    for (let index = 0; index < chosen.length; index++) products[index] = shift + product(chosen[index]!, candidate);
    const own = shift + ridge + product(candidate, candidate);
    if (!factor.append(products, own, Math.max(smallestPivot, 1e-15 * own))) return false;
    chosen.push(candidate);
    isChosen[candidate] = 1;
    return true;
  }

  function product(one: number, other: number): number {
    let total = 0;
    const first = one * length;
    const second = other * length;
    for (let index = 0; index < length; index++) total += points[first + index]! * points[second + index]!;
    return total;
  }

  /** Moves to the best weights on the chosen points, dropping points on the way until none is negative. */
  function settle(): void {
    for (;;) {
      const size = chosen.length;
      target.fill(1, 0, size);
      factor.solve(target);
      let total = 0;
      for (let index = 0; index < size; index++) total += target[index]!;
      let step = 1;
      let blocking = -1;
      for (let index = 0; index < size; index++) {
        const wanted = target[index]! / total;
        target[index] = wanted;
        if (wanted > 0) continue;
        const weight = weights[chosen[index]!]!;
        const allowed = weight > 0 ? weight / (weight - wanted) : 0;
        if (blocking < 0 || allowed < step) {
          step = allowed;
          blocking = index;
        }
      }
      for (let index = 0; index < size; index++) {
        const point = chosen[index]!;
        weights[point]! += step * (target[index]! - weights[point]!);
      }
      if (blocking < 0 || size === 1) return;
      weights[chosen[blocking]!] = 0;
      isChosen[chosen[blocking]!] = 0;
      factor.remove(blocking);
      chosen.splice(blocking, 1);
    }
  }

  /** Rounding in the factor is undone by one more solve on what the gradient still leaves unequal. */
  function refine(): void {
    const size = chosen.length;
    const correction = new Float64Array(size);
    const ones = new Float64Array(size).fill(1);
    for (let index = 0; index < size; index++) {
      const point = chosen[index]!;
      let gradient = ridge * weights[point]!;
      for (let at = 0; at < length; at++) gradient += points[point * length + at]! * sum[at]!;
      correction[index] = -gradient;
    }
    factor.solve(correction);
    factor.solve(ones);
    let total = 0;
    let unit = 0;
    for (let index = 0; index < size; index++) {
      total += correction[index]!;
      unit += ones[index]!;
    }
    const refined = chosen.map((point, index) => weights[point]! + correction[index]! - (total / unit) * ones[index]!);
    if (refined.every((weight) => weight >= 0)) {
      chosen.forEach((point, index) => {
        weights[point] = refined[index]!;
      });
    }
  }

  let first = nearestPoint(problem);
  if (start) {
    for (let point = 0; point < count; point++) {
      if (start[point]! > 0 && chosen.length <= length && choose(point)) weights[point] = start[point]!;
    }
    normalise(weights);
    if (chosen.length > 0) first = -1;
  }
  if (first >= 0) {
    choose(first);
    weights[first] = 1;
  }
  settle();
  let value = combine(problem, weights, sum);

  /** Near the optimum a step can better the gradient by less than the value's last digit: a few of those are let through. */
  let stalled = 0;
  for (let round = 0; round < 20 * (count + length) && stalled < 50; round++) {
    if (value <= 1e-20 * scale) break;
    let lowest = Number.POSITIVE_INFINITY;
    let candidate = -1;
    for (let point = 0; point < count; point++) {
      let gradient = 0;
      const from = point * length;
      for (let index = 0; index < length; index++) gradient += points[from + index]! * sum[index]!;
      if (gradient < lowest && isChosen[point] === 0) {
        lowest = gradient;
        candidate = point;
      }
    }
    if (candidate < 0 || value - lowest <= 1e-13 * value + 1e-18 * scale) break;
    if (!choose(candidate)) break;
    const before = [...chosen];
    const kept = before.map((point) => weights[point]!);
    settle();
    const reached = combine(problem, weights, sum);
    stalled = reached < value ? 0 : stalled + 1;
    if (reached > value * (1 + 1e-12) + 1e-22 * scale) {
      // Rounding has the last word: the weights before this step were the better ones.
      for (const point of chosen) weights[point] = 0;
      before.forEach((point, index) => {
        weights[point] = kept[index]!;
      });
      return weights;
    }
    value = reached;
  }
  refine();
  return weights;
}

function nearestPoint({ points, count, length }: SimplexProblem): number {
  let nearest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let point = 0; point < count; point++) {
    let square = 0;
    for (let index = point * length; index < (point + 1) * length; index++) square += points[index]! * points[index]!;
    if (square < smallest) {
      smallest = square;
      nearest = point;
    }
  }
  return nearest;
}

function normalise(weights: Float64Array): void {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total > 0) for (let point = 0; point < weights.length; point++) weights[point]! /= total;
}
