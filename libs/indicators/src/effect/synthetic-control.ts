import { endingEarlier, pretendedStart } from './altered-panel';
import {
  type DonorWeight,
  type EffectEstimate,
  type EffectResult,
  type Prefit,
  type SensitivityEstimate,
} from './effect';
import { leaveOneDonorOut } from './leave-one-donor-out';
import { cohortsOf, type Panel } from './panel';
import {
  fitDesigned,
  fitSyntheticControl,
  type SyntheticControlDesign,
  type SyntheticControlFit,
  synthesisDesign,
} from './synthetic-control-fit';
import { inferSyntheticControl } from './synthetic-control-inference';
import { placebosInSpace } from './synthetic-control-placebos';
import { refuseFit, refusePanel } from './synthetic-control-refusals';
import { syntheticControlWarnings } from './synthetic-control-warnings';

export interface SyntheticControlOptions {
  /** Of the placebos that are drawn, when there are too many to try them all. */
  readonly seed?: number;
}

/**
 * Synthetic control (Abadie, Diamond and Hainmueller, Journal of the American Statistical Association 2010) on the outcomes before
 * the start, its weights at their exact optimum. Several treated units stand as their mean, and must start together.
 */
export function syntheticControl(panel: Panel, options: SyntheticControlOptions = {}): EffectResult {
  const refusal = refusePanel(panel);
  if (refusal) return refusal;
  const design = synthesisDesign(panel);
  const fit = fitDesigned(design);
  const placebos = () => placebosInSpace(design, options.seed ?? 1);
  return judgeFit(panel, design, fit, placebos, sensitivityOf(panel, design, fit));
}

/** An estimate from a fit, or why the fit may not be shown; `placebos` are only computed for what may. */
export function judgeFit(
  panel: Panel,
  design: SyntheticControlDesign,
  fit: SyntheticControlFit,
  placebos: () => readonly SyntheticControlFit[],
  sensitivity: readonly SensitivityEstimate[],
): EffectResult {
  const refusal = refuseFit(design, fit);
  if (refusal) return refusal;
  const inference = inferSyntheticControl(fit, placebos());
  const result: Omit<EffectEstimate, 'warnings'> = {
    status: 'ok',
    method: 'synthetic-control',
    estimate: fit.effect,
    standardError: inference.standardError,
    interval: inference.interval,
    interval80: inference.interval80,
    p: inference.p,
    pFloor: inference.pFloor,
    inference: 'placebo-in-space',
    donorCount: design.donors.length,
    treatedCount: design.treatedCount,
    periodsBefore: design.before,
    periodsAfter: panel.periods.length - design.before,
    donors: namedWeights(panel, design, fit.weights),
    periodWeights: [],
    prefit: prefitOf(design, fit),
    path: panel.periods.map((period, time) => ({
      period,
      observed: design.treated[time]!,
      counterfactual: design.treated[time]! - fit.gaps[time]!,
      gap: inference.gapIntervals[time] ?? null,
      isAfter: time >= design.before,
    })),
    solverGap: fit.solverGap,
    sensitivity,
  };
  return { ...result, warnings: syntheticControlWarnings(panel, result, inference) };
}

function sensitivityOf(panel: Panel, design: SyntheticControlDesign, fit: SyntheticControlFit): SensitivityEstimate[] {
  const found: SensitivityEstimate[] = leaveOneDonorOut(panel, design, fit.weights);
  const start = cohortsOf(panel)[0]!;
  const shorter = endingEarlier(panel);
  if (shorter) {
    found.push({
      kind: 'ending-earlier',
      estimate: fitSyntheticControl(shorter).effect,
      period: panel.periods[start - 1]!,
    });
  }
  const inTime = pretendedStart(panel);
  if (inTime) {
    found.push({
      kind: 'placebo-in-time',
      estimate: fitSyntheticControl(inTime.panel).effect,
      period: inTime.period,
    });
  }
  return found;
}

const namedWeights = (panel: Panel, { donors }: SyntheticControlDesign, weights: Float64Array): DonorWeight[] =>
  donors
    .map((donor, index) => ({ unit: panel.units[donor]!, weight: weights[index]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.unit < b.unit ? -1 : 1));

export function prefitOf({ treated, before }: SyntheticControlDesign, fit: SyntheticControlFit): Prefit {
  const mean = treated.subarray(0, before).reduce((sum, value) => sum + value / before, 0);
  const rmse = Math.sqrt(fit.before);
  return { rmse, relative: mean === 0 ? null : rmse / Math.abs(mean) };
}
