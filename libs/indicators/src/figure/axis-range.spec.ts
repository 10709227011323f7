import fc from 'fast-check';
import { aPeriod } from '../period';
import { axisRange } from './axis-range';
import { periodAxis } from './period-axis';

describe('the vertical axis of a trend', () => {
  it('starts at zero when zero is near, elsewhere says where', () => {
    expect(axisRange([2, 10]).min).toBe(0);
    expect(axisRange([13.8, 17.9]).min).toBeGreaterThan(0);
  });

  it('holds every value with at most six lines, and is never tighter than the data needs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const { min, max, interval } = axisRange(values, 0.1);
          expect(min).toBeLessThanOrEqual(Math.min(...values));
          expect(max).toBeGreaterThanOrEqual(Math.max(...values));
          expect((max - min) / interval).toBeLessThanOrEqual(6.5);
        },
      ),
    );
  });
});

describe('the horizontal axis of a trend', () => {
  const years = (...numbers: number[]) => numbers.map((year) => aPeriod('year', year));

  it('leaves room for the years without a value', () => {
    expect(periodAxis(years(2015, 2016, 2019))).toEqual(years(2015, 2016, 2017, 2018, 2019));
  });

  it('joins a census known every five years', () => {
    expect(periodAxis(years(2010, 2015, 2020))).toEqual(years(2010, 2015, 2020));
  });

  it('counts months across years', () => {
    const months = periodAxis([aPeriod('month', 2019, 11), aPeriod('month', 2019, 12), aPeriod('month', 2020, 2)]);
    expect(months.map(({ year, index }) => `${year}/${index}`)).toEqual(['2019/11', '2019/12', '2020/1', '2020/2']);
  });
});
