import type { Interval } from '../comparison/interval';

export const effectMethods = ['sdid', 'synthetic-control', 'did', 'callaway-santanna', 'its'] as const;
export type EffectMethod = (typeof effectMethods)[number];

/**
 * How uncertainty was found: by giving a fictitious project to each comparison territory (placebo), by unit-clustered
 * standard errors, by influence functions, by Newey-West errors of one series, by quasi-Poisson errors of counts.
 */
export const inferences = [
  'placebo-in-space',
  'cluster-robust',
  'influence-function',
  'jackknife',
  'newey-west',
  'quasi-poisson',
  'none',
] as const;
export type Inference = (typeof inferences)[number];

/** Names and numbers that a sentence needs; the sentence itself is written in wording/effects. */
export type Facts = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** Why no effect can be told. As much a result as an estimate. */
export interface Refusal {
  readonly status: 'refused';
  readonly method: EffectMethod | null;
  readonly code: RefusalCode;
  readonly facts: Facts;
}

export const refusalCodes = [
  /** fewer periods before the start than the method needs · facts: have, need */
  'too-few-periods-before',
  /** facts: have, need */
  'too-few-periods-after',
  'no-treated-unit',
  'no-donor',
  /** facts: have, need */
  'too-few-donors',
  /** facts: have, need (units of a cohort, or treated units) */
  'too-few-treated',
  /** a cell of the panel is absent · facts: unit, period, absence */
  'missing-outcome',
  /** the same unit and period twice · facts: unit, period */
  'duplicate-cell',
  /** a unit's treatment stops · facts: unit, period */
  'treatment-reversal',
  /** every unit is treated from the first period on */
  'no-period-before',
  /** fewer than 20 events in the treated periods · facts: events, need */
  'too-few-events',
  /** no combination of donors resembles the treated unit before · facts: rmse, relative, limit */
  'poor-prefit',
  /** facts: periods (how many), of */
  'outside-donors-range',
  /** the two groups already diverged · facts: gap, estimate, p */
  'parallel-trends-rejected',
  /** facts: share */
  'forbidden-comparisons',
  /** facts: have, need: a treated group and dates that differ call for another method */
  'staggered-dates',
  /** the outcome is secret, in too many cells · facts: count */
  'suppressed-outcome',
  /** facts: value */
  'autocorrelated-residuals',
  'collinear-regressors',
  /** the solver could not prove its optimum · facts: gap, limit */
  'solver-gap',
  /** no outcome was measured before the project began: what the founding example meets */
  'no-data-before',
  'series-break',
  'leave-one-out-changes-sign',
  /** a before/after reading cannot tell the project from 2020 or 2021, within one year of its start · facts: year */
  'external-shock',
  /** the places of the project are of several levels: those that one decision binds are no independent cases · facts: levels */
  'mixed-levels',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What lowers the trust in an estimate without forbidding it. */
export interface Warning {
  readonly code: WarningCode;
  readonly facts: Facts;
}

export const warningCodes = [
  /** fewer than 20 donors: p cannot go below 1/(J+1) · facts: donors, floor */
  'few-donors-indicative',
  /** facts: treated */
  'few-clusters',
  /** facts: gap, estimate */
  'prior-gap',
  /** all time weight on one period · facts: period */
  'one-period-weight',
  /** one donor has more than 80 % of the weight · facts: unit, weight */
  'one-donor-weight',
  /** more donors than twice the periods and a perfect fit: interpolation · facts: donors, periods */
  'interpolation',
  /** facts: low, high, estimate */
  'leave-one-out-range',
  'leave-one-out-changes-sign',
  /** facts: residualSlope, estimate */
  'residual-prior-trend',
  /** ending the period before one year earlier changes the answer: regression to the mean · facts: estimate, other */
  'prior-year-matters',
  /** facts: share (of later-versus-earlier comparisons) */
  'forbidden-comparisons',
  /** facts: dropped, kept */
  'placebos-dropped',
  /** facts: cohort, units */
  'small-cohort-dropped',
  /** facts: periods */
  'cells-dropped',
  /** facts: year — 2020 or 2021 within one year of the start */
  'external-shock',
  /** facts: value (Durbin-Watson) */
  'autocorrelated-residuals',
  'no-comparison-group',
  /** the method's cross-check disagrees in sign or its interval is apart · facts: method, estimate */
  'cross-check-disagrees',
  'parallel-trends-unchecked',
  /** facts: breakdown */
  'fragile-to-trends',
  /** facts: p (of the joint test of prior coefficients) */
  'parallel-trends-doubtful',
  /** the trend from before is prolonged over more than half its length · facts: periods, before */
  'long-extrapolation',
  /** clear alone, no longer among the outcomes that were looked at · facts: p, adjusted */
  'many-outcomes',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Observed and expected without the project, for the mean of the treated units, at one period. */
export interface PathPoint {
  readonly period: number;
  readonly observed: number;
  readonly counterfactual: number;
  /** 95 % interval of the gap (observed − counterfactual); null where the method gives none. */
  readonly gap: Interval | null;
  readonly isAfter: boolean;
}

export interface DonorWeight {
  readonly unit: string;
  readonly weight: number;
}

/** How well the comparison followed the treated units before the start. */
export interface Prefit {
  readonly rmse: number;
  /** rmse ÷ |mean of the treated outcome before|; null when that mean is 0. */
  readonly relative: number | null;
}

export interface EffectEstimate {
  readonly status: 'ok';
  readonly method: EffectMethod;
  /** Mean gap over treated units and treated periods, in the outcome's unit. */
  readonly estimate: number;
  readonly standardError: number | null;
  /** 95 %. */
  readonly interval: Interval | null;
  /** 80 %: what separates "probable" from "inconclusive". */
  readonly interval80: Interval | null;
  readonly p: number | null;
  /** The smallest p that this design could print: 1/(J+1) for placebos, 0 for an analytic test. */
  readonly pFloor: number | null;
  readonly inference: Inference;
  /** What the same estimation finds on donors that did nothing, ascending, to four digits, at most 1,000. */
  readonly placeboEffects?: readonly number[];
  readonly donorCount: number;
  readonly treatedCount: number;
  readonly periodsBefore: number;
  readonly periodsAfter: number;
  /** Donors with a positive weight, heaviest first; empty for methods that weigh none. */
  readonly donors: readonly DonorWeight[];
  /** Weights of the periods before (sdid). */
  readonly periodWeights: readonly { readonly period: number; readonly weight: number }[];
  readonly prefit: Prefit | null;
  readonly path: readonly PathPoint[];
  /** Relative duality gap of the solver; null where nothing was optimised. */
  readonly solverGap: number | null;
  /** Observed over expected, where the outcome is a count. */
  readonly ratio?: { readonly value: number; readonly interval: Interval };
  /** Coefficients of a regression, by the name of their term; or the effect by period since the start. */
  readonly terms?: readonly { readonly name: string; readonly value: number; readonly standardError: number }[];
  readonly sensitivity?: readonly SensitivityEstimate[];
  readonly warnings: readonly Warning[];
}

/** The same estimation with one thing changed, to see whether the answer holds. */
export interface SensitivityEstimate {
  /**
   * `without-donor`: one of the heaviest donors left out · `ending-earlier`: the period before ends one period sooner, since
   * projects start after bad years · `placebo-in-time`: a start that never was, inside the period before; should find nothing.
   */
  readonly kind: 'without-donor' | 'ending-earlier' | 'placebo-in-time';
  readonly estimate: number;
  readonly unit?: string;
  /** First period counted as treated, or the period left out. */
  readonly period?: number;
}

export type EffectResult = EffectEstimate | Refusal;

export const refuse = (method: EffectMethod | null, code: RefusalCode, facts: Facts = {}): Refusal => ({
  status: 'refused',
  method,
  code,
  facts,
});
