import type { Evaluation } from '../../effect/evaluation';
import type { Polarity } from '../../indicator';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { attributionLevel, directionOf } from './told';

export const effectVerdictKinds = [
  'favourable',
  'unfavourable',
  /** a clear effect on an indicator without a declared direction */
  'unjudged',
  'negligible',
  'inconclusive',
  'refused',
  'not-evaluated',
] as const;

export interface EffectVerdict {
  readonly kind: (typeof effectVerdictKinds)[number];
  readonly text: string;
}

/** The badge of an evaluation. "Favourable" and "unfavourable" exist only for an indicator whose direction is declared. */
export function effectVerdict(evaluation: Evaluation | null, polarity: Polarity, locale: Locale): EffectVerdict {
  const { verdicts } = effectWords[locale].finding;
  if (!evaluation) return { kind: 'not-evaluated', text: verdicts.notEvaluated };
  const { result, conclusion, evidence } = evaluation;
  if (result.status === 'refused' || conclusion === 'refused') return { kind: 'refused', text: verdicts.refused };
  if (conclusion === 'negligible' || conclusion === 'inconclusive')
    return { kind: conclusion, text: verdicts[conclusion] };
  const words = evidence.level >= attributionLevel ? verdicts.effect : verdicts.gap;
  const isUnjudged = conclusion === 'unjudged' || polarity === 'none';
  const text = isUnjudged ? words[directionOf(result.estimate)] : words[conclusion];
  return {
    kind: isUnjudged ? 'unjudged' : conclusion,
    text: typeset(text, locale),
  };
}
