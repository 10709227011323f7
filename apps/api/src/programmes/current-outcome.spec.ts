import { absent, type Measure } from '@sillage/indicators';
import { currentOutcome, type OutcomeRow, progressOf } from './current-outcome';

const row = (territoryId: number, year: number, measure: Measure, pair?: readonly [number, number]): OutcomeRow => ({
  territoryId,
  period: year * 1000,
  measure,
  numerator: pair?.[0] ?? null,
  denominator: pair?.[1] ?? null,
});
const value = (number: number): Measure => ({ value: number });

describe('where an outcome stands on several territories', () => {
  const ratio = { territorialRule: 'ratio-of-sums', scale: 100 } as const;

  it('is the ratio of sums, never the mean of rates', () => {
    const rows = [row(1, 2024, value(50), [1, 2]), row(2, 2024, value(10), [10, 100])];
    const { measure, period } = currentOutcome(ratio, 2, rows);
    expect(period).toBe(2024000);
    expect(measure).toEqual({ value: (100 * 11) / 102 });
  });

  it('is read at the last period that all of them have', () => {
    const rows = [
      row(1, 2023, value(4)),
      row(2, 2023, value(6)),
      row(1, 2024, value(5)),
      row(2, 2024, absent('suppressed-primary')),
    ];
    expect(currentOutcome({ territorialRule: 'sum', scale: 1 }, 2, rows)).toEqual({
      measure: value(10),
      period: 2023000,
    });
  });

  it.each([
    ['a mean', { territorialRule: 'weighted-mean', scale: 1 } as const],
    ['distinct people', { territorialRule: 'distinct-count', scale: 1 } as const],
    ['a ratio without its parts', ratio],
  ])('is not told where it does not add up: %s', (_, rule) => {
    const rows = [row(1, 2024, value(4)), row(2, 2024, value(6))];
    expect(currentOutcome(rule, 2, rows).measure).toEqual({ absence: 'not-aggregable' });
    expect(currentOutcome(rule, 1, rows.slice(0, 1)).measure).toEqual(value(4));
  });

  it('counts once a commune that is named beside its EPCI', () => {
    const rows = [row(1, 2024, value(40)), row(2, 2024, value(6)), row(3, 2024, value(9))];
    const inside = new Set([2]);
    expect(currentOutcome({ territorialRule: 'sum', scale: 1 }, 3, rows, inside).measure).toEqual(value(49));
  });

  it('is not available without a common period', () => {
    const rows = [row(1, 2023, value(4)), row(2, 2024, value(6))];
    expect(currentOutcome({ territorialRule: 'sum', scale: 1 }, 2, rows)).toEqual({
      measure: absent('not-available'),
      period: null,
    });
  });
});

describe('progress towards a target', () => {
  const baseline = { value: 20, date: '2022-12-31' };
  const target = { value: 15, date: '2027-12-31' };

  it.each([
    [20, 0],
    [15, 100],
    [12, 160],
    [23, -60],
  ])('is not clamped: at %d it is %d %%', (current, percent) => {
    expect(progressOf(baseline, target, value(current))).toEqual({ value: percent });
  });

  it('needs a baseline and a target', () => {
    expect(progressOf(null, target, value(15))).toEqual({ absence: 'not-available' });
  });
});
