import { PeriodCells } from './period-cells';

describe('the periods of a file', () => {
  it.each([
    [false, 'month'],
    [true, 'school-year'],
  ])('are of school years beside one that can be nothing else (%s): %s', (hasSchoolYears, kind) => {
    const cells = new PeriodCells({ latestYear: 2027, hasAmericanDates: false, hasSchoolYears });
    expect(cells.read('2010-11')).toMatchObject({ kind: 'period', period: { year: 2010, kind } });
  });
});
