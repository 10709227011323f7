import type { Interval } from '../comparison/interval';
import { type EffectEstimate, type EffectResult, refuse } from './effect';
import { keptPlacebos } from './kept-placebos';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import { permutationInference } from './permutation-inference';
import { studentCritical, studentTwoSided } from './probability';
import type { SdidFit } from './sdid-cohort';
import { netOfCovariates } from './sdid-covariates';
import { fitDesign, meanEffect, remainingDrift, type SdidDesign, sdidDesign } from './sdid-design';
import { sdidJackknife } from './sdid-jackknife';
import { type SdidPlacebos, sdidPlacebos } from './sdid-placebos';
import { donorWeights, namedPeriods, namedWeights, pathOf, prefitOf } from './sdid-report';
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
export function syntheticDifferenceInDifferences(given: Panel, options: SdidOptions = {}): EffectResult {
  const donorCount = donorsOf(given).length;
  if (treatedOf(given).length === 0) return refuse('sdid', 'no-treated-unit');
  if (donorCount === 0) return refuse('sdid', 'no-donor');
  const { sdidPeriodsBefore: leastBefore, donorsIndicative: leastDonors, solverGap: limit } = thresholds;
  const longest = cohortsOf(given).at(-1)!;
  if (longest < leastBefore) return refuse('sdid', 'too-few-periods-before', { have: longest, need: leastBefore });
  if (donorCount < leastDonors) return refuse('sdid', 'too-few-donors', { have: donorCount, need: leastDonors });
  const panel = netOfCovariates(given);
  if ('status' in panel) return panel;
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
    const { p } = permutationInference(drift, placebos.drifts, table.count);
    // under a true effect of nothing any drift exceeds the estimate: only one that donors do not show is a refusal
    if (p <= thresholds.clearP) return refuse('sdid', 'parallel-trends-rejected', { gap: drift, estimate, p });
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
    path: pathOf(given, design, fits, placebos),
    solverGap,
    sensitivity,
    ...(placebos && { placeboEffects: keptPlacebos(placebos.effects) }),
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
  if (placebos)
    return { ...permutationInference(estimate, placebos.effects, design.table.count), inference: 'placebo-in-space' };
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
