import { simplexLeastSquares } from '../numeric/simplex-least-squares';
import { weightedGaps } from './weighted-gaps';

/** Rows of never-treated units: `outcomes[donor * periods + time]`. */
export interface DonorTable {
  readonly outcomes: Float64Array;
  readonly count: number;
  readonly periods: number;
}

/** Units that start together, as their mean. */
export interface SdidCohort {
  readonly mean: Float64Array;
  readonly treatedCount: number;
  /** Periods before the start. */
  readonly before: number;
  /** Standard deviation of the donors' first differences before the start; a placebo keeps that of the real estimate. */
  readonly noise: number;
}

export interface SdidFit {
  readonly unitWeights: Float64Array;
  readonly periodWeights: Float64Array;
  readonly effect: number;
  /** Effect at each period, those before the start included: they show how well the comparison followed. */
  readonly curve: Float64Array;
  readonly gap: number;
}

export interface SdidFitOptions {
  /** A donor that keeps no part: a placebo's own row. */
  readonly leftOut?: number;
}

/** Ridges of Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), section 2, on the un-averaged squares (methods.md, pitfall 2). */
const periodRidge = 1e-6;

/**
 * Synthetic difference-in-differences of one cohort. Unit weights bring the donors' path parallel to the treated one (free
 * intercept, ridge T0·zeta² with zeta = (N1·T1)^¼ · noise); period weights bring the past to the donors' level afterwards.
 */
export function fitSdidCohort(table: DonorTable, cohort: SdidCohort, options: SdidFitOptions = {}): SdidFit {
  const { count, periods } = table;
  const { before, noise, treatedCount, mean } = cohort;
  const { leftOut = -1 } = options;
  const zeta = (treatedCount * (periods - before)) ** 0.25 * noise;
  const units = simplexLeastSquares({
    donors: firstColumns(table, before),
    target: mean.subarray(0, before),
    ridge: before * zeta * zeta,
    intercept: true,
    ...(leftOut >= 0 && { leftOut }),
  });
  const { rows, target } = periodRows(table, before, leftOut);
  const kept = leftOut < 0 ? count : count - 1;
  const times = simplexLeastSquares({
    donors: rows,
    target,
    ridge: kept * (periodRidge * noise) ** 2,
    intercept: true,
  });
  const curve = effectCurve(table, cohort, units.weights, times.weights);
  let effect = 0;
  for (let time = before; time < periods; time++) effect += curve[time]! / (periods - before);
  return {
    unitWeights: units.weights,
    periodWeights: times.weights,
    effect,
    curve,
    gap: Math.max(units.gap, times.gap),
  };
}

/** Treated minus weighted donors at each period, minus the same over the weighted past. */
function effectCurve(
  { outcomes, periods }: DonorTable,
  { mean, before }: Pick<SdidCohort, 'mean' | 'before'>,
  unitWeights: Float64Array,
  periodWeights: Float64Array,
): Float64Array {
  const curve = weightedGaps(mean, outcomes, unitWeights);
  let base = 0;
  for (let time = 0; time < before; time++) base += periodWeights[time]! * curve[time]!;
  for (let time = 0; time < periods; time++) curve[time]! -= base;
  return curve;
}

function firstColumns({ outcomes, count, periods }: DonorTable, width: number): Float64Array {
  const columns = new Float64Array(count * width);
  for (let donor = 0; donor < count; donor++) {
    columns.set(outcomes.subarray(donor * periods, donor * periods + width), donor * width);
  }
  return columns;
}

/** One row per period before, one value per donor; the target is each donor's mean afterwards. */
function periodRows({ outcomes, count, periods }: DonorTable, before: number, leftOut: number) {
  const kept = leftOut < 0 ? count : count - 1;
  const rows = new Float64Array(before * kept);
  const target = new Float64Array(kept);
  for (let donor = 0, column = 0; donor < count; donor++) {
    if (donor === leftOut) continue;
    const start = donor * periods;
    for (let time = 0; time < before; time++) rows[time * kept + column] = outcomes[start + time]!;
    let total = 0;
    for (let time = before; time < periods; time++) total += outcomes[start + time]!;
    target[column++] = total / (periods - before);
  }
  return { rows, target };
}

/** Pooled standard deviation (n − 1) of the first differences of donors over the periods before. */
export function noiseOf({ outcomes, count, periods }: DonorTable, before: number): number {
  const size = count * (before - 1);
  let mean = 0;
  for (let donor = 0; donor < count; donor++) {
    mean += (outcomes[donor * periods + before - 1]! - outcomes[donor * periods]!) / size;
  }
  let squares = 0;
  for (let donor = 0; donor < count; donor++) {
    for (let time = 1; time < before; time++) {
      const at = donor * periods + time;
      squares += (outcomes[at]! - outcomes[at - 1]! - mean) ** 2;
    }
  }
  return size > 1 ? Math.sqrt(squares / (size - 1)) : 0;
}
