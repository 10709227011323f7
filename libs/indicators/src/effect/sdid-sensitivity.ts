import type { SensitivityEstimate } from './effect';
import type { Panel } from './panel';
import { type DonorTable, fitSdidCohort, noiseOf, type SdidCohort } from './sdid-cohort';
import { fitDesign, meanEffect, type SdidDesign } from './sdid-design';

const heaviestTried = 5;
const leastWeightTried = 0.01;
/** Periods that must be left before a pretended start. */
const leastBefore = 4;

/** The estimate again with one thing changed. `weights`: what each donor weighs over all cohorts. */
export function sdidSensitivity(panel: Panel, design: SdidDesign, weights: Float64Array): SensitivityEstimate[] {
  const { table, cohorts, donors } = design;
  const found: SensitivityEstimate[] = heaviest(weights).map((donor) => ({
    kind: 'without-donor',
    unit: panel.units[donors[donor]!]!,
    estimate: meanEffect(
      cohorts,
      table.periods,
      fitDesign(table, cohorts, { leftOut: donor }).map(({ effect }) => effect),
    ),
  }));
  const starts = cohorts.map(({ before }) => before);
  if (starts.every((before) => before - 1 >= leastBefore)) {
    const effects = cohorts.map((cohort) => fitWithoutLastBefore(table, cohort));
    found.push({
      kind: 'ending-earlier',
      estimate: meanEffect(cohorts, table.periods, effects),
      period: panel.periods[starts[0]! - 1]!,
    });
  }
  const shifts = cohorts.map(({ before }) => pretendedLength(before, table.periods));
  if (starts.every((before, index) => before - shifts[index]! >= leastBefore)) {
    const effects = cohorts.map((cohort, index) => fitEarlierStart(table, cohort, shifts[index]!));
    found.push({
      kind: 'placebo-in-time',
      estimate: meanEffect(cohorts, table.periods, effects),
      period: panel.periods[starts[0]! - shifts[0]!]!,
    });
  }
  return found;
}

/** As long as the real time after the start, within a third of the time before. */
const pretendedLength = (before: number, periods: number): number =>
  Math.max(1, Math.min(periods - before, Math.floor(before / 3)));

function heaviest(weights: Float64Array): number[] {
  return [...weights.keys()]
    .filter((donor) => weights[donor]! >= leastWeightTried)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, heaviestTried);
}

function fitWithoutLastBefore(table: DonorTable, cohort: SdidCohort): number {
  const keep = Array.from({ length: table.periods }, (_, time) => time).filter((time) => time !== cohort.before - 1);
  return fitOnPeriods(table, cohort, keep, cohort.before - 1);
}

function fitEarlierStart(table: DonorTable, cohort: SdidCohort, shift: number): number {
  const keep = Array.from({ length: cohort.before }, (_, time) => time);
  return fitOnPeriods(table, cohort, keep, cohort.before - shift);
}

function fitOnPeriods(table: DonorTable, cohort: SdidCohort, keep: readonly number[], before: number): number {
  const outcomes = new Float64Array(table.count * keep.length);
  for (let donor = 0; donor < table.count; donor++) {
    keep.forEach((time, index) => {
      outcomes[donor * keep.length + index] = table.outcomes[donor * table.periods + time]!;
    });
  }
  const shorter = { outcomes, count: table.count, periods: keep.length };
  const mean = Float64Array.from(keep, (time) => cohort.mean[time]!);
  return fitSdidCohort(shorter, { ...cohort, mean, before, noise: noiseOf(shorter, before) }).effect;
}
