import type { EvaluationCheck } from '../../effect/evaluation';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { tell } from './fact-reader';
import type { Told } from './told';

/** "Niveau de preuve : 3 sur 4 – solide", what it means, and why the levels above were lost. */
export function evidenceSentences({ evaluation, subject }: Pick<Told, 'evaluation' | 'subject'>, locale: Locale) {
  const words = effectWords[locale].evidence;
  const { level, losses } = evaluation.evidence;
  return {
    level,
    text: typeset(words.level(String(level), words.levels[level] ?? ''), locale),
    meaning: typeset(words.meanings[level] ?? '', locale),
    reasons: [
      ...new Set(
        losses.map(({ code, facts }) => typeset(tell(words.losses[code], facts, { subject }, locale), locale)),
      ),
    ],
  };
}

/** One of the five questions of "can it be trusted?", answered. */
export function checkSentence({ code, verdict, facts }: EvaluationCheck, told: Pick<Told, 'subject'>, locale: Locale) {
  const words = effectWords[locale].evidence;
  return {
    code,
    verdict,
    verdictText: words.verdicts[verdict],
    title: words.checkTitles[code],
    text: typeset(tell(words.checks[code][verdict], facts, told, locale), locale),
  };
}
