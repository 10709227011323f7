import { type EffectResult, refuse } from './effect';
import { leaveOneDonorOut } from './leave-one-donor-out';
import type { Panel } from './panel';
import { type Predictor, predictorFeatures } from './predictor-features';
import { chooseImportance, type Weighing, type WeighingProblem, weighByPredictors } from './predictor-importance';
import { judgeFit } from './synthetic-control';
import {
  describeFit,
  type SyntheticControlDesign,
  type SyntheticControlFit,
  synthesisDesign,
} from './synthetic-control-fit';
import { refusePanel } from './synthetic-control-refusals';

export interface PredictorOptions {
  readonly predictors: readonly Predictor[];
  /** Importance of each predictor, fixed beforehand; chosen on the outcomes before the start without it. */
  readonly importance?: readonly number[];
  /** Periods on which the importance is chosen; all those before the start without it. */
  readonly fitPeriods?: readonly number[];
}

export interface PredictorFit extends SyntheticControlFit {
  readonly importance: Float64Array;
  /** Mean squared gap over the periods on which the importance was chosen. */
  readonly fitError: number;
}

/** The bare computation, with no opinion on whether it may be trusted; undefined where a predictor has no value. */
export function fitWithPredictors(panel: Panel, options: PredictorOptions): PredictorFit | undefined {
  const study = studyOf(panel, options);
  return study && fitStudy(study);
}

/** Every donor in the treated unit's place, its own importance chosen again unless it is fixed. */
export function placebosWithPredictors(panel: Panel, options: PredictorOptions): PredictorFit[] {
  const study = studyOf(panel, options);
  return study ? study.design.donors.map((_, donor) => fitStudy(study, donor)) : [];
}

/** Synthetic control matched on predictors (Abadie, Diamond and Hainmueller 2010), for units that start together. */
export function syntheticControlWithPredictors(panel: Panel, options: PredictorOptions): EffectResult {
  const refusal = refusePanel(panel);
  if (refusal) return refusal;
  const study = studyOf(panel, options);
  if (!study) return refuse('synthetic-control', 'collinear-regressors');
  const { design } = study;
  const fit = fitStudy(study);
  const without = leaveOneDonorOut(panel, asWeighed(design, fit.importance), fit.weights);
  return judgeFit(panel, design, fit, () => design.donors.map((_, donor) => fitStudy(study, donor)), without);
}

/** Predictors on the scale of their importance, which stays as it was chosen when a donor leaves. */
function asWeighed(design: SyntheticControlDesign, importance: Float64Array): SyntheticControlDesign {
  const roots = importance.map(Math.sqrt);
  const scale = (values: Float64Array) => values.map((value, index) => value * roots[index % roots.length]!);
  return { ...design, features: scale(design.features), treatedFeatures: scale(design.treatedFeatures) };
}

interface Study {
  readonly design: SyntheticControlDesign;
  readonly importance: Float64Array | undefined;
  readonly fitTimes: readonly number[];
}

function studyOf(panel: Panel, { predictors, importance, fitPeriods }: PredictorOptions): Study | undefined {
  const features = predictorFeatures(panel, predictors);
  if (!features) return undefined;
  const design = { ...synthesisDesign(panel), features: features.donors, treatedFeatures: features.treated };
  const wanted = fitPeriods ?? panel.periods.slice(0, design.before);
  const fitTimes = wanted.map((period) => panel.periods.indexOf(period));
  if (fitTimes.some((time) => time < 0)) throw new RangeError('a period to fit is not one of the panel');
  return { design, importance: importance && Float64Array.from(importance), fitTimes };
}

function fitStudy(study: Study, donor?: number): PredictorFit {
  const { design, importance, fitTimes } = study;
  const size = design.treatedFeatures.length;
  const periods = design.treated.length;
  const observed =
    donor === undefined ? design.treated : design.outcomes.subarray(donor * periods, (donor + 1) * periods);
  const problem: WeighingProblem = {
    donors: design.features,
    treated: donor === undefined ? design.treatedFeatures : design.features.subarray(donor * size, (donor + 1) * size),
    donorOutcomes: Float64Array.from(
      design.donors.flatMap((_, index) => fitTimes.map((time) => design.outcomes[index * periods + time]!)),
    ),
    treatedOutcomes: Float64Array.from(fitTimes, (time) => observed[time]!),
    ...(donor !== undefined && { leftOut: donor }),
  };
  const { fit, importance: chosen }: Weighing = importance
    ? { fit: weighByPredictors(problem, importance), importance }
    : chooseImportance(problem);
  const described = describeFit(design, observed, fit.weights, fit.gap);
  let fitError = 0;
  for (const time of fitTimes) fitError += described.gaps[time]! ** 2 / fitTimes.length;
  return { ...described, importance: chosen, fitError };
}
