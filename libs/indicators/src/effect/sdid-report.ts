import type { DonorWeight, PathPoint, Prefit } from './effect';
import type { Panel } from './panel';
import { permutationInterval } from './permutation-inference';
import type { SdidCohort, SdidFit } from './sdid-cohort';
import { meanCurve, meanRow, type SdidDesign } from './sdid-design';
import type { SdidPlacebos } from './sdid-placebos';

/** What each cohort's weights count for: its treated cells. */
function shares(cohorts: readonly SdidCohort[], periods: number): number[] {
  const cells = cohorts.map(({ treatedCount, before }) => treatedCount * (periods - before));
  const total = cells.reduce((sum, count) => sum + count, 0);
  return cells.map((count) => count / total);
}

export function donorWeights({ table, cohorts }: SdidDesign, fits: readonly SdidFit[]): Float64Array {
  const weights = new Float64Array(table.count);
  shares(cohorts, table.periods).forEach((share, index) => {
    fits[index]!.unitWeights.forEach((weight, donor) => {
      weights[donor]! += share * weight;
    });
  });
  return weights;
}

export const namedWeights = (panel: Panel, { donors }: SdidDesign, weights: Float64Array): DonorWeight[] =>
  donors
    .map((donor, index) => ({ unit: panel.units[donor]!, weight: weights[index]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1));

export function namedPeriods(panel: Panel, { table, cohorts }: SdidDesign, fits: readonly SdidFit[]) {
  const weights = new Float64Array(Math.max(...cohorts.map(({ before }) => before)));
  shares(cohorts, table.periods).forEach((share, index) => {
    fits[index]!.periodWeights.forEach((weight, time) => {
      weights[time]! += share * weight;
    });
  });
  return Array.from(weights, (weight, time) => ({ period: panel.periods[time]!, weight }));
}

/** Around the constant distance that the method allows. */
export function prefitOf(cohorts: readonly SdidCohort[], fits: readonly SdidFit[]): Prefit {
  let squares = 0;
  let level = 0;
  let cells = 0;
  cohorts.forEach(({ before, treatedCount, mean }, index) => {
    const past = fits[index]!.curve.subarray(0, before);
    const distance = past.reduce((sum, value) => sum + value / before, 0);
    for (const value of past) squares += treatedCount * (value - distance) ** 2;
    for (const value of mean.subarray(0, before)) level += treatedCount * value;
    cells += treatedCount * before;
  });
  const rmse = Math.sqrt(squares / cells);
  return { rmse, relative: level === 0 ? null : rmse / Math.abs(level / cells) };
}

export function pathOf(
  panel: Panel,
  { cohorts, members, table }: SdidDesign,
  fits: readonly SdidFit[],
  placebos: SdidPlacebos | null,
): PathPoint[] {
  const { periods } = table;
  const rows = members.flat().map((unit) => panel.outcomes.subarray(unit * periods, (unit + 1) * periods));
  const observed = meanRow(rows, periods);
  const curve = meanCurve(
    cohorts,
    fits.map((fit) => fit.curve),
  );
  return panel.periods.map((period, time) => ({
    period,
    observed: observed[time]!,
    counterfactual: observed[time]! - curve[time]!,
    gap:
      placebos &&
      permutationInterval(
        curve[time]!,
        Float64Array.from(placebos.curves, (placebo) => Math.abs(placebo[time]!)).sort(),
        0.05,
      ),
    isAfter: time >= cohorts[0]!.before,
  }));
}
