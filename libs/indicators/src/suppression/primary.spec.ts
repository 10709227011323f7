import fc from 'fast-check';
import { isSuppressedPrimary } from './primary';

const count = { valueThreshold: 11, numeratorThreshold: null, denominatorThreshold: null, complementThreshold: null };
const percentage = { valueThreshold: null, numeratorThreshold: 11, denominatorThreshold: 11, complementThreshold: 11 };
const none = { valueThreshold: null, numeratorThreshold: null, denominatorThreshold: null, complementThreshold: null };

describe('primary suppression', () => {
  it.each([
    [0, false],
    [1, true],
    [10, true],
    [10.9, true],
    [11, false],
  ])('of a count of %d is %s', (value, expected) => {
    expect(isSuppressedPrimary(count, { value, numerator: null, denominator: null })).toBe(expected);
  });

  it.each([
    ['few people in all', 0, 10, true],
    ['few people concerned', 5, 100, true],
    ['few people not concerned', 95, 100, true],
    ['nobody concerned', 0, 100, false],
    ['everybody concerned', 100, 100, false],
    ['nobody at all', 0, 0, false],
    ['enough on both sides', 50, 100, false],
  ])('of a percentage with %s', (_, numerator, denominator, expected) => {
    const value = denominator === 0 ? null : (100 * numerator) / denominator;
    expect(isSuppressedPrimary(percentage, { value, numerator, denominator })).toBe(expected);
  });

  it('hides nothing without a threshold', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.nat(), fc.nat(), (value, numerator, denominator) => {
        expect(isSuppressedPrimary(none, { value, numerator, denominator })).toBe(false);
      }),
    );
  });

  it('never hides less under a higher threshold', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 30 }), (numerator, denominator, threshold) => {
        const at = (limit: number) =>
          isSuppressedPrimary(
            { ...percentage, numeratorThreshold: limit, denominatorThreshold: limit, complementThreshold: limit },
            { value: null, numerator, denominator },
          );
        expect(at(threshold) && !at(threshold + 5)).toBe(false);
      }),
    );
  });
});
