import { differenceInDifferences } from './difference-in-differences';
import { seededDraws } from './draws';
import type { Panel } from './panel';

/** Units of level i with noise; `drift` moves the treated before and after, `effect` after. */
function aPanel(
  starts: readonly (number | null)[],
  change: { effect?: number; drift?: number; periods?: number } = {},
): Panel {
  const { effect = 4, drift = 0, periods = 10 } = change;
  const draws = seededDraws(7);
  const outcomes = starts.flatMap((start, unit) =>
    Array.from(
      { length: periods },
      (_, period) =>
        unit + draws.normal() * 0.5 + (start === null ? 0 : drift * period + (period >= start ? effect : 0)),
    ),
  );
  return {
    units: starts.map((_, unit) => `unit-${unit}`),
    periods: Array.from({ length: periods }, (_, period) => 2010 + period),
    outcomes: Float64Array.from(outcomes),
    treatedFrom: starts,
  };
}

const starts = (treated: number, others: number, start = 6): (number | null)[] => [
  ...Array.from({ length: treated }, () => start),
  ...Array.from({ length: others }, () => null),
];

describe('difference in differences', () => {
  it.each([
    ['no-treated-unit', aPanel(starts(0, 30)), {}],
    ['no-period-before', aPanel(starts(2, 30, 0)), {}],
    ['too-few-periods-before', aPanel(starts(2, 30, 2)), {}],
    ['too-few-donors', aPanel(starts(2, 9)), {}],
    ['no-donor', aPanel(starts(12, 0)), {}],
    ['too-few-treated', aPanel([5, 5, 6, 6, 7]), {}],
    ['too-few-events', aPanel(starts(2, 30)), { eventsAfter: 19 }],
    ['parallel-trends-rejected', aPanel(starts(1, 30), { drift: 2, effect: 0 }), {}],
    ['parallel-trends-rejected', aPanel(starts(15, 30), { drift: 2, effect: 0 }), {}],
    ['parallel-trends-rejected', aPanel(starts(60, 60), { drift: 0.4, effect: 0 }), {}],
    ['forbidden-comparisons', aPanel([...starts(20, 0, 3), ...starts(20, 5, 7)]), {}],
  ])('refuses: %s', (code, panel, options) => {
    expect(differenceInDifferences(panel, options)).toMatchObject({ status: 'refused', method: 'did', code });
  });

  it('refuses a covariate that says what the effects say, and one with holes', () => {
    const panel = aPanel(starts(3, 30));
    const trend = panel.outcomes.map((_, cell) => cell % 10);
    expect(differenceInDifferences({ ...panel, covariates: { trend } })).toMatchObject({
      code: 'collinear-regressors',
    });
    const holed = panel.outcomes.map((value, cell) => (cell === 7 ? Number.NaN : value));
    expect(differenceInDifferences({ ...panel, covariates: { holed } })).toMatchObject({
      code: 'missing-outcome',
      facts: { lacks: 'holed' },
    });
    expect(differenceInDifferences({ ...panel, covariates: { holed } }, { covariates: [] })).toMatchObject({
      status: 'ok',
    });
  });

  it.each([
    [1, 30, 'placebo-in-space', 1 / 31],
    [9, 30, 'placebo-in-space', 1 / 31],
    [10, 30, 'cluster-robust', 0],
  ])('with %i treated among %i others, infers by %s', (treated, others, inference, pFloor) => {
    const result = differenceInDifferences(aPanel(starts(treated, others)));
    expect(result).toMatchObject({ status: 'ok', inference, pFloor: expect.closeTo(pFloor, 10) });
    expect(result).toMatchObject({ p: expect.any(Number), treatedCount: treated, donorCount: others });
    if (result.status === 'ok') expect(result.p).toBeGreaterThanOrEqual(pFloor);
  });

  it.each([
    ['few-donors-indicative', aPanel(starts(1, 12)), {}],
    ['few-clusters', aPanel(starts(12, 30)), {}],
    ['parallel-trends-unchecked', aPanel(starts(2, 30, 2)), { periodsBeforeNeeded: 1 }],
    ['prior-gap', aPanel(starts(1, 30), { effect: 0 }), {}],
    ['fragile-to-trends', aPanel(starts(12, 30), { effect: 0.45 }), {}],
  ])('warns: %s', (code, panel, options) => {
    expect(differenceInDifferences(panel, options)).toMatchObject({
      status: 'ok',
      warnings: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });

  it('permutes clusters whole, and refuses few treated units in clusters that are half treated', () => {
    const panel = aPanel(starts(6, 60));
    const byThree = { ...panel, clusters: panel.units.map((_, unit) => `cluster-${Math.floor(unit / 3)}`) };
    // two treated clusters of 22: 231 pairs, of 20 that share nothing with them
    expect(differenceInDifferences(byThree)).toMatchObject({ status: 'ok', pFloor: 1 / 21 });
    const halved = { ...panel, clusters: panel.units.map((_, unit) => `cluster-${Math.floor((unit + 1) / 3)}`) };
    expect(differenceInDifferences(halved)).toMatchObject({ status: 'refused', code: 'too-few-treated' });
  });
});
