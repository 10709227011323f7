import type { EvaluationCheck } from '../../effect/evaluation';
import { formatNumber } from '../format-number';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { tell } from './fact-reader';
import type { Told } from './told';

/** "Niveau de preuve : 3 sur 4 – solide", what it means, and why the levels above were lost. */
export function evidenceSentences({ evaluation, subject }: Pick<Told, 'evaluation' | 'subject'>, locale: Locale) {
  const words = effectWords[locale].evidence;
  const { level, losses, replications = 0 } = evaluation.evidence;
  const found = words.replicated(formatNumber(replications, 0, locale), replications === 1);
  return {
    level,
    text: typeset(words.level(String(level), words.levels[level] ?? ''), locale),
    // very solid because others found it again, not because nothing was lost
    meaning: typeset(replications > 0 && losses.length > 0 ? found : (words.meanings[level] ?? ''), locale),
    reasons: [
      ...(replications > 0 && losses.length === 0 ? [typeset(found, locale)] : []),
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
