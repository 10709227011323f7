import { seededDraws } from './draws';
import { interruptedTimeSeries } from './interrupted-time-series';
import type { Panel } from './panel';

function aSeries(
  before: number,
  after: number,
  change: Partial<Panel> & { firstPeriod?: number; errors?: number[] } = {},
): Panel {
  const { firstPeriod = 1, errors, ...rest } = change;
  const draws = seededDraws(2);
  const count = before + after;
  return {
    units: ['alone'],
    periods: Array.from({ length: count }, (_, period) => firstPeriod + period),
    outcomes: Float64Array.from({ length: count }, (_, period) => 20 + period + (errors?.[period] ?? draws.normal())),
    treatedFrom: [before],
    ...rest,
  };
}

/** Errors that each repeat the previous one. */
const walk = Array.from({ length: 30 }, (_, period) => 6 * Math.sin(period / 3));

describe('an interrupted series', () => {
  it.each([
    ['no-treated-unit', aSeries(10, 4, { treatedFrom: [null] }), {}],
    ['no-period-before', aSeries(10, 4, { treatedFrom: [0] }), {}],
    ['too-few-periods-before', aSeries(7, 3), {}],
    ['too-few-periods-after', aSeries(10, 2), {}],
    ['too-few-periods-before', aSeries(10, 6), {}],
    ['external-shock', aSeries(12, 4, { firstPeriod: 2008 }), {}],
    ['external-shock', aSeries(12, 4, { firstPeriod: 2010 }), {}],
    ['autocorrelated-residuals', aSeries(20, 10, { errors: walk }), {}],
    ['too-few-events', aSeries(10, 4, { outcomes: new Float64Array(14).fill(4) }), { family: 'poisson' }],
    ['missing-outcome', aSeries(10, 4, { outcomes: new Float64Array(14).fill(-4) }), { family: 'poisson' }],
    ['missing-outcome', aSeries(10, 4), { family: 'poisson', offset: 'nowhere' }],
    ['collinear-regressors', aSeries(10, 4), { harmonics: 6 }],
  ] as const)('is refused: %s', (code, panel, options) => {
    expect(interruptedTimeSeries(panel, options)).toMatchObject({ status: 'refused', method: 'its', code });
  });

  it('is refused when units start at several dates', () => {
    const panel = aSeries(10, 4);
    const outcomes = Float64Array.from([...panel.outcomes, ...panel.outcomes]);
    expect(interruptedTimeSeries({ ...panel, units: ['a', 'b'], outcomes, treatedFrom: [10, 11] })).toMatchObject({
      code: 'staggered-dates',
    });
  });

  it('is told with the warning that nothing stands for "without the project"', () => {
    const result = interruptedTimeSeries(aSeries(12, 4, { firstPeriod: 1990 }));
    expect(result).toMatchObject({ status: 'ok', donorCount: 0, warnings: [{ code: 'no-comparison-group' }] });
    if (result.status === 'ok') expect(result.p).toBeGreaterThanOrEqual(result.pFloor!);
  });

  it('warns of a trend prolonged over more than half its length, where two years of months allow it', () => {
    expect(interruptedTimeSeries(aSeries(30, 20))).toMatchObject({
      status: 'ok',
      warnings: expect.arrayContaining([{ code: 'long-extrapolation', facts: { periods: 20, before: 30 } }]),
    });
  });

  it('reads counts of several units as one, told per unit', () => {
    const draws = seededDraws(5);
    const counts = Float64Array.from({ length: 14 }, () => 50 + Math.round(7 * draws.normal()));
    const one = interruptedTimeSeries(aSeries(10, 4, { outcomes: counts }), { family: 'poisson' });
    const twins = aSeries(10, 4, { outcomes: Float64Array.from([...counts, ...counts]), treatedFrom: [10, 10] });
    const both = interruptedTimeSeries({ ...twins, units: ['a', 'b'] }, { family: 'poisson' });
    if (one.status === 'refused' || both.status === 'refused') throw new Error('refused');
    expect(both.estimate).toBeCloseTo(one.estimate, 8);
    expect(both.ratio!.value).toBeCloseTo(one.ratio!.value, 8);
    expect(both.path[3]).toMatchObject({ observed: counts[3] });
  });

  it('sees no change in a count that only follows its population', () => {
    const population = Float64Array.from({ length: 14 }, (_, period) => 1000 * 1.05 ** period);
    const counts = population.map((people) => Math.round(people / 10));
    const panel = aSeries(10, 4, { outcomes: counts, covariates: { population } });
    const result = interruptedTimeSeries(panel, { family: 'poisson', offset: 'population', slope: false });
    expect(result).toMatchObject({ status: 'ok' });
    if (result.status === 'ok') expect(result.ratio!.value).toBeCloseTo(1, 1);
  });
});
