import fc from 'fast-check';
import { seededDraws } from './draws';
import type { EffectEstimate } from './effect';
import type { Panel } from './panel';
import { syntheticControl } from './synthetic-control';
import { fitSyntheticControl } from './synthetic-control-fit';

interface Shape {
  readonly donors?: number;
  readonly before?: number;
  readonly after?: number;
  readonly treated?: number;
  readonly effect?: number;
  readonly seed?: number;
}

/** Territories that share what happens to all, each with its level, its exposure and a little noise; the first are treated. */
function aPanel({ donors = 24, before = 14, after = 4, treated = 1, effect = 0, seed = 1 }: Shape = {}): Panel {
  const draws = seededDraws(seed);
  const common = Array.from({ length: before + after }, (_, time) => 3 * Math.sin(time) + 0.5 * time);
  const rows = Array.from({ length: treated + donors }, (_, unit) => {
    // The treated are in the middle of the others.
    const level = unit < treated ? 50 : 50 + 10 * (2 * draws.uniform() - 1);
    const exposure = unit < treated ? 1 : 1 + 0.5 * (2 * draws.uniform() - 1);
    return common.map(
      (shock, time) =>
        level + exposure * shock + 0.5 * draws.normal() + (unit < treated && time >= before ? effect : 0),
    );
  });
  return panelOf(rows, treated, before);
}

const panelOf = (rows: readonly (readonly number[])[], treated: number, start: number): Panel => ({
  units: rows.map((_, unit) => (unit < treated ? `treated ${unit}` : `donor ${String(unit).padStart(3, '0')}`)),
  periods: rows[0]!.map((_, time) => 2000 + time),
  outcomes: Float64Array.from(rows.flat()),
  treatedFrom: rows.map((_, unit) => (unit < treated ? start : null)),
});

function estimate(panel: Panel): EffectEstimate {
  const result = syntheticControl(panel);
  if (result.status === 'refused') throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  return result;
}

const refusalOf = (panel: Panel): string | null => {
  const result = syntheticControl(panel);
  return result.status === 'refused' ? result.code : null;
};

const mapped = (panel: Panel, change: (value: number, unit: number, time: number) => number): Panel => ({
  ...panel,
  outcomes: panel.outcomes.map((value, cell) =>
    change(value, Math.floor(cell / panel.periods.length), cell % panel.periods.length),
  ),
});

/** The treated unit is exactly these shares of the first donors. */
function asMixture(panel: Panel, shares: readonly number[]): Panel {
  const width = panel.periods.length;
  return mapped(panel, (value, unit, time) =>
    unit === 0
      ? shares.reduce((sum, share, donor) => sum + share * panel.outcomes[(donor + 1) * width + time]!, 0)
      : value,
  );
}

const codes = ({ warnings }: EffectEstimate): string[] => warnings.map(({ code }) => code);

