import { seededDraws } from './draws';
import type { EffectEstimate } from './effect';
import type { Panel } from './panel';
import { type SdidOptions, syntheticDifferenceInDifferences } from './synthetic-difference-in-differences';

interface Shape {
  readonly donors?: number;
  /** First treated period (index) of each treated unit. */
  readonly starts?: readonly number[];
  readonly periods?: number;
  readonly effect?: number;
  readonly seed?: number;
}

/** Levels, trends and AR(1) noise of its own for each unit. */
function aPanel({ donors = 24, starts = [8], periods = 12, effect = 0, seed = 3 }: Shape = {}): Panel {
  const draws = seededDraws(seed);
  const treatedFrom = [...starts, ...Array.from({ length: donors }, () => null)];
  const outcomes = new Float64Array(treatedFrom.length * periods);
  treatedFrom.forEach((from, unit) => {
    const level = 50 + 10 * draws.normal();
    const trend = 0.5 * draws.normal();
    let noise = draws.normal();
    for (let time = 0; time < periods; time++) {
      noise = 0.5 * noise + draws.normal();
      outcomes[unit * periods + time] = level + trend * time + noise + (from !== null && time >= from ? effect : 0);
    }
  });
  return {
    units: treatedFrom.map((_, unit) => `unit ${String(unit).padStart(3, '0')}`),
    periods: Array.from({ length: periods }, (_, time) => 2001 + time),
    outcomes,
    treatedFrom,
  };
}

function estimateOf(panel: Panel, options?: SdidOptions): EffectEstimate {
  const result = syntheticDifferenceInDifferences(panel, options);
  if (result.status !== 'ok') throw new Error(result.code);
  return result;
}

const withOutcomes = (panel: Panel, change: (value: number, unit: number, time: number) => number): Panel => ({
  ...panel,
  outcomes: panel.outcomes.map((value, cell) => {
    const unit = Math.floor(cell / panel.periods.length);
    return change(value, unit, cell % panel.periods.length);
  }),
});

const isTreated = ({ treatedFrom }: Panel, unit: number, time: number): boolean => {
  const from = treatedFrom[unit] ?? null;
  return from !== null && time >= from;
};

/** One treated unit, several that start together, several that start at different periods, and enough for a jackknife. */
const designs: readonly (readonly [string, Shape])[] = [
  ['one unit', {}],
  ['three units', { starts: [8, 8, 8], donors: 20 }],
  ['staggered units', { starts: [7, 7, 9], donors: 20 }],
  ['twelve units', { starts: Array.from({ length: 12 }, (_, unit) => (unit < 8 ? 7 : 9)), donors: 20 }],
];

