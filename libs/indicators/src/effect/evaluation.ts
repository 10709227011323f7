import type { EffectResult, Facts } from './effect';

/** `unjudged`: a clear effect on an indicator that declares no direction as the better one. */
export const conclusions = ['favourable', 'unfavourable', 'unjudged', 'negligible', 'inconclusive', 'refused'] as const;
export type Conclusion = (typeof conclusions)[number];

/** 0 follow-up only · 1 before/after · 2 peers · 3 counterfactual that passed its checks · 4 the same, robust or replicated. */
export const evidenceLevels = [0, 1, 2, 3, 4] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** Why a level of evidence was lost. */
export interface EvidenceLoss {
  readonly code:
    | 'refused'
    | 'no-comparison-group'
    | 'few-donors'
    | 'poor-prefit'
    | 'prior-trend'
    | 'no-placebo'
    | 'placebo-in-time-moves'
    | 'leave-one-out-changes-sign'
    | 'cross-check-disagrees'
    | 'cross-check-missing'
    | 'prior-year-matters'
    | 'external-shock'
    | 'fragile-to-trends'
    | 'one-donor';
  readonly facts: Facts;
}

/** One of the five questions of "can it be trusted?", answered in words. */
export interface EvaluationCheck {
  readonly code: 'resemblance-before' | 'placebo' | 'sensitivity' | 'other-events' | 'data-quality';
  readonly verdict: 'passed' | 'doubtful' | 'failed' | 'not-done';
  readonly facts: Facts;
}

/** The effect in one treated unit alone. */
export interface UnitEffect {
  readonly unit: string;
  readonly result: EffectResult;
}

/** A project's effect on one outcome: what is shown first, what it was checked against, and what it is worth. */
export interface Evaluation {
  readonly conclusion: Conclusion;
  /** Fixed words of certainty: 95 % interval excludes 0 · only the 80 % one does · neither · inside the negligible zone. */
  readonly certainty: 'very-likely' | 'likely' | 'inconclusive' | 'negligible' | null;
  readonly result: EffectResult;
  readonly crossChecks: readonly EffectResult[];
  readonly evidence: {
    readonly level: EvidenceLevel;
    readonly losses: readonly EvidenceLoss[];
    /** Other projects of the programme that found the same effect, where that counts for the level. */
    readonly replications?: number;
  };
  readonly checks: readonly EvaluationCheck[];
  /** The smallest effect that these data could have shown, in the outcome's unit (2.8 × the placebo standard error). */
  readonly smallestVisibleEffect: number | null;
  /** The same over the mean of the treated units before the start; null or absent where it is 0 or not known. */
  readonly smallestVisibleShare?: number | null;
  /** Of the main outcome of a project of 2 to 20 territories, in the order of its units. */
  readonly byTerritory?: readonly UnitEffect[];
  /** Version of the method, changed with any rule that can change an answer. */
  readonly methodVersion: string;
  readonly seed: number;
}
