import { permutationDesign, treatmentBlocks, treatmentOf } from './difference-design';
import type { EffectEstimate, Inference } from './effect';
import type { Panel } from './panel';
import { studentCritical, studentTwoSided } from './probability';
import { stratifiedInference } from './stratified-inference';
import { thresholds } from './thresholds';
import { permuteTreatment } from './treatment-permutation';
import { type TwoWayFit, twoWayFixedEffects } from './two-way-fixed-effects';

export type DifferenceInference = Pick<
  EffectEstimate,
  'estimate' | 'standardError' | 'interval' | 'interval80' | 'p' | 'pFloor'
> & {
  readonly inference: Inference;
  /** One per covariate. */
  readonly slopes: Float64Array;
  readonly slopeErrors: Float64Array;
  readonly treatedClusters: number;
  readonly areTreatedFew: boolean;
};

/** Two-way fixed effects of the treatment with the inference that the number of treated clusters allows. */
export function differenceInference(
  panel: Panel,
  covariates: readonly Float64Array[],
  seed: number,
): DifferenceInference | 'collinear-regressors' | 'mixed-clusters' {
  const fit = twoWayFixedEffects({
    unitCount: panel.units.length,
    periodCount: panel.periods.length,
    weights: panel.weights,
    outcome: panel.outcomes,
    regressors: [treatmentOf(panel), ...covariates],
    clusters: panel.clusters,
  });
  if (!fit) return 'collinear-regressors';
  const strata = clusterStrata(panel, fit);
  const counts = [0, 0, 0];
  for (const stratum of strata) counts[stratum]! += 1;
  const treatedClusters = counts[1]! + counts[2]!;
  const smallest = Math.min(treatedClusters, counts[0]! + counts[2]!);
  const areTreatedFew =
    treatedClusters < thresholds.clusteredTreated || (counts[0]! > 0 && smallest < thresholds.clusteredTreated);
  const estimate = fit.coefficients[0]!;
  const common = {
    estimate,
    slopes: fit.coefficients.slice(1),
    slopeErrors: fit.standardErrors.slice(1),
    treatedClusters,
    areTreatedFew,
  };
  if (areTreatedFew) {
    const blocks = treatmentBlocks(panel);
    if (blocks === 'mixed') return 'mixed-clusters';
    const design = permutationDesign(panel, blocks, covariates);
    if (!design) return 'collinear-regressors';
    const { p, pFloor, interval, interval80, spread, count } = permuteTreatment(design, seed);
    // A placebo's comparison holds the treated set, its effect taken out; the published error leaves that set aside. For one
    // set among n others, of equal weights, the second is n² / (n² − 1) times the first.
    const isAlone = design.kinds.length === 1 && design.kinds[0]!.sets === 1 && count > 1;
    const standardError = isAlone ? (spread * count ** 2) / (count ** 2 - 1) : spread;
    return { ...common, standardError, interval, interval80, p, pFloor, inference: 'placebo-in-space' };
  }
  const standardError = fit.standardErrors[0]!;
  const own = { standardError, degreesOfFreedom: fit.degreesOfFreedom };
  const test =
    smallest >= thresholds.clusteredPlain
      ? own
      : stratifiedInference(
          Float64Array.from(strata, (_, cluster) => influenceOf(fit, cluster)),
          strata,
          3,
        );
  const around = (confidence: number) => {
    const half = studentCritical(confidence, test.degreesOfFreedom) * test.standardError;
    return { low: estimate - half, high: estimate + half };
  };
  return {
    ...common,
    standardError,
    interval: around(0.95),
    interval80: around(0.8),
    p: studentTwoSided(estimate / test.standardError, test.degreesOfFreedom),
    pFloor: 0,
    inference: 'cluster-robust',
  };
}

const influenceOf = ({ influences, coefficients }: TwoWayFit, cluster: number): number =>
  influences[cluster * coefficients.length]!;

/** 0 never treated, 1 treated, 2 both. */
function clusterStrata({ treatedFrom }: Panel, { clusterOf, clusterCount }: TwoWayFit): Int32Array {
  const strata = new Int32Array(clusterCount).fill(-1);
  for (let unit = 0; unit < treatedFrom.length; unit++) {
    const cluster = clusterOf[unit]!;
    const own = treatedFrom[unit] === null ? 0 : 1;
    strata[cluster] = strata[cluster] === -1 || strata[cluster] === own ? own : 2;
  }
  return strata;
}
