import { type Facts, refuse } from './effect';
import type { Evaluation } from './evaluation';
import { evaluationChecks } from './evaluation-checks';
import { evidenceLevel } from './evidence-level';
import { thresholds } from './thresholds';

// An evaluation is kept as it was made; what readers are told of it also depends on what stands around it.

const solidLevel = 3;
const clear: readonly Evaluation['conclusion'][] = ['favourable', 'unfavourable', 'unjudged'];

/**
 * An effect that is clear alone is open when its p, adjusted for the number of outcomes that were looked at (Benjamini and
 * Hochberg), is no longer rare; and none is called likely when even the limit of that word is passed.
 */
export function amongOutcomes(evaluation: Evaluation, adjustedP: number | null): Evaluation {
  const { result, conclusion, certainty } = evaluation;
  if (result.status === 'refused' || result.p === null || adjustedP === null) return evaluation;
  const limit = clear.includes(conclusion)
    ? thresholds.clearP
    : certainty === 'likely'
      ? thresholds.likelyP
      : Number.POSITIVE_INFINITY;
  if (adjustedP <= limit) return evaluation;
  const warning = { code: 'many-outcomes' as const, facts: { p: result.p, adjusted: adjustedP } };
  return {
    ...evaluation,
    conclusion: 'inconclusive',
    certainty: adjustedP <= thresholds.likelyP ? 'likely' : 'inconclusive',
    result: { ...result, warnings: [warning, ...result.warnings] },
  };
}

/** The refusal that stands for an evaluation made of figures that are secret today. Facts: count, unit, period. */
export function withheld(evaluation: Evaluation, facts: Facts): Evaluation {
  const result = refuse(evaluation.result.method, 'suppressed-outcome', facts);
  const nothing = { result, crossChecks: [], sensitivity: [] };
  return {
    conclusion: 'refused',
    certainty: null,
    result,
    crossChecks: [],
    evidence: evidenceLevel(nothing),
    checks: evaluationChecks({ ...nothing, treatedEvents: null, declaredEvents: [], hasProvisionalValues: false }),
    smallestVisibleEffect: null,
    methodVersion: evaluation.methodVersion,
    seed: evaluation.seed,
  };
}

export interface ProgrammeEvaluation {
  readonly evaluation: Evaluation;
  readonly project: number;
  readonly indicator: number;
  /** null: the project belongs to none. */
  readonly programme: string | null;
}

/**
 * Solid evidence is very solid when another project of the same programme has a clear effect on the same outcome, in the same
 * direction, at level 3 at least. The level of the other is the one it has alone: two projects do not lift each other in turn.
 */
export function replicated(own: ProgrammeEvaluation, all: readonly ProgrammeEvaluation[]): Evaluation {
  const { evaluation, programme } = own;
  if (programme === null || evaluation.evidence.level < solidLevel) return evaluation;
  const replications = all.filter(
    (other) =>
      other.programme === programme &&
      other.project !== own.project &&
      other.indicator === own.indicator &&
      other.evaluation.evidence.level >= solidLevel &&
      isSameFinding(evaluation, other.evaluation),
  ).length;
  if (replications === 0) return evaluation;
  return { ...evaluation, evidence: { ...evaluation.evidence, level: 4, replications } };
}

function isSameFinding({ conclusion, result }: Evaluation, other: Evaluation): boolean {
  if (!clear.includes(conclusion) || conclusion !== other.conclusion) return false;
  if (result.status === 'refused' || other.result.status === 'refused') return false;
  return Math.sign(result.estimate) === Math.sign(other.result.estimate);
}
