import fc from 'fast-check';
import type { PanelRow } from './panel-row';
import { type PanelRead, readPanel } from './read-panel';

/** Four units over 2001–2004; A is treated from 2003 on. */
const rows = (): PanelRow[] =>
  ['A', 'B', 'C', 'D'].flatMap((unit, rank) =>
    [2001, 2002, 2003, 2004].map((period, time) => ({
      unit,
      period,
      outcome: 10 * rank + time,
      treated: unit === 'A' && period >= 2003 ? 1 : 0,
    })),
  );

const change = (unit: string, period: number, cell: Partial<PanelRow>): PanelRow[] =>
  rows().map((row) => (row.unit === unit && row.period === period ? { ...row, ...cell } : row));

const read = (given: readonly PanelRow[]): PanelRead => {
  const reading = readPanel(given);
  if (reading.status !== 'read') throw new Error(reading.code);
  return reading;
};

describe('a panel', () => {
  it('has one row per unit and one column per period', () => {
    const { panel, dropped, treatment } = read(rows());
    expect(panel).toMatchObject({ units: ['A', 'B', 'C', 'D'], periods: [2001, 2002, 2003, 2004] });
    expect([...panel.outcomes.subarray(4, 8)]).toEqual([10, 11, 12, 13]);
    expect(panel.treatedFrom).toEqual([2, null, null, null]);
    expect({ dropped, treatment }).toEqual({ dropped: [], treatment: 'each-row' });
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows(), { minLength: 16 }), (shuffled) => {
        expect(readPanel(shuffled)).toEqual(readPanel(rows()));
      }),
    );
  });

  it.each([
    [[2003, 0], 2],
    [[2003, null], 2],
    [[2002.5, null], 2],
    [[2009, 0], null],
    [[1990, 2003], 0],
  ])('reads a column of first treated periods: %j', ([first, others], from) => {
    const given = rows().map((row) => ({ ...row, treated: row.unit === 'A' ? first! : others! }));
    const { panel, treatment } = read(given);
    expect(treatment).toBe('first-period');
    expect(panel.treatedFrom[0]).toBe(from);
  });

  it('takes an absent mark of treatment as no news', () => {
    const { panel } = read(change('A', 2004, { treated: null }));
    expect(panel.treatedFrom).toEqual([2, null, null, null]);
  });

  it('drops and names the donors that lack a cell', () => {
    const given = change('B', 2002, { outcome: null }).filter(({ unit, period }) => unit !== 'C' || period !== 2004);
    const { panel, dropped } = read(given);
    expect(panel.units).toEqual(['A', 'D']);
    expect(dropped).toEqual([
      { unit: 'B', reason: 'missing-outcome', period: 2002 },
      { unit: 'C', reason: 'missing-outcome', period: 2004 },
    ]);
  });

  it('leaves out the periods that nobody has', () => {
    const { panel } = read(rows().map((row) => (row.period === 2002 ? { ...row, outcome: null } : row)));
    expect(panel.periods).toEqual([2001, 2003, 2004]);
    expect(panel.treatedFrom[0]).toBe(1);
  });

  it('keeps covariates (absent ones as NaN), clusters and the first weight', () => {
    const given = rows().map((row) => ({
      ...row,
      covariates: { income: row.period === 2001 ? null : 5 },
      cluster: 'north',
      weight: row.period - 2000,
    }));
    const { panel } = read(given);
    expect([...panel.covariates!['income']!.subarray(0, 4)]).toEqual([Number.NaN, 5, 5, 5]);
    expect(panel.clusters).toEqual(['north', 'north', 'north', 'north']);
    expect([...panel.weights!]).toEqual([1, 1, 1, 1]);
  });

  it('is empty without lines', () => {
    expect(read([]).panel.units).toEqual([]);
  });
});

describe('a panel is refused', () => {
  it.each([
    [
      'a treated unit lacks a cell',
      change('A', 2002, { outcome: null }),
      'missing-outcome',
      { unit: 'A', period: 2002 },
    ],
    ['a cell stands twice', [...rows(), rows()[5]!], 'duplicate-cell', { unit: 'B', period: 2002 }],
    ['a treatment stops', change('A', 2004, { treated: 0 }), 'treatment-reversal', { unit: 'A', period: 2004 }],
    [
      'a unit has two first periods',
      rows().map((row) => ({ ...row, treated: row.unit === 'A' ? 2002 + (row.period % 2) : 0 })),
      'treatment-reversal',
      { unit: 'A', period: 2002 },
    ],
    [
      'every treated unit is so from the first period on',
      rows().map((row) => ({ ...row, treated: row.unit === 'A' ? 1 : 0 })),
      'no-period-before',
      {},
    ],
    [
      'a treated unit has no weight',
      rows().map((row) => ({ ...row, weight: row.unit === 'A' ? null : 3 })),
      'missing-outcome',
      { unit: 'A', lacks: 'weight' },
    ],
  ])('when %s', (_, given, code, facts) => {
    expect(readPanel(given)).toMatchObject({ status: 'refused', code, facts });
  });
});
