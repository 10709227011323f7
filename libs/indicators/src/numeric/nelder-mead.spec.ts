import { nelderMead } from './nelder-mead';

const options = { step: 0.5, mostEvaluations: 4000, tolerance: 1e-14 };

describe('the search of Nelder and Mead', () => {
  it.each([
    { name: 'a bowl', value: ([x, y]: Float64Array) => (x! - 3) ** 2 + 10 * (y! + 1) ** 2, at: [3, -1] },
    {
      name: 'the bent valley of Rosenbrock',
      value: ([x, y]: Float64Array) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2,
      at: [1, 1],
    },
    {
      name: 'a corner without slope',
      value: ([x, y]: Float64Array) => Math.abs(x! - 2) + Math.abs(y! - 5),
      at: [2, 5],
    },
  ])('finds the bottom of $name', ({ value, at }) => {
    const { point } = nelderMead(value, Float64Array.from([-1, 1]), options);
    at.forEach((expected, axis) => {
      expect(point[axis]).toBeCloseTo(expected, 3);
    });
  });

  it('goes on in fourteen dimensions', () => {
    const value = (point: Float64Array) => point.reduce((sum, at, axis) => sum + (axis + 1) * (at - axis) ** 2, 0);
    const found = nelderMead(value, new Float64Array(14), { ...options, mostEvaluations: 20_000 });
    expect(found.value).toBeLessThan(1e-3);
  });

  it('stops at the number of evaluations that it is given, never above the start', () => {
    let evaluations = 0;
    const value = (point: Float64Array) => {
      evaluations++;
      return point.reduce((sum, at) => sum + at ** 2, 0);
    };
    const found = nelderMead(value, Float64Array.from([10, 10, 10]), { ...options, mostEvaluations: 30 });
    expect(evaluations).toBeLessThanOrEqual(34);
    expect(found.value).toBeLessThanOrEqual(300);
  });
});
