import { changeBetween, changeKind } from './change';
import { absent, measured } from './measure';

const persons = { unit: 'persons', allowsNegative: false };
const percent = { unit: 'percent', allowsNegative: false };
const balance = { unit: 'persons', allowsNegative: true };

describe('a change between two periods', () => {
  it.each([
    ['a count, relatively', persons, 200, 190, 'relative', -5],
    ['a percentage, in points', percent, 12, 13.5, 'points', 1.5],
    ['a balance, in its unit', balance, -2, 4, 'absolute', 6],
    ['a rate per thousand, in its unit', { unit: 'per-1000', allowsNegative: false }, 11.5, 15, 'absolute', 3.5],
  ])('of %s', (_, indicator, before, after, kind, expected) => {
    expect(changeBetween(indicator, measured(before), measured(after))).toEqual({ kind, measure: { value: expected } });
  });

  it('has no relative answer from zero', () => {
    expect(changeBetween(persons, measured(0), measured(5)).measure).toEqual(absent('not-applicable'));
  });

  it('is absent when either side is', () => {
    expect(changeBetween(persons, measured(5), absent('suppressed-by-source')).measure).toEqual(
      absent('suppressed-by-source'),
    );
    expect(changeBetween(percent, absent('not-available'), measured(5)).measure).toEqual(absent('not-available'));
  });

  it('is told in points for what counts per hundred', () => {
    expect(changeKind({ unit: 'per-100', allowsNegative: false })).toBe('points');
  });
});
