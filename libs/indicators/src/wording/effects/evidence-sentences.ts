import type { EvaluationCheck } from '../../effect/evaluation';
import { formatNumber } from '../format-number';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { type FactSentence, tell } from './fact-reader';
import type { Told } from './told';

const highest = 4;

/** "Niveau de preuve : 3 sur 4 – solide", what it means, and why the levels above were lost. */
export function evidenceSentences({ evaluation, subject }: Pick<Told, 'evaluation' | 'subject'>, locale: Locale) {
  const words = effectWords[locale].evidence;
  const { level, losses, replications = 0 } = evaluation.evidence;
  // very solid because others found it again or because of a lot, not because nothing was lost
  const isRobust = level < highest || losses.length === 0;
  const isDrawn = !isRobust && replications === 0;
  const found = words.replicated(formatNumber(replications, 0, locale), replications === 1);
  return {
    level,
    text: typeset(words.level(String(level), words.levels[level] ?? ''), locale),
    meaning: typeset(
      [
        ...(isRobust ? [words.meanings[level] ?? ''] : []),
        ...(replications > 0 ? [found] : []),
        ...(isDrawn ? [words.randomised] : []),
      ].join(' '),
      locale,
    ),
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
  const sentenceOf = (): FactSentence => {
    if (code === 'placebo' && verdict !== 'not-done' && facts['p'] === undefined) return words.inTime[verdict];
    if (code === 'sensitivity' && verdict === 'passed' && facts['donors'] === undefined) return words.sameDonors;
    return words.checks[code][verdict];
  };
  return {
    code,
    verdict,
    verdictText: words.verdicts[verdict],
    title: words.checkTitles[code],
    text: typeset(tell(sentenceOf(), facts, told, locale), locale),
  };
}