describe.each(designs)('synthetic difference-in-differences on %s', (_, shape) => {
  const panel = aPanel({ ...shape, effect: 6 });
  const options: SdidOptions = { draws: 39 };
  const result = estimateOf(panel, options);

  it('finds a large effect', () => {
    expect(Math.abs(result.estimate - 6)).toBeLessThan(3 * result.standardError!);
    expect(result.p).toBeLessThan(0.1);
    expect(result.solverGap).toBeLessThan(1e-9);
  });

  it('scales with the outcome', () => {
    const scaled = estimateOf(
      withOutcomes(panel, (value) => -1000 * value),
      options,
    );
    expect(scaled.estimate / result.estimate).toBeCloseTo(-1000, 4);
    expect(scaled.standardError! / result.standardError!).toBeCloseTo(1000, 4);
    expect(scaled.p).toBeCloseTo(result.p!, 9);
  });

  it('moves with what is added to the treated cells, and p follows', () => {
    const moved = estimateOf(
      withOutcomes(panel, (value, unit, time) => value + (isTreated(panel, unit, time) ? 40 : 0)),
      options,
    );
    expect(moved.estimate).toBeCloseTo(result.estimate + 40, 8);
    expect(moved.p).toBeLessThanOrEqual(result.p!);
  });

  it('does not see constants of units and of periods', () => {
    const shifted = estimateOf(
      withOutcomes(panel, (value, unit, time) => value + 7 * unit + 3 * time * time),
      options,
    );
    // the noise level comes from differences, and the common path of periods enters it
    const sameDifferences = estimateOf(
      withOutcomes(panel, (value, unit) => value + 7 * unit),
      options,
    );
    expect(sameDifferences.estimate).toBeCloseTo(result.estimate, 8);
    expect(sameDifferences.p).toBeCloseTo(result.p!, 9);
    expect(Math.abs(shifted.estimate - result.estimate)).toBeLessThan(result.standardError!);
  });

  it('does not see the order of the donors', () => {
    const count = panel.treatedFrom.length;
    const treated = shape.starts?.length ?? 1;
    const order = [...Array(count).keys()].map((unit) => (unit < treated ? unit : count - 1 - (unit - treated)));
    const reordered = estimateOf(
      {
        ...panel,
        units: order.map((unit) => panel.units[unit]!),
        treatedFrom: order.map((unit) => panel.treatedFrom[unit]!),
        outcomes: Float64Array.from(
          order.flatMap((unit) => [
            ...panel.outcomes.subarray(unit * panel.periods.length, (unit + 1) * panel.periods.length),
          ]),
        ),
      },
      options,
    );
    expect(reordered.estimate).toBeCloseTo(result.estimate, 8);
    expect(reordered.donors[0]!.unit).toBe(result.donors[0]!.unit);
  });

  it('weighs donors and periods, each summing to 1, and draws what would have been', () => {
    expect(result.donors.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(result.periodWeights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(result.path).toHaveLength(panel.periods.length);
    const after = result.path.filter(({ isAfter }) => isAfter);
    expect(after).toHaveLength(result.periodsAfter);
    if (new Set(shape.starts).size < 2) {
      const gaps = after.map(({ observed, counterfactual }) => observed - counterfactual);
      expect(gaps.reduce((sum, gap) => sum + gap / gaps.length, 0)).toBeCloseTo(result.estimate, 9);
    }
  });

  it('looks again without its heaviest donors, without the last year before, and where nothing happened', () => {
    const kinds = new Set(result.sensitivity!.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['ending-earlier', 'placebo-in-time', 'without-donor']);
    for (const { kind, estimate } of result.sensitivity!) {
      expect(Math.abs(estimate - (kind === 'placebo-in-time' ? 0 : result.estimate))).toBeLessThan(6);
    }
  });
});

describe('uncertainty of synthetic difference-in-differences', () => {
  it('comes from every donor in turn for one treated unit', () => {
    expect(estimateOf(aPanel({ effect: 500 }))).toMatchObject({
      inference: 'placebo-in-space',
      p: 1 / 25,
      pFloor: 1 / 25,
    });
  });

  it('comes from every pair of donors when they are few', () => {
    const panel = aPanel({ starts: [8, 8], donors: 20 });
    const drawn = (seed: number) => estimateOf(panel, { seed });
    expect(drawn(1).pFloor).toBe(1 / 21);
    expect(drawn(1).standardError).toBe(drawn(2).standardError);
  });

  it('comes from seeded draws when they are many: the same twice, others with another seed', () => {
    const panel = aPanel({ starts: [7, 8, 9] });
    const error = (seed: number) => estimateOf(panel, { seed, draws: 40 }).standardError;
    expect(error(1)).toBe(error(1));
    expect(error(1)).not.toBe(error(2));
  });

  it('leaves units out in turn from ten treated on, and says that they are few', () => {
    const { inference, warnings } = estimateOf(aPanel({ starts: Array(10).fill(8) }));
    expect(inference).toBe('jackknife');
    expect(warnings).toContainEqual({ code: 'few-clusters', facts: { treated: 10 } });
  });

  it('gives no interval at 95 % under 20 donors, and says that they are few', () => {
    const { interval, interval80, warnings } = estimateOf(aPanel({ donors: 14, effect: 50 }));
    expect(interval).toBeNull();
    expect(interval80).not.toBeNull();
    expect(warnings).toContainEqual({ code: 'few-donors-indicative', facts: { donors: 14, floor: 1 / 15 } });
  });
});

describe('covariates of synthetic difference-in-differences', () => {
  const panel = aPanel({ effect: 6 });
  const draws = seededDraws(8);
  const income = panel.outcomes.map(() => 10 * draws.normal());
  const moved = { ...panel, outcomes: panel.outcomes.map((value, cell) => value + 3 * income[cell]!) };

  it('take away what they explain, as learnt from donors', () => {
    const without = estimateOf(panel).estimate;
    expect(Math.abs(estimateOf({ ...moved, covariates: { income } }).estimate - without)).toBeLessThan(0.5);
    expect(Math.abs(estimateOf(moved).estimate - without)).toBeGreaterThan(1);
  });

  it.each([
    ['an absent value', { income: income.map((value, cell) => (cell === 3 ? Number.NaN : value)) }, 'missing-outcome'],
    ['the same twice', { income, twin: income }, 'collinear-regressors'],
  ])('refuse %s', (_, covariates, code) => {
    expect(syntheticDifferenceInDifferences({ ...panel, covariates })).toMatchObject({ status: 'refused', code });
  });
});

describe('synthetic difference-in-differences refuses', () => {
  it.each([
    ['nobody treated', { starts: [] }, 'no-treated-unit', {}],
    ['no donor', { donors: 0 }, 'no-donor', {}],
    ['fewer than ten donors', { donors: 9 }, 'too-few-donors', { have: 9, need: 10 }],
    ['fewer than five periods before', { starts: [4] }, 'too-few-periods-before', { have: 4, need: 5 }],
  ] as const)('%s', (_, shape, code, facts) => {
    expect(syntheticDifferenceInDifferences(aPanel(shape))).toEqual({ status: 'refused', method: 'sdid', code, facts });
  });

  it('a trend that no donor shows, left before the start and as large as the effect', () => {
    const panel = withOutcomes(aPanel({ donors: 40 }), (value, unit, time) => value + (unit === 0 ? 12 * time : 0));
    expect(syntheticDifferenceInDifferences(panel)).toMatchObject({ code: 'parallel-trends-rejected' });
  });
});

describe('synthetic difference-in-differences warns', () => {
  const codes = (panel: Panel) => estimateOf(panel).warnings.map(({ code }) => code);

  it('when a start is too early to be estimated, and leaves it out', () => {
    const result = estimateOf(aPanel({ starts: [2, 8], effect: 6 }));
    expect(result.warnings).toContainEqual({ code: 'small-cohort-dropped', facts: { cohort: 2003, units: 1 } });
    expect(result.treatedCount).toBe(1);
  });

  it('when the last year before was unusual: projects start after bad years', () => {
    const panel = withOutcomes(
      aPanel({ donors: 40 }),
      (value, unit, time) => value + (unit === 0 && time === 7 ? 25 : 0),
    );
    expect(codes(panel)).toContain('prior-year-matters');
  });

  it('when 2020 or 2021 lies within a year of the start', () => {
    const panel = aPanel({ effect: 6 });
    const at = (first: number) => ({ ...panel, periods: panel.periods.map((_, time) => first + time) });
    expect(codes(at(2011))).toContain('external-shock');
    expect(codes(at(2010))).not.toContain('external-shock');
    expect(codes(at(2015))).not.toContain('external-shock');
  });
});
