import { cohortsOf, donorsOf, type Panel, rowOf, treatedOf } from './panel';
import { robustScale } from './robust-scale';
import { thresholds } from './thresholds';

/**
 * The panel with at most so many donors: those nearest to each treated unit by level, slope and structure before the start,
 * in robust standard deviations. With more donors than periods infinitely many weights fit perfectly, and the answer depends on which
 * the solver meets first. Where outcomes are positive, peers have half to twice the level of a treated unit: the yearly
 * changes of a village say nothing of how much a town changes by chance.
 */
export function keepPeers(panel: Panel, most: number): Panel {
  const donors = donorsOf(panel);
  const treated = treatedOf(panel);
  const before = cohortsOf(panel)[0];
  if (donors.length <= most || before === undefined || before === 0) return panel;
  const shapes = panel.units.map((_, unit) => shapeOf(rowOf(panel, unit).subarray(0, before)));
  const scales = {
    level: robustScale(donors.map((donor) => shapes[donor]!.level)),
    slope: robustScale(donors.map((donor) => shapes[donor]!.slope)),
  };
  const isPositive = shapes.every(({ lowest }) => lowest > 0);
  const isNear = (donor: number, unit: number): boolean => {
    const ratio = shapes[donor]!.level / shapes[unit]!.level;
    return !isPositive || (ratio <= thresholds.peerCaliper && ratio >= 1 / thresholds.peerCaliper);
  };
  const structure = Object.values(panel.structure ?? {}).map((values) => ({
    values,
    scale: robustScale(donors.map((donor) => values[donor]!)),
  }));
  const apartIn = (donor: number, unit: number): number =>
    structure.reduce((sum, { values, scale }) => sum + ((values[donor]! - values[unit]!) / scale) ** 2, 0);
  const distance = (donor: number, unit: number): number =>
    apartIn(donor, unit) +
    ((shapes[donor]!.level - shapes[unit]!.level) / scales.level) ** 2 +
    ((shapes[donor]!.slope - shapes[unit]!.slope) / scales.slope) ** 2;
  const kept = new Set<number>();
  const queues = treated.map((unit) =>
    donors
      .filter((donor) => isNear(donor, unit))
      .map((donor) => ({ donor, apart: distance(donor, unit) }))
      .sort((a, b) => a.apart - b.apart || a.donor - b.donor)
      .map(({ donor }) => donor),
  );
  const next = queues.map(() => 0);
  // Each treated unit in turn adds its nearest donor that is not there yet.
  while (kept.size < most && queues.some((queue, turn) => next[turn]! < queue.length)) {
    queues.forEach((queue, turn) => {
      while (next[turn]! < queue.length && kept.has(queue[next[turn]!]!)) next[turn]!++;
      if (next[turn]! < queue.length && kept.size < most) kept.add(queue[next[turn]!]!);
    });
  }
  return selectUnits(
    panel,
    panel.units.flatMap((_, unit) => (panel.treatedFrom[unit] !== null || kept.has(unit) ? [unit] : [])),
  );
}

function shapeOf(row: Float64Array): { level: number; slope: number; lowest: number } {
  const centre = (row.length - 1) / 2;
  let level = 0;
  let products = 0;
  let squares = 0;
  let lowest = Number.POSITIVE_INFINITY;
  row.forEach((value, time) => {
    level += value / row.length;
    products += (time - centre) * value;
    squares += (time - centre) ** 2;
    lowest = Math.min(lowest, value);
  });
  return { level, slope: squares > 0 ? products / squares : 0, lowest };
}

/** The panel of some of its units, in the order given. */
export function selectUnits(panel: Panel, units: readonly number[]): Panel {
  const { periods } = panel;
  const take = (cells: Float64Array): Float64Array => {
    const taken = new Float64Array(units.length * periods.length);
    units.forEach((unit, index) => {
      taken.set(cells.subarray(unit * periods.length, (unit + 1) * periods.length), index * periods.length);
    });
    return taken;
  };
  return {
    units: units.map((unit) => panel.units[unit]!),
    periods,
    outcomes: take(panel.outcomes),
    treatedFrom: units.map((unit) => panel.treatedFrom[unit]!),
    ...(panel.covariates && {
      covariates: Object.fromEntries(Object.entries(panel.covariates).map(([name, cells]) => [name, take(cells)])),
    }),
    ...(panel.structure && {
      structure: Object.fromEntries(
        Object.entries(panel.structure).map(([name, values]) => [name, units.map((unit) => values[unit]!)]),
      ),
    }),
    ...(panel.clusters && { clusters: units.map((unit) => panel.clusters![unit]!) }),
    ...(panel.weights && { weights: Float64Array.from(units, (unit) => panel.weights![unit]!) }),
  };
}
