import fc from 'fast-check';
import { simplexLeastSquares } from './simplex-least-squares';

const finite = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100);

const aProblem = fc
  .record({ donors: fc.integer({ min: 1, max: 12 }), length: fc.integer({ min: 1, max: 8 }) })
  .chain(({ donors, length }) =>
    fc.record({
      donors: fc
        .array(finite, { minLength: donors * length, maxLength: donors * length })
        .map((values) => Float64Array.from(values)),
      target: fc.array(finite, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values)),
      ridge: fc.constantFrom(0, 1e-6, 0.1, 10, 1000),
      intercept: fc.boolean(),
    }),
  );

describe('weights of a simplex by least squares', () => {
  it.each([
    { what: 'the nearest of one', donors: [3, 4], target: [0, 0], weights: [1], objective: 25 },
    { what: 'a middle', donors: [0, 2, 2, 0], target: [1, 1], weights: [0.5, 0.5], objective: 0 },
    { what: 'the foot of a perpendicular', donors: [0, 1, 4, 1], target: [1, 0], weights: [0.75, 0.25], objective: 1 },
    {
      what: 'a corner when every other point is behind',
      donors: [1, 1, 5, 2, 2, 6],
      target: [0, 0],
      weights: [1, 0, 0],
      objective: 2,
    },
  ])('finds $what', ({ donors, target, weights, objective }) => {
    const found = simplexLeastSquares({ donors: Float64Array.from(donors), target: Float64Array.from(target) });
    weights.forEach((weight, index) => {
      expect(found.weights[index]).toBeCloseTo(weight, 12);
    });
    expect(found.objective).toBeCloseTo(objective, 12);
    expect(found.gap).toBeLessThan(1e-9);
  });

  it('shares equally between identical donors when a ridge asks for it', () => {
    const donors = Float64Array.from([1, 2, 3, 1, 2, 3, 1, 2, 3]);
    const { weights } = simplexLeastSquares({ donors, target: Float64Array.from([1, 2, 5]), ridge: 0.5 });
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 3, 12);
  });

  it('finds a constant distance with a free intercept', () => {
    const found = simplexLeastSquares({
      donors: Float64Array.from([1, 2, 3, 9, 1, 4]),
      target: Float64Array.from([11, 12, 13]),
      intercept: true,
    });
    expect(found.weights[0]).toBeCloseTo(1, 12);
    expect(found.intercept).toBeCloseTo(10, 12);
    expect(found.objective).toBeCloseTo(0, 12);
  });

  it('gives no weight to the row left out, and the weights of the problem without it', () => {
    const donors = Float64Array.from([5, 0, 0, 1, 1, 0]);
    const target = Float64Array.from([5, 0]);
    const found = simplexLeastSquares({ donors, target, leftOut: 0 });
    const alone = simplexLeastSquares({ donors: donors.slice(2), target });
    expect([...found.weights]).toEqual([0, ...alone.weights]);
  });

  it('proves its optimum for any problem', () => {
    fc.assert(
      fc.property(aProblem, (problem) => {
        const { weights, gap, objective } = simplexLeastSquares(problem);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
        expect(gap).toBeLessThan(1e-6);
        expect(objective).toBeCloseTo(reachedBy(problem, weights), 6);
      }),
      { numRuns: 500 },
    );
  });

  it('is not moved by a better choice of weights drawn at random', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(aProblem, fc.array(share, { minLength: 12, maxLength: 12 }), (problem, draw) => {
        const { weights, objective } = simplexLeastSquares(problem);
        const other = Float64Array.from(weights, (_, index) => draw[index]! + 1e-9);
        const total = other.reduce((sum, weight) => sum + weight, 0);
        const normalised = other.map((weight) => weight / total);
        expect(objective).toBeLessThanOrEqual(reachedBy(problem, normalised) * (1 + 1e-9) + 1e-6);
      }),
    );
  });

  it('reaches the same objective from any start', () => {
    fc.assert(
      fc.property(aProblem, fc.integer({ min: 0, max: 11 }), (problem, corner) => {
        const count = problem.donors.length / problem.target.length;
        const start = new Float64Array(count);
        start[corner % count] = 1;
        const cold = simplexLeastSquares(problem).objective;
        const warm = simplexLeastSquares({ ...problem, start }).objective;
        expect(Math.abs(warm - cold)).toBeLessThanOrEqual(1e-6 * (1 + cold));
      }),
    );
  });

  it.each([
    { donors: 1000, length: 10, ridge: 0 },
    { donors: 1000, length: 10, ridge: 5 },
    { donors: 35_000, length: 10, ridge: 0 },
    { donors: 35_000, length: 10, ridge: 5 },
    { donors: 15, length: 1000, ridge: 1e-9 },
    { donors: 300, length: 10, ridge: 1e-4 },
  ])('holds for $donors donors of $length values with a ridge of $ridge', ({ donors: count, length, ridge }) => {
    const value = waves(count * length);
    const target = waves(length, 0.7).map((one) => one * 3);
    const found = simplexLeastSquares({ donors: value, target, ridge, intercept: true });
    expect(found.gap).toBeLessThan(1e-8);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  it('refuses rows that do not match the target', () => {
    expect(() => simplexLeastSquares({ donors: new Float64Array(3), target: new Float64Array(2) })).toThrow(RangeError);
    expect(() => simplexLeastSquares({ donors: new Float64Array(2), target: new Float64Array(2), leftOut: 0 })).toThrow(
      RangeError,
    );
  });
});

interface Problem {
  readonly donors: Float64Array;
  readonly target: Float64Array;
  readonly ridge: number;
  readonly intercept: boolean;
}

function reachedBy({ donors, target, ridge, intercept }: Problem, weights: Float64Array): number {
  const residuals = target.map((value, at) =>
    weights.reduce((sum, weight, donor) => sum + weight * donors[donor * target.length + at]!, -value),
  );
  const mean = intercept ? residuals.reduce((sum, value) => sum + value, 0) / target.length : 0;
  const squares = residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares + ridge * weights.reduce((sum, weight) => sum + weight * weight, 0);
}

/** Numbers without order between −1 and 1, the same at each run. */
function waves(length: number, phase = 0): Float64Array {
  return Float64Array.from({ length }, (_, index) => Math.sin((index + phase) * (index + phase) * 12.9898));
}
