import { aPeriod, periodText } from './period';
import { lastExpectedPeriod, nextExpectedDate, periodEnd } from './period-end';

describe('the end of a period', () => {
  it.each([
    [aPeriod('year', 2021), '2021-12-31'],
    [aPeriod('half', 2025, 1), '2025-06-30'],
    [aPeriod('quarter', 2025, 3), '2025-09-30'],
    [aPeriod('month', 2024, 2), '2024-02-29'],
    [aPeriod('school-year', 2025), '2026-08-31'],
  ])('%o ends on %s', (period, expected) => {
    expect(periodEnd(period)).toBe(expected);
  });

  it('tells when the next one is expected', () => {
    expect(nextExpectedDate(aPeriod('year', 2021), 'P1Y', 31)).toBe('2023-01-31');
    expect(nextExpectedDate(aPeriod('month', 2020, 12), 'P1M', 10)).toBe('2021-02-10');
  });

  it.each([
    ['2026-11-23', 'P1Y', 930, '2023'],
    ['2026-12-31', 'P1Y', 0, '2026'],
    ['2026-12-30', 'P1Y', 0, '2025'],
    ['2026-11-23', 'P3M', 60, '2026-T2'],
    ['2026-01-10', 'P6M', 9, '2025-S2'],
    ['2026-03-31', 'P1M', 31, '2026-02'],
    ['2026-02-09', 'P1M', 10, '2025-12'],
  ])('by %s, at %s and %d days late, %s is known', (day, frequency, delay, expected) => {
    expect(periodText(lastExpectedPeriod(day, frequency, delay))).toBe(expected);
  });
});
