import {
  type EffectEstimate,
  type EffectMethod,
  effectMethods,
  estimateEffect,
  type Panel,
  type PanelRow,
  readPanel,
  rowOf,
  seededDraws,
} from '@sillage/indicators';
import { aPanel, startsOf } from './simulated-panel';

const mapped = (panel: Panel, change: (value: number, unit: number, time: number) => number): Panel => ({
  ...panel,
  outcomes: panel.outcomes.map((value, cell) =>
    change(value, Math.floor(cell / panel.periods.length), cell % panel.periods.length),
  ),
});

/** One panel per method, that it answers: errors over 14 periods around a level that makes them small, as fit is told relative to it. */
const simulated = (starts: readonly (number | null)[], seed: number): Panel =>
  mapped(aPanel({ starts, periodCount: 14, kind: 'autoregressive', effect: 3 }, seed), (value) => value + 100);
const panels: Readonly<Record<EffectMethod, Panel>> = {
  sdid: simulated(startsOf([1, 10], [25, null]), 5),
  'synthetic-control': simulated(startsOf([1, 10], [25, null]), 5),
  did: simulated(startsOf([30, 10], [40, null]), 3),
  'callaway-santanna': simulated(startsOf([12, 6], [15, 9], [50, null]), 4),
  its: simulated(startsOf([1, 10], [4, null]), 6),
};

function estimateOf(panel: Panel, method: EffectMethod): EffectEstimate {
  const result = estimateEffect(panel, method, { seed: 1 });
  if (result.status === 'refused') throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  return result;
}

const after = ({ treatedFrom }: Panel, unit: number, time: number): boolean => time >= (treatedFrom[unit] ?? Infinity);

/** The panel read again from its lines, in another order. */
function shuffled(panel: Panel): Panel {
  const rows = panel.units.flatMap((unit, index) =>
    panel.periods.map(
      (period, time): PanelRow => ({
        unit,
        period,
        outcome: rowOf(panel, index)[time]!,
        treated: Number(after(panel, index, time)),
      }),
    ),
  );
  const draws = seededDraws(9);
  const order = rows.map((row) => ({ row, key: draws.uniform() })).sort((one, other) => one.key - other.key);
  const read = readPanel(order.map(({ row }) => row));
  if (read.status !== 'read') throw new Error(read.code);
  return read.panel;
}

/** Units in the reverse order, without reading them again. */
function reversed(panel: Panel): Panel {
  const order = panel.units.map((_, unit) => unit).reverse();
  return {
    ...panel,
    units: order.map((unit) => panel.units[unit]!),
    treatedFrom: order.map((unit) => panel.treatedFrom[unit]!),
    outcomes: Float64Array.from(order.flatMap((unit) => [...rowOf(panel, unit)])),
  };
}

/** The last unit, a donor, once more. */
const withTwin = (panel: Panel): Panel => ({
  ...panel,
  units: [...panel.units, 'twin'],
  treatedFrom: [...panel.treatedFrom, null],
  outcomes: Float64Array.from([...panel.outcomes, ...rowOf(panel, panel.units.length - 1)]),
});

const withDouble = (panel: Panel): Panel => ({
  ...panel,
  weights: Float64Array.from(panel.units, (_, unit) => (unit === panel.units.length - 1 ? 2 : 1)),
});

describe.each(effectMethods)('%s on a panel written otherwise', (method) => {
  const panel = panels[method];
  const base = estimateOf(panel, method);
  const moved = (change: (value: number, unit: number, time: number) => number) =>
    estimateOf(mapped(panel, change), method);

  it.each([1e-3, 40, 1e6])('scales by %d with the outcome', (factor) => {
    const scaled = moved((value) => value * factor);
    expect(scaled.estimate / factor).toBeCloseTo(base.estimate, 6);
    expect(scaled.p).toBeCloseTo(base.p!, 8);
  });

  it('turns with the sign of the outcome', () => {
    const turned = moved((value) => -value);
    expect(turned.estimate).toBeCloseTo(-base.estimate, 8);
    expect(turned.p).toBeCloseTo(base.p!, 8);
  });

  it.each([-7, 2.5, 400])('shifts by %d with the treated cells', (shift) => {
    const shifted = moved((value, unit, time) => value + (after(panel, unit, time) ? shift : 0));
    expect(shifted.estimate).toBeCloseTo(base.estimate + shift, 6);
  });

  it('is blind to a constant of all units', () => {
    const raised = moved((value) => value + 300);
    expect(raised.estimate).toBeCloseTo(base.estimate, 6);
    expect(raised.p).toBeCloseTo(base.p!, 8);
  });

  it('does not depend on the order of the lines', () => {
    expect(estimateOf(shuffled(panel), method).estimate).toBeCloseTo(base.estimate, 7);
  });

  it('does not depend on the order of the units', () => {
    const turned = estimateOf(reversed(panel), method);
    expect(turned.estimate).toBeCloseTo(base.estimate, 7);
    expect(turned.p).toBeCloseTo(base.p!, 8);
  });
});

// Synthetic control compares levels: a constant of one unit alone changes what it says, and must.
it.each(effectMethods.filter((method) => method !== 'synthetic-control'))(
  '%s is blind to a constant of each unit',
  (method) => {
    const panel = panels[method];
    const moved = estimateOf(
      mapped(panel, (value, unit) => value + 7 * ((unit * 13) % 5)),
      method,
    );
    expect(moved.estimate).toBeCloseTo(estimateOf(panel, method).estimate, 7);
  },
);

// Callaway and Sant'Anna start from the year before, a series has a slope: there the order of years is a datum.
it.each(['did', 'synthetic-control', 'sdid'] as const)('%s does not depend on the order of years before', (method) => {
  const panel = panels[method];
  const width = panel.periods.length;
  const turned = {
    ...panel,
    outcomes: panel.outcomes.map((value, cell) => {
      const time = cell % width;
      return time < 10 ? panel.outcomes[cell - time + 9 - time]! : value;
    }),
  };
  const [one, other] = [estimateOf(turned, method), estimateOf(panel, method)];
  expect(one.estimate).toBeCloseTo(other.estimate, 7);
});

describe('a donor that stands twice', () => {
  it('is nothing to synthetic control, nor to a series without donors', () => {
    for (const method of ['synthetic-control', 'its'] as const) {
      const panel = panels[method];
      expect(estimateOf(withTwin(panel), method).estimate).toBeCloseTo(estimateOf(panel, method).estimate, 7);
    }
  });

  it('is a donor of weight 2 where donors are averaged', () => {
    for (const method of ['did', 'callaway-santanna'] as const) {
      const panel = panels[method];
      const twice = estimateOf(withTwin(panel), method).estimate;
      expect(twice).toBeCloseTo(estimateOf(withDouble(panel), method).estimate, 8);
      expect(twice).not.toBeCloseTo(estimateOf(panel, method).estimate, 8);
    }
  });

  it('moves synthetic difference-in-differences by less than its error: the penalty is shared', () => {
    const base = estimateOf(panels.sdid, 'sdid');
    expect(Math.abs(estimateOf(withTwin(panels.sdid), 'sdid').estimate - base.estimate)).toBeLessThan(
      base.standardError! / 4,
    );
  });
});
