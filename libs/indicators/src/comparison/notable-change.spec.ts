import { aPeriod } from '../period';
import { notableChange, type SeriesPoint } from './notable-change';

const percent = { unit: 'percent', decimals: 1 };
const persons = { unit: 'persons', decimals: 0 };
const yearly = (values: readonly (number | null)[], breakAt = -1): SeriesPoint[] =>
  values.map((value, index) => ({
    period: aPeriod('year', 2010 + index),
    measure: value === null ? { absence: 'not-available' } : { value },
    status: index === breakAt ? 'series-break' : 'normal',
  }));

describe('a notable change', () => {
  it.each([
    ['0.1 point is stable', yearly([12.1, 12.2]), percent, 'stable'],
    ['0.2 point is a rise, whatever binary fractions say', yearly([12.1, 12.3]), percent, 'up'],
    ['less than 1 % of a count is stable', yearly([10000, 9950]), persons, 'stable'],
    ['more than 1 % of a count is a fall', yearly([10000, 9850]), persons, 'down'],
    ['a steady slope has no noise', yearly([10, 10.3, 10.6, 10.9, 11.2]), percent, 'up'],
    ['a zigzag that ends a little higher is stable', yearly([10, 13, 9, 14, 8, 11]), percent, 'stable'],
    ['a break in the series hides what was before it', yearly([20, 20, 20, 12, 12.1], 3), percent, 'stable'],
  ])('%s', (_, series, indicator, direction) => {
    expect(notableChange(series, indicator)?.direction).toBe(direction);
  });

  it('looks five years back and no more', () => {
    expect(notableChange(yearly([1, 2, 3, 4, 5, 6, 7, 8]), percent)?.from.period.year).toBe(2012);
  });

  it('compares a month with the same month', () => {
    const month = (year: number, index: number, value: number): SeriesPoint => ({
      period: aPeriod('month', year, index),
      measure: { value },
      status: 'normal',
    });
    const change = notableChange([month(2019, 10, 100), month(2020, 1, 500), month(2020, 10, 120)], persons);
    expect(change?.from.period).toEqual(aPeriod('month', 2019, 10));
    expect(change?.difference).toBe(20);
  });

  it('says nothing when the newest period has no value, or there is only one', () => {
    expect(notableChange(yearly([10, null]), percent)).toBeUndefined();
    expect(notableChange(yearly([10]), percent)).toBeUndefined();
  });
});
