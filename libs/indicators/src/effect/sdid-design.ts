import { cohortsOf, donorsOf, type Panel, rowOf } from './panel';
import {
  type DonorTable,
  fitSdidCohort,
  noiseOf,
  type SdidCohort,
  type SdidFit,
  type SdidFitOptions,
} from './sdid-cohort';

/** A panel as synthetic difference-in-differences reads it: never-treated rows, and one block per starting period. */
export interface SdidDesign {
  readonly table: DonorTable;
  /** Indices in the panel of the table's rows. */
  readonly donors: readonly number[];
  readonly cohorts: readonly SdidCohort[];
  /** For each cohort, the indices in the panel of its units. */
  readonly members: readonly (readonly number[])[];
}

/** Cohorts that start before `leastBefore` periods are left to the caller, who says so. */
export function sdidDesign(panel: Panel, leastBefore: number): SdidDesign {
  const periods = panel.periods.length;
  const donors = donorsOf(panel);
  const table = tableOf(
    donors.map((donor) => rowOf(panel, donor)),
    periods,
  );
  const starts = cohortsOf(panel).filter((start) => start >= leastBefore);
  const members = starts.map((start) =>
    panel.units.flatMap((_, unit) => (panel.treatedFrom[unit] === start ? [unit] : [])),
  );
  const cohorts = members.map((units, index): SdidCohort => {
    const before = starts[index]!;
    const mean = meanRow(
      units.map((unit) => rowOf(panel, unit)),
      periods,
    );
    return { mean, treatedCount: units.length, before, noise: noiseOf(table, before) };
  });
  return { table, donors, cohorts, members };
}

export function tableOf(rows: readonly Float64Array[], periods: number): DonorTable {
  const outcomes = new Float64Array(rows.length * periods);
  rows.forEach((row, donor) => {
    outcomes.set(row, donor * periods);
  });
  return { outcomes, count: rows.length, periods };
}

export function meanRow(rows: readonly Float64Array[], periods: number): Float64Array {
  const mean = new Float64Array(periods);
  for (const row of rows) for (let time = 0; time < periods; time++) mean[time]! += row[time]! / rows.length;
  return mean;
}

export const fitDesign = (table: DonorTable, cohorts: readonly SdidCohort[], options?: SdidFitOptions): SdidFit[] =>
  cohorts.map((cohort) => fitSdidCohort(table, cohort, options));

/** Mean of the cohorts' effects, each weighing its treated cells: N1 · T1. */
export function meanEffect(cohorts: readonly SdidCohort[], periods: number, effects: readonly number[]): number {
  let total = 0;
  let cells = 0;
  cohorts.forEach(({ treatedCount, before }, index) => {
    const weight = treatedCount * (periods - before);
    total += weight * effects[index]!;
    cells += weight;
  });
  return total / cells;
}

/** Mean over treated units of their effect at each period of the calendar, before and after their own start. */
export function meanCurve(cohorts: readonly SdidCohort[], curves: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(curves[0]!.length);
  const units = cohorts.reduce((sum, { treatedCount }) => sum + treatedCount, 0);
  cohorts.forEach(({ treatedCount }, index) => {
    curves[index]!.forEach((value, time) => {
      mean[time]! += (treatedCount / units) * value;
    });
  });
  return mean;
}

/** What the trend left before the start would amount to afterwards if it went on: its slope × the periods after. */
export function remainingDrift(cohorts: readonly SdidCohort[], curves: readonly Float64Array[]): number {
  const drifts = cohorts.map(({ before }, index) => slopeOf(curves[index]!, before) * (curves[index]!.length - before));
  return meanEffect(cohorts, curves[0]!.length, drifts);
}

function slopeOf(curve: Float64Array, before: number): number {
  const centre = (before - 1) / 2;
  let products = 0;
  let squares = 0;
  for (let time = 0; time < before; time++) {
    products += (time - centre) * curve[time]!;
    squares += (time - centre) ** 2;
  }
  return products / squares;
}
