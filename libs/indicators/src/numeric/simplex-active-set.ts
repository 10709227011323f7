import { OrthogonalBasis, ProductBasis } from './affine-basis';
import { combine, type SimplexProblem } from './simplex-problem';

/** Near the optimum a step can better the gradient by less than the value's last digit: a few of those are let through. */
const mostStalled = 50;

/**
 * The nearest point of a hull to the origin by Wolfe (1976), "Finding the nearest point in a polytope": a set of
 * affinely independent points grows by the one that most improves, and loses those whose weight would be negative.
 * It ends at the optimum after finitely many steps; the sums run in the points' own dimension, so 35 000 donors are
 * no obstacle.
 */
export function activeSetWeights(problem: SimplexProblem, start: Float64Array | undefined): Float64Array {
  const { count, length, ridge, scale } = problem;
  const weights = new Float64Array(count);
  const sum = new Float64Array(length);
  const basis = ridge > 0 ? new ProductBasis(problem) : new OrthogonalBasis(problem);
  const chosen: number[] = [];
  const isChosen = new Uint8Array(count);
  const wanted = new Float64Array(ridge > 0 ? count : Math.min(count, length + 1));

  function choose(candidate: number): boolean {
    if (!basis.append(candidate)) return false;
    chosen.push(candidate);
    isChosen[candidate] = 1;
    return true;
  }

  /** Moves to the best weights on the chosen points, dropping points on the way until none is negative. */
  function settle(): void {
    for (;;) {
      const size = chosen.length;
      basis.nearest(wanted);
      let total = 0;
      for (let index = 0; index < size; index++) total += wanted[index]!;
      let step = 1;
      let blocking = -1;
      for (let index = 0; index < size; index++) {
        const share = wanted[index]! / total;
        wanted[index] = share;
        if (share > 0) continue;
        const weight = weights[chosen[index]!]!;
        const allowed = weight > 0 ? weight / (weight - share) : 0;
        if (blocking < 0 || allowed < step) {
          step = allowed;
          blocking = index;
        }
      }
      for (let index = 0; index < size; index++) {
        const point = chosen[index]!;
        weights[point]! += step * (wanted[index]! - weights[point]!);
      }
      if (blocking < 0 || size === 1) return;
      weights[chosen[blocking]!] = 0;
      isChosen[chosen[blocking]!] = 0;
      basis.remove(blocking);
      chosen.splice(blocking, 1);
    }
  }

  if (start) {
    for (let point = 0; point < count; point++) {
      if (start[point]! > 0 && chosen.length <= length && choose(point)) weights[point] = start[point]!;
    }
    normalise(weights);
  }
  if (chosen.length === 0) {
    const first = nearestPoint(problem);
    choose(first);
    weights[first] = 1;
  }
  settle();
  let value = combine(problem, weights, sum);
  let stalled = 0;
  while (stalled < mostStalled && value > 1e-20 * scale) {
    const candidate = steepest(problem, sum, isChosen);
    if (!candidate || value - candidate.gradient <= 1e-13 * value + 1e-18 * scale) break;
    const before = [...chosen];
    if (!choose(candidate.point)) break;
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
      break;
    }
    value = reached;
  }
  return weights;
}

/** The point outside the chosen ones along which the value falls fastest. */
function steepest({ points, count, length }: SimplexProblem, sum: Float64Array, isChosen: Uint8Array) {
  let lowest = Number.POSITIVE_INFINITY;
  let found = -1;
  for (let point = 0; point < count; point++) {
    let gradient = 0;
    const from = point * length;
    for (let index = 0; index < length; index++) gradient += points[from + index]! * sum[index]!;
    if (gradient < lowest && isChosen[point] === 0) {
      lowest = gradient;
      found = point;
    }
  }
  return found < 0 ? undefined : { point: found, gradient: lowest };
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
