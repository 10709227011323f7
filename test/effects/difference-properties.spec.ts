import {
  callawaySantAnna,
  differenceInDifferences,
  type EffectEstimate,
  type EffectResult,
  interruptedTimeSeries,
  type Panel,
} from '@sillage/indicators';
import { aPanel, startsOf } from './simulated-panel';

const sameStart = { periodCount: 12, kind: 'autoregressive', effect: 3 } as const;
const few = aPanel({ ...sameStart, starts: startsOf([1, 8], [29, null]) }, 5);
const three = aPanel({ ...sameStart, starts: startsOf([3, 8], [25, null]) }, 3);
const many = aPanel({ ...sameStart, starts: startsOf([30, 8], [40, null]) }, 3);
const staggered = aPanel({ ...sameStart, starts: startsOf([12, 5], [15, 8], [50, null]) }, 4);
const alone = aPanel({ ...sameStart, starts: [8] }, 6);

const methods: [name: string, panel: Panel, estimate: (panel: Panel) => EffectResult][] = [
  ['difference in differences of one unit', few, differenceInDifferences],
  ['difference in differences of three units', three, differenceInDifferences],
  ['difference in differences of thirty units', many, differenceInDifferences],
  ["Callaway and Sant'Anna", staggered, callawaySantAnna],
  ['interrupted series', alone, interruptedTimeSeries],
];

const told = (result: EffectResult): EffectEstimate => {
  if (result.status === 'refused') throw new Error(result.code);
  return result;
};

const mapCells = (panel: Panel, change: (value: number, unit: number, period: number) => number): Panel => ({
  ...panel,
  outcomes: panel.outcomes.map((value, cell) =>
    change(value, Math.floor(cell / panel.periods.length), cell % panel.periods.length),
  ),
});

function expectSame(seen: EffectEstimate, base: EffectEstimate, { scale = 1, shift = 0, isSpreadKept = true } = {}) {
  const move = (value: number) => expect.closeTo(value * scale + shift, 6);
  expect(seen.estimate).toEqual(move(base.estimate));
  expect(seen.interval).toEqual({ low: move(base.interval!.low), high: move(base.interval!.high) });
  expect(seen.interval80).toEqual({ low: move(base.interval80!.low), high: move(base.interval80!.high) });
  if (isSpreadKept) expect(seen.standardError).toBeCloseTo(base.standardError! * scale, 6);
  if (shift === 0) expect(seen.p).toBeCloseTo(base.p!, 10);
}

describe.each(methods)('%s', (_, panel, estimate) => {
  const base = told(estimate(panel));

  it('follows a change of unit of the outcome', () => {
    expectSame(told(estimate(mapCells(panel, (value) => value * 40))), base, { scale: 40 });
  });

  it('finds what is added to the treated cells, no more and no less', () => {
    const moved = mapCells(panel, (value, unit, period) => {
      const from = panel.treatedFrom[unit]!;
      return from !== null && period >= from ? value + 2.5 : value;
    });
    expectSame(told(estimate(moved)), base, { shift: 2.5 });
  });

  it('does not see what is added to a unit for good', () => {
    expectSame(told(estimate(mapCells(panel, (value, unit) => value + 7 * ((unit * 13) % 5)))), base);
  });

  it('does not depend on the order of the units', () => {
    const order = panel.units.map((_, unit) => unit).reverse();
    const width = panel.periods.length;
    const reversed: Panel = {
      ...panel,
      units: order.map((unit) => panel.units[unit]!),
      treatedFrom: order.map((unit) => panel.treatedFrom[unit]!),
      outcomes: Float64Array.from(
        order.flatMap((unit) => Array.from(panel.outcomes.subarray(unit * width, (unit + 1) * width))),
      ),
    };
    expectSame(told(estimate(reversed)), base);
  });

  it('says the same thing twice', () => {
    expect(estimate(panel)).toEqual(estimate({ ...panel, outcomes: Float64Array.from(panel.outcomes) }));
  });

  it('tells the gap by period: its own terms, or a mean after the start that is the estimate', () => {
    const gaps = base.path.map((point) => point.observed - point.counterfactual);
    if (base.method === 'callaway-santanna')
      expect(gaps).toEqual(base.terms!.map(({ value }) => expect.closeTo(value, 8)));
    else {
      const after = gaps.filter((_gap, index) => base.path[index]!.isAfter);
      expect(after.reduce((sum, gap) => sum + gap, 0) / after.length).toBeCloseTo(base.estimate, 8);
    }
  });

  it('excludes 0 from its interval exactly when p is at most 5 %', () => {
    const { interval, p } = base;
    expect(interval!.low > 0 || interval!.high < 0).toBe(p! <= 0.05);
  });
});

describe.each(methods.filter(([, panel]) => panel.units.length > 1))('%s, against others', (_, panel, estimate) => {
  it('does not see what happens to all at a period', () => {
    expectSame(
      told(estimate(mapCells(panel, (value, _unit, period) => value + (period % 4) * 3))),
      told(estimate(panel)),
    );
  });

  it('does not see weights that are all the same', () => {
    expectSame(
      told(estimate({ ...panel, weights: new Float64Array(panel.units.length).fill(250) })),
      told(estimate(panel)),
    );
  });

  it('reads whole clusters of one unit as units', () => {
    expectSame(told(estimate({ ...panel, clusters: panel.units })), told(estimate(panel)));
  });
});
