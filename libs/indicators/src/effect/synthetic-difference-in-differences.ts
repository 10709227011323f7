import type { Interval } from '../comparison/interval';
import {
  type DonorWeight,
  type EffectEstimate,
  type EffectResult,
  type PathPoint,
  type Prefit,
  refuse,
} from './effect';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import { permutationInference, permutationInterval } from './permutation-inference';
import { studentCritical, studentTwoSided } from './probability';
import type { SdidCohort, SdidFit } from './sdid-cohort';
import { fitDesign, meanCurve, meanEffect, meanRow, remainingDrift, type SdidDesign, sdidDesign } from './sdid-design';
import { sdidJackknife } from './sdid-jackknife';
import { type SdidPlacebos, sdidPlacebos } from './sdid-placebos';
import { sdidSensitivity } from './sdid-sensitivity';
import { sdidWarnings } from './sdid-warnings';
import { thresholds } from './thresholds';

export interface SdidOptions {
  /** Of the placebos that are drawn, when there are too many to try them all. */
  readonly seed?: number;
  /** Placebos drawn for 2 to 9 treated units. */
  readonly draws?: number;
  /** Estimates only, without placebo or sensitivity: what a simulation or a cross-check needs. */
  readonly estimateOnly?: boolean;
}

/**
 * Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager, American Economic Review 2021), weights at
 * their exact optimum. Several starting periods: one block per period against never-treated units, averaged by treated cells.
 *
 * Uncertainty: placebos on donors under 10 treated units, the jackknife from 10. Doubling a donor changes the noise level and
 * shares its penalty, so the estimate moves a little, as the ridge is meant to; everything else is invariant to how the panel
 * is written.
 */
export function syntheticDifferenceInDifferences(panel: Panel, options: SdidOptions = {}): EffectResult {
  const donorCount = donorsOf(panel).length;
  if (treatedOf(panel).length === 0) return refuse('sdid', 'no-treated-unit');
  if (donorCount === 0) return refuse('sdid', 'no-donor');
  const { sdidPeriodsBefore: leastBefore, donorsIndicative: leastDonors, solverGap: limit } = thresholds;
  const longest = cohortsOf(panel).at(-1)!;
  if (longest < leastBefore) return refuse('sdid', 'too-few-periods-before', { have: longest, need: leastBefore });
  if (donorCount < leastDonors) return refuse('sdid', 'too-few-donors', { have: donorCount, need: leastDonors });
  const design = sdidDesign(panel, leastBefore);
  const fits = fitDesign(design.table, design.cohorts);
  const solverGap = Math.max(...fits.map(({ gap }) => gap));
  if (!(solverGap <= limit)) return refuse('sdid', 'solver-gap', { gap: solverGap, limit });
  const { cohorts, table } = design;
  const estimate = meanEffect(
    cohorts,
    table.periods,
    fits.map(({ effect }) => effect),
  );
  const treatedCount = cohorts.reduce((sum, cohort) => sum + cohort.treatedCount, 0);
  const usesPlacebos = !options.estimateOnly && treatedCount < thresholds.jackknifeTreated;
  const placebos = usesPlacebos
    ? sdidPlacebos(design, {
        seed: options.seed ?? 1,
        draws: options.draws ?? thresholds.sdidDraws,
        mostDonors: thresholds.sdidPlaceboDonors,
      })
    : null;
  const drift = remainingDrift(
    cohorts,
    fits.map(({ curve }) => curve),
  );
  if (placebos && Math.abs(drift) >= Math.abs(estimate)) {
    const { p } = permutationInference(drift, placebos.drifts);
    // under a true effect of nothing any drift exceeds the estimate: only one that donors do not show is a refusal
    if (p <= 0.05) return refuse('sdid', 'parallel-trends-rejected', { gap: drift, estimate, p });
  }
  const weights = donorWeights(design, fits);
  const sensitivity = options.estimateOnly ? [] : sdidSensitivity(panel, design, weights);
  const periodsBefore = cohorts[0]!.before;
  const result: Omit<EffectEstimate, 'warnings'> = {
    status: 'ok',
    method: 'sdid',
    estimate,
    ...inferenceOf(panel, design, fits, estimate, placebos, options.estimateOnly === true),
    donorCount,
    treatedCount,
    periodsBefore,
    periodsAfter: table.periods - periodsBefore,
    donors: namedWeights(panel, design, weights),
    periodWeights: namedPeriods(panel, design, fits),
    prefit: prefitOf(cohorts, fits),
    path: pathOf(panel, design, fits, placebos),
    solverGap,
    sensitivity,
  };
  return { ...result, warnings: sdidWarnings(panel, result, drift) };
}

type InferencePart = Pick<EffectEstimate, 'standardError' | 'interval' | 'interval80' | 'p' | 'pFloor' | 'inference'>;

function inferenceOf(
  panel: Panel,
  design: SdidDesign,
  fits: readonly SdidFit[],
  estimate: number,
  placebos: SdidPlacebos | null,
  isSkipped: boolean,
): InferencePart {
  if (placebos) return { ...permutationInference(estimate, placebos.effects), inference: 'placebo-in-space' };
  const standardError = isSkipped ? null : sdidJackknife(panel, design, fits);
  if (standardError === null)
    return { standardError, interval: null, interval80: null, p: null, pFloor: null, inference: 'none' };
  // the normal law would reject 7 % of true nulls with 12 treated counts
  const treated = design.members.flat().length;
  const degrees = Math.max(1, Math.min(treated, design.table.count) - 1);
  const around = (quantile: number): Interval => ({
    low: estimate - quantile * standardError,
    high: estimate + quantile * standardError,
  });
  return {
    standardError,
    interval: around(studentCritical(0.95, degrees)),
    interval80: around(studentCritical(0.8, degrees)),
    p: studentTwoSided(estimate / standardError, degrees),
    pFloor: 0,
    inference: 'jackknife',
  };
}

/** What each cohort's weights count for: its treated cells. */
function shares(cohorts: readonly SdidCohort[], periods: number): number[] {
  const cells = cohorts.map(({ treatedCount, before }) => treatedCount * (periods - before));
  const total = cells.reduce((sum, count) => sum + count, 0);
  return cells.map((count) => count / total);
}

function donorWeights({ table, cohorts }: SdidDesign, fits: readonly SdidFit[]): Float64Array {
  const weights = new Float64Array(table.count);
  shares(cohorts, table.periods).forEach((share, index) => {
    fits[index]!.unitWeights.forEach((weight, donor) => {
      weights[donor]! += share * weight;
    });
  });
  return weights;
}

const namedWeights = (panel: Panel, { donors }: SdidDesign, weights: Float64Array): DonorWeight[] =>
  donors
    .map((donor, index) => ({ unit: panel.units[donor]!, weight: weights[index]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1));

function namedPeriods(panel: Panel, { table, cohorts }: SdidDesign, fits: readonly SdidFit[]) {
  const weights = new Float64Array(Math.max(...cohorts.map(({ before }) => before)));
  shares(cohorts, table.periods).forEach((share, index) => {
    fits[index]!.periodWeights.forEach((weight, time) => {
      weights[time]! += share * weight;
    });
  });
  return Array.from(weights, (weight, time) => ({ period: panel.periods[time]!, weight }));
}

/** Around the constant distance that the method allows. */
function prefitOf(cohorts: readonly SdidCohort[], fits: readonly SdidFit[]): Prefit {
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

function pathOf(
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
