import { aPeriod } from '../period';
import { formatDate } from './format-date';
import { formatDifference, formatMeasure, formatValue } from './format-measure';
import { formatInPeriod, formatPeriod } from './format-period';
import { parisDate } from './paris-date';

describe('periods and dates', () => {
  it.each([
    [aPeriod('year', 2021), '2021', 'en 2021', '2021'],
    [aPeriod('month', 2020, 10), 'octobre 2020', 'en octobre 2020', 'October 2020'],
    [aPeriod('quarter', 2025, 3), 'T3 2025', 'au 3e trimestre 2025', 'Q3 2025'],
    [aPeriod('quarter', 2025, 1), 'T1 2025', 'au 1er trimestre 2025', 'Q1 2025'],
    [aPeriod('half', 2025, 1), '1er semestre 2025', 'au 1er semestre 2025', 'first half of 2025'],
    [aPeriod('school-year', 2025), '2025-2026', 'en 2025-2026', '2025/26'],
  ])('names %o', (period, name, inName, english) => {
    expect(formatPeriod(period, 'fr')).toBe(name);
    expect(formatInPeriod(period, 'fr')).toBe(inName);
    expect(formatPeriod(period, 'en')).toBe(english);
  });

  it('writes the first of a month as French does, which Intl does not', () => {
    expect(formatDate('2026-01-01', 'fr')).toBe('1er janvier 2026');
    expect(formatDate('2026-03-14T10:00:00Z', 'fr')).toBe('14 mars 2026');
    expect(formatDate('2026-01-01', 'en')).toBe('1 January 2026');
  });

  it('counts a late evening in UTC as the next day in France', () => {
    expect(parisDate('2026-03-14T23:30:00Z')).toBe('2026-03-15');
  });
});

describe('units', () => {
  it.each([
    [12.1, 'percent', 1, '12,1\u00a0%', '12.1%'],
    [331229, 'persons', 0, '331\u202f229', '331,229'],
    [20110, 'euros-per-year', 0, '20\u202f110\u00a0€ par an', '€20,110 per year'],
    [13.4, 'per-1000', 1, '13,4\u00a0pour 1\u202f000', '13.4\u00a0per 1,000'],
    [3.2, 'per-10000', 1, '3,2\u00a0pour 10\u202f000 habitants', '3.2\u00a0per 10,000 inhabitants'],
    [1, 'days', 0, '1\u00a0jour', '1\u00a0day'],
    [12, 'days', 0, '12\u00a0jours', '12\u00a0days'],
    [7, 'unknown-unit', 0, '7', '7'],
  ])('writes %d %s', (value, unit, decimals, french, english) => {
    expect(formatValue(value, { unit, decimals }, 'fr')).toBe(french);
    expect(formatValue(value, { unit, decimals }, 'en')).toBe(english);
  });

  it.each([
    [-1.8, '\u22121,8\u00a0point'],
    [1.94, '+1,9\u00a0point'],
    [1.96, '+2,0\u00a0points'],
    [-2.4, '\u22122,4\u00a0points'],
  ])('gives a difference of percentages in points: %d', (value, expected) => {
    expect(formatDifference(value, { unit: 'percent', decimals: 1 }, 'fr')).toBe(expected);
  });

  it('writes an absence as its symbol, never as a number', () => {
    const quantity = { unit: 'percent', decimals: 1 };
    expect(formatMeasure({ absence: 'suppressed-by-source' }, quantity, 'fr')).toBe('s');
    expect(formatMeasure({ absence: 'suppressed-primary' }, quantity, 'en')).toBe('c');
    expect(formatMeasure({ absence: 'not-available' }, quantity, 'fr')).toBe('n.d.');
    expect(formatMeasure({ absence: 'not-applicable' }, quantity, 'fr')).toBe('///');
  });
});
