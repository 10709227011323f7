import fc from 'fast-check';
import { aPeriod, periodOfCode, periodText } from '../period';
import { alignPeriod, readPeriod } from './period-reading';

describe('a period in a cell', () => {
  it.each([
    ['2021', '2021'],
    ['2020-10', '2020-10'],
    ['2023-T3', '2023-T3'],
    ['2025-2026', '2025-2026'],
    ['2023T1', '2023-T1'],
    ['T4 2023', '2023-T4'],
    ['2024-Q3', '2024-T3'],
    ['2023S2', '2023-S2'],
    ['oct-20*', '2020-10'],
    ['sept-20', '2020-09'],
    ['janv.-23', '2023-01'],
    ['févr.-23', '2023-02'],
    ['août-23', '2023-08'],
    ['décembre 2019', '2019-12'],
    ['juil. 2019', '2019-07'],
    ['10/2020', '2020-10'],
    ['2016 (1)', '2016'],
    ['2023.0', '2023'],
    ['2023-02-13', '2023-02'],
    ['13/02/2023', '2023-02'],
    ['01/01/2023 00:00', '2023-01'],
    ['2\u00a0023', '2023'],
    ['Année 2023', '2023'],
    ["'2023", '2023'],
  ])('%j is %s', (cell, expected) => {
    const reading = readPeriod(cell, 2027);
    expect(reading.kind === 'period' && periodText(reading.period)).toBe(expected);
  });

  it.each([
    ['23', 'PERIODE_INVALIDE'],
    ['00', 'PERIODE_INVALIDE'],
    ['', 'PERIODE_INVALIDE'],
    ['02/13/2023', 'PERIODE_INVALIDE'],
    ['31/02/2025', 'PERIODE_INVALIDE'],
    ['29/02/1900', 'PERIODE_INVALIDE'],
    ['2023-T5', 'PERIODE_INVALIDE'],
    ['2099', 'PERIODE_HORS_BORNES'],
    ['20233', 'PERIODE_HORS_BORNES'],
    ['1789', 'PERIODE_HORS_BORNES'],
    ['0', 'PERIODE_HORS_BORNES'],
    ['-2023', 'PERIODE_HORS_BORNES'],
  ])('%j is refused: %s', (cell, code) => {
    expect(readPeriod(cell, 2027)).toEqual({ kind: 'invalid', code });
  });

  it('marks a provisional month', () => {
    expect(readPeriod('oct-20*', 2027)).toMatchObject({ status: 'provisional', isNormalised: true });
    expect(readPeriod('2019 (e)', 2027)).toMatchObject({ status: 'estimated', period: { year: 2019 } });
    expect(readPeriod('oct-20 (1)', 2027)).toMatchObject({ status: 'normal', period: { year: 2020, index: 10 } });
  });

  it.each([
    ['P1Y', '2023'],
    ['P6M', '2023-S2'],
    ['P3M', '2023-T4'],
    ['P1M', '2023-12'],
  ])('a day falls in the period of an indicator of frequency %s', (frequency, expected) => {
    expect(periodText(alignPeriod(aPeriod('month', 2023, 12), frequency))).toBe(expected);
  });

  it('reads back what the product writes, and never throws', () => {
    const written = fc
      .record({
        year: fc.integer({ min: 1900, max: 2027 }),
        rank: fc.constantFrom(0, 101, 102, 201, 204, 301, 312, 400),
      })
      .map(({ year, rank }) => periodOfCode(year * 1000 + rank));
    fc.assert(
      fc.property(written, (period) => {
        expect(readPeriod(periodText(period), 2027)).toMatchObject({ kind: 'period', period, isNormalised: false });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => ['period', 'invalid'].includes(readPeriod(text, 2027).kind)));
  });
});
