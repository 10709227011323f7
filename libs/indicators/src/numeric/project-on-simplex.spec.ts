import fc from 'fast-check';
import { projectOnSimplex } from './project-on-simplex';

const projected = (values: readonly number[]): number[] => {
  const point = Float64Array.from(values);
  projectOnSimplex(point);
  return [...point];
};

describe('projection on the simplex', () => {
  it.each([
    [
      [0.2, 0.8],
      [0.2, 0.8],
    ],
    [
      [1, 1],
      [0.5, 0.5],
    ],
    [
      [5, 0],
      [1, 0],
    ],
    [
      [0.5, 0.4, -9],
      [0.55, 0.45, 0],
    ],
    [[7], [1]],
  ])('of %j is %j', (values, expected) => {
    expected.forEach((value, index) => {
      expect(projected(values)[index]).toBeCloseTo(value, 12);
    });
  });

  it('sums to 1, without a negative part, and keeps the order', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const point = projected(values);
        expect(point.every((part) => part >= 0)).toBe(true);
        expect(point.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 6);
        values.forEach((one, index) => {
          if (index > 0 && one > values[index - 1]!) expect(point[index]).toBeGreaterThanOrEqual(point[index - 1]!);
        });
      }),
    );
  });
});
