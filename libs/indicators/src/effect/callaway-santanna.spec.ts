import { callawaySantAnna } from './callaway-santanna';
import { differenceInDifferences } from './difference-in-differences';
import { seededDraws } from './draws';
import { groupTimeEffects } from './group-time-effects';
import type { Panel } from './panel';

function aPanel(starts: readonly (number | null)[]): Panel {
  const draws = seededDraws(8);
  return {
    units: starts.map((_, unit) => `unit-${unit}`),
    periods: [2015, 2016, 2017, 2018, 2019, 2020],
    outcomes: Float64Array.from({ length: 6 * starts.length }, (_, cell) => {
      const start = starts[Math.floor(cell / 6)]!;
      return draws.normal() + (start !== null && cell % 6 >= start ? 2 : 0);
    }),
    treatedFrom: starts,
  };
}

const units = (count: number, start: number | null): (number | null)[] => Array.from({ length: count }, () => start);
const two = aPanel([...units(12, 2), ...units(15, 4), ...units(30, null)]);

describe("Callaway and Sant'Anna", () => {
  it.each([
    ['no-treated-unit', aPanel(units(20, null))],
    ['no-period-before', aPanel([...units(10, 0), ...units(20, null)])],
    ['too-few-treated', aPanel([...units(4, 2), ...units(4, 3), ...units(20, null)])],
    ['no-donor', aPanel(units(20, 3))],
  ])('refuses: %s', (code, panel) => {
    expect(callawaySantAnna(panel)).toMatchObject({ status: 'refused', method: 'callaway-santanna', code });
  });

  it('is the difference of differences since the last period before, with one cohort and two periods', () => {
    const panel = aPanel([...units(12, 1), ...units(20, null)]);
    const short: Panel = {
      ...panel,
      periods: [2015, 2016],
      outcomes: panel.outcomes.filter((_, cell) => cell % 6 < 2),
    };
    const result = callawaySantAnna(short);
    const plain = differenceInDifferences(short, { periodsBeforeNeeded: 1 });
    if (result.status === 'refused' || plain.status === 'refused') throw new Error('refused');
    expect(result.estimate).toBeCloseTo(plain.estimate, 10);
    expect(result.interval!.low).toBeCloseTo(plain.interval!.low, 8);
    expect(result.p).toBeCloseTo(plain.p!, 8);
  });

  it('leaves out cohorts of fewer than five units and those without a period before, and says so', () => {
    const panel = aPanel([...units(12, 2), ...units(3, 3), ...units(6, 0), ...units(30, null)]);
    expect(callawaySantAnna(panel)).toMatchObject({
      status: 'ok',
      treatedCount: 12,
      warnings: expect.arrayContaining([
        { code: 'small-cohort-dropped', facts: { cohort: 2018, units: 3 } },
        { code: 'small-cohort-dropped', facts: { cohort: 2015, units: 6 } },
      ]),
    });
  });

  it('leaves out the periods when nobody is left to compare with, and says so', () => {
    const result = callawaySantAnna(aPanel([...units(12, 2), ...units(15, 4)]));
    expect(result).toMatchObject({
      status: 'ok',
      donorCount: 0,
      warnings: expect.arrayContaining([{ code: 'cells-dropped', facts: { periods: 6 } }]),
    });
    expect(callawaySantAnna(aPanel([...units(12, 2), ...units(15, 4)]), { control: 'never-treated' })).toMatchObject({
      code: 'no-donor',
    });
  });

  it('gives an estimate and no p under ten treated units', () => {
    expect(callawaySantAnna(aPanel([...units(8, 3), ...units(30, null)]))).toMatchObject({
      status: 'ok',
      p: null,
      interval: null,
      inference: 'none',
    });
  });

  it('gives no p when the decision was taken in fewer than ten places', () => {
    const clusters = two.units.map((_, unit) => `place-${Math.floor(unit / 5)}`);
    expect(callawaySantAnna({ ...two, clusters })).toMatchObject({ status: 'ok', p: null });
  });

  it('starts from before a declared anticipation', () => {
    const effects = groupTimeEffects(two, { anticipation: 1, control: 'never-treated' });
    const column = (period: number, test: (start: number | null) => boolean) => {
      const own = two.treatedFrom.flatMap((start, unit) => (test(start) ? [two.outcomes[unit * 6 + period]!] : []));
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    const cell = effects.cells.find(({ cohort, period }) => cohort === 4 && period === 5)!;
    const change = (test: (start: number | null) => boolean) => column(5, test) - column(2, test);
    expect(cell.estimate).toBeCloseTo(change((start) => start === 4) - change((start) => start === null), 10);
  });

  it('weighs units as if they were several', () => {
    const weights = Float64Array.from(two.units, (_, unit) => 1 + (unit % 3));
    const several = two.units.flatMap((_, unit) => Array.from({ length: 1 + (unit % 3) }, () => unit));
    const repeated: Panel = {
      units: several.map((unit, copy) => `${unit}-${copy}`),
      periods: two.periods,
      outcomes: Float64Array.from(several.flatMap((unit) => Array.from(two.outcomes.subarray(unit * 6, unit * 6 + 6)))),
      treatedFrom: several.map((unit) => two.treatedFrom[unit]!),
      clusters: several.map(String),
    };
    const weighted = callawaySantAnna({ ...two, weights });
    const plain = callawaySantAnna(repeated);
    if (weighted.status === 'refused' || plain.status === 'refused') throw new Error('refused');
    expect(weighted.estimate).toBeCloseTo(plain.estimate, 10);
    expect(weighted.standardError).toBeCloseTo(plain.standardError!, 10);
  });
});
