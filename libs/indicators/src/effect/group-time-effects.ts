import { clusterIndices } from './cluster-indices';
import { cohortsOf, type Panel } from './panel';

export interface GroupTimeOptions {
  /** Who stands for "without the project": units never treated, or also those not treated yet. */
  readonly control?: 'never-treated' | 'not-yet-treated';
  /** Periods before the start in which units may already have changed. */
  readonly anticipation?: number;
}

/** Effect on the units that start at period `cohort`, read at `period` (both indices). */
export interface GroupTimeCell {
  readonly cohort: number;
  readonly period: number;
  readonly isAfter: boolean;
  readonly estimate: number;
  /** Influence of each unit: its mean square over n is the variance. */
  readonly influence: Float64Array;
}

export interface GroupTimeEffects {
  readonly cells: readonly GroupTimeCell[];
  /** Cohorts with at least one cell, earliest first. */
  readonly cohorts: readonly number[];
  /** Cells without any control left. */
  readonly emptyCells: number;
  readonly unitCount: number;
  readonly cohortOf: readonly (number | null)[];
  /** Weight of each unit, of mean 1. */
  readonly weights: Float64Array;
  readonly clusterOf: Int32Array;
  readonly clusterCount: number;
}

/**
 * Callaway and Sant'Anna (2021), no covariates, base that varies before the start: change of the cohort since its last untouched
 * period (before the start: since the previous one) minus the same change of the controls.
 */
export function groupTimeEffects(panel: Panel, options: GroupTimeOptions = {}): GroupTimeEffects {
  const { control = 'not-yet-treated', anticipation = 0 } = options;
  const { treatedFrom, outcomes } = panel;
  const periodCount = panel.periods.length;
  const unitCount = treatedFrom.length;
  const weights = meanOne(panel.weights, unitCount);
  const columns = byPeriod(outcomes, unitCount, periodCount);
  const never = Number.POSITIVE_INFINITY;
  const startOf = Float64Array.from(treatedFrom, (from) => from ?? never);
  const cells: GroupTimeCell[] = [];
  let emptyCells = 0;
  for (const cohort of cohortsOf(panel)) {
    const lastUntouched = cohort - anticipation - 1;
    if (lastUntouched < 0) continue;
    const treated = indices(startOf, (start) => start === cohort);
    for (let period = 1; period < periodCount; period++) {
      const base = period >= cohort ? lastUntouched : period - 1;
      const untilNow = Math.max(period, base) + anticipation;
      const controls = indices(
        startOf,
        (start) => start === never || (control === 'not-yet-treated' && start > untilNow && start !== cohort),
      );
      if (controls.length === 0) {
        emptyCells++;
        continue;
      }
      const influence = new Float64Array(unitCount);
      const from = columns[base]!;
      const to = columns[period]!;
      const gained = addGroup({ influence, members: treated, from, to, weights, sign: 1 });
      const without = addGroup({ influence, members: controls, from, to, weights, sign: -1 });
      cells.push({ cohort, period, isAfter: period >= cohort, estimate: gained - without, influence });
    }
  }
  return {
    cells,
    cohorts: [...new Set(cells.map((cell) => cell.cohort))],
    emptyCells,
    unitCount,
    cohortOf: treatedFrom,
    weights,
    ...clusterIndices(unitCount, panel.clusters),
  };
}

/** Mean change of a group; writes the influence of its members. */
function addGroup(group: {
  readonly influence: Float64Array;
  readonly members: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly weights: Float64Array;
  readonly sign: 1 | -1;
}): number {
  const { influence, members, from, to, weights, sign } = group;
  let total = 0;
  let sum = 0;
  for (let index = 0; index < members.length; index++) {
    const unit = members[index]!;
    total += weights[unit]!;
    sum += weights[unit]! * (to[unit]! - from[unit]!);
  }
  const mean = sum / total;
  const factor = (sign * influence.length) / total;
  for (let index = 0; index < members.length; index++) {
    const unit = members[index]!;
    influence[unit] = factor * weights[unit]! * (to[unit]! - from[unit]! - mean);
  }
  return mean;
}

function meanOne(weights: Float64Array | undefined, unitCount: number): Float64Array {
  if (!weights) return new Float64Array(unitCount).fill(1);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / unitCount;
  return weights.map((weight) => weight / mean);
}

/** One array per period: differences are then read in the order of memory. */
function byPeriod(outcomes: Float64Array, unitCount: number, periodCount: number): Float64Array[] {
  const columns = Array.from({ length: periodCount }, () => new Float64Array(unitCount));
  for (let unit = 0; unit < unitCount; unit++)
    for (let period = 0; period < periodCount; period++)
      columns[period]![unit] = outcomes[unit * periodCount + period]!;
  return columns;
}

function indices(values: Float64Array, test: (value: number) => boolean): Int32Array {
  const found = new Int32Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index++) if (test(values[index]!)) found[count++] = index;
  return found.subarray(0, count);
}