describe('synthetic control', () => {
  it('finds a known effect, ranks it first and proves its weights', () => {
    const result = estimate(aPanel({ effect: -6 }));
    expect(result.estimate).toBeCloseTo(-6, 0);
    expect(result.p).toBeCloseTo(1 / 25, 10);
    expect(result.interval!.high).toBeLessThan(0);
    expect(result.solverGap).toBeLessThan(1e-6);
    expect(result.donors.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(result.path).toHaveLength(18);
    expect(result.path.filter(({ isAfter }) => isAfter)).toHaveLength(4);
  });

  it('finds next to nothing at a start that never was', () => {
    const inTime = estimate(aPanel({ effect: -6 })).sensitivity!.find(({ kind }) => kind === 'placebo-in-time')!;
    expect(Math.abs(inTime.estimate)).toBeLessThan(1.5);
  });

  it('tries the estimate without each donor that carries it', () => {
    const { donors, sensitivity } = estimate(aPanel());
    const without = sensitivity!.filter(({ kind }) => kind === 'without-donor').map(({ unit }) => unit);
    expect(without).toEqual(donors.filter(({ weight }) => weight >= 0.01).map(({ unit }) => unit));
  });

  it('never gives a p below one over the donors plus one', () => {
    const { p, pFloor } = estimate(aPanel({ effect: 1000 }));
    expect(p).toBe(pFloor);
    expect(pFloor).toBeCloseTo(1 / 25, 10);
  });

  it('gives the mean of several treated units that start together, against as many donors drawn together', () => {
    const result = estimate(aPanel({ treated: 3, effect: 5 }));
    expect(result.estimate).toBeCloseTo(5, 0);
    expect(result).toMatchObject({ treatedCount: 3, donorCount: 24 });
    expect(result.p).toBeLessThan(0.02);
  });

  it.each<[string, Panel]>([
    ['no-treated-unit', { ...aPanel(), treatedFrom: aPanel().treatedFrom.map(() => null) }],
    ['no-donor', { ...aPanel(), treatedFrom: aPanel().treatedFrom.map(() => 14) }],
    ['too-few-donors', aPanel({ donors: 9 })],
    ['too-few-periods-before', aPanel({ before: 7 })],
    ['too-few-periods-after', aPanel({ after: 0 })],
    [
      'staggered-dates',
      { ...aPanel(), treatedFrom: aPanel().treatedFrom.map((from, unit) => (unit === 1 ? 10 : from)) },
    ],
    ['outside-donors-range', mapped(aPanel(), (value, unit) => (unit === 0 ? value + 40 : value))],
    ['poor-prefit', mapped(aPanel(), (value, unit, time) => (unit === 0 && time % 2 ? value - 20 : value))],
  ])('refuses: %s', (code, panel) => {
    expect(refusalOf(panel)).toBe(code);
  });

  it('computes the bare figures even where it would refuse to show them', () => {
    expect(fitSyntheticControl(aPanel({ donors: 3 })).weights).toHaveLength(3);
  });

  it.each<[string, Panel]>([
    ['few-donors-indicative', aPanel({ donors: 15 })],
    ['interpolation', asMixture(aPanel({ donors: 40, before: 8 }), [0.25, 0.25, 0.25, 0.25])],
    ['one-donor-weight', asMixture(aPanel({ donors: 12 }), [0.9, 0.1])],
  ])('warns: %s', (code, panel) => {
    expect(codes(estimate(panel))).toContain(code);
  });

  it('warns when leaving one donor out turns the sign', () => {
    const estimates = estimate(aPanel()).sensitivity!.flatMap((one) =>
      one.kind === 'without-donor' ? one.estimate : [],
    );
    const middle = (Math.min(...estimates) + Math.max(...estimates)) / 2;
    expect(codes(estimate(aPanel({ effect: -middle })))).toContain('leave-one-out-changes-sign');
  });

  it('leaves placebos that nothing resembles out of the interval, and says how many', () => {
    const lone = estimate(mapped(aPanel(), (value, unit) => (unit === 1 ? value + 60 : value)));
    const { dropped, kept } = lone.warnings.find(({ code }) => code === 'placebos-dropped')!.facts;
    expect(dropped).toBeGreaterThanOrEqual(1);
    expect(Number(dropped) + Number(kept)).toBe(24);
    expect(lone.interval!.high - lone.interval!.low).toBeLessThan(20);
    expect(lone.pFloor).toBeCloseTo(1 / 25, 10);
  });

  it('counts a placebo that fits perfectly against the effect', () => {
    const own = aPanel({ effect: 60 });
    // Two donors are one territory until the start.
    const twins = mapped(own, (value, unit, time) => (unit === 1 && time < 14 ? own.outcomes[2 * 18 + time]! : value));
    expect(estimate(own).p).toBeCloseTo(1 / 25, 10);
    expect(estimate(twins).p).toBeCloseTo(3 / 25, 10);
  });
});

describe('synthetic control written otherwise', () => {
  const seeds = fc.integer({ min: 1, max: 500 });
  const sized = (panel: Panel) => fitSyntheticControl(panel).effect;

  it('scales with the outcome', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1e-4, 0.5, 3, 1e5), (seed, factor) => {
        const panel = aPanel({ seed });
        expect(sized(mapped(panel, (value) => value * factor)) / factor).toBeCloseTo(sized(panel), 6);
      }),
      { numRuns: 20 },
    );
  });

  it('is blind to a constant or a shock that every unit shares', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1000, max: 1000 }), (seed, constant) => {
        const panel = aPanel({ seed });
        const moved = mapped(panel, (value, _, time) => value + constant + 7 * Math.cos(3 * time));
        expect(sized(moved)).toBeCloseTo(sized(panel), 6);
      }),
      { numRuns: 20 },
    );
  });

  it('moves by what is added to the treated cells after the start', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), (seed, effect) => {
        expect(sized(aPanel({ seed, effect }))).toBeCloseTo(sized(aPanel({ seed })) + effect, 8);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order of the units, nor on that of the periods before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const panel = aPanel({ seed });
        const { units, periods, outcomes, treatedFrom } = panel;
        const turned = units.map((_, unit) => units.length - 1 - unit);
        const width = periods.length;
        const before = treatedFrom[0]!;
        const time = (at: number): number => (at < before ? before - 1 - at : at);
        const other: Panel = {
          units: turned.map((unit) => units[unit]!),
          periods,
          outcomes: outcomes.map(
            (_, cell) => outcomes[turned[Math.floor(cell / width)]! * width + time(cell % width)]!,
          ),
          treatedFrom: turned.map((unit) => treatedFrom[unit]!),
        };
        expect(sized(other)).toBeCloseTo(sized(panel), 7);
      }),
      { numRuns: 20 },
    );
  });

  it('gains nothing from the same donor twice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const panel = aPanel({ seed });
        const width = panel.periods.length;
        const twice: Panel = {
          ...panel,
          units: [...panel.units, 'again'],
          outcomes: Float64Array.from([...panel.outcomes, ...panel.outcomes.subarray(width, 2 * width)]),
          treatedFrom: [...panel.treatedFrom, null],
        };
        expect(sized(twice)).toBeCloseTo(sized(panel), 7);
      }),
      { numRuns: 20 },
    );
  });
});
