import fc from 'fast-check';
import { classBreaks, classOf } from './class-breaks';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 });

describe('classes of a map', () => {
  it('have rounded bounds that people can read', () => {
    const shares = Array.from({ length: 100 }, (_, index) => 5 + index * 0.13);
    expect(classBreaks(shares, 1, false).bounds).toEqual([8, 10, 13, 15]);
  });

  it('mirror each other around zero when both signs are there', () => {
    const { kind, bounds } = classBreaks([-1.2, -0.4, -0.1, 0.2, 0.5, 1.6], 2, true);
    expect(kind).toBe('diverging');
    expect(bounds.map((bound) => -bound).reverse()).toEqual(bounds);
  });

  it('cover every value with at most five classes, none of them empty at the ends', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (numbers, decimals) => {
        const breaks = classBreaks(numbers, decimals, false);
        expect(breaks.bounds.length).toBeLessThanOrEqual(4);
        expect([...breaks.bounds].sort((a, b) => a - b)).toEqual(breaks.bounds);
        const classes = numbers.map((value) => classOf(value, breaks));
        expect(Math.min(...classes)).toBe(0);
        expect(Math.max(...classes)).toBe(breaks.bounds.length);
      }),
    );
  });

  it('keep the order of the values', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const breaks = classBreaks(numbers, 1, true);
        const sorted = [...numbers].sort((a, b) => a - b).map((value) => classOf(value, breaks));
        expect([...sorted].sort((a, b) => a - b)).toEqual(sorted);
      }),
    );
  });
});
