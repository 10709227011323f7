import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectTitle } from './effect-title';
import { effectWords } from './effect-words';
import { formatMeanEffect } from './mean-effect';
import { refusalSentences } from './refusal-sentences';
import { shortEnough } from './sentence-length';
import { directionOf, type Told } from './told';

/** One effect in one sentence, for a list: the difference and its certainty, or why there is none to tell. */
export function effectBrief(told: Told, locale: Locale): string {
  const { finding, certainty, directions } = effectWords[locale];
  const { project, subject, evaluation } = told;
  const { result, conclusion } = evaluation;
  if (result.status === 'refused')
    return typeset(finding.refusedBecause(project, refusalSentences(result, told, locale)[0] ?? ''), locale);
  if (conclusion === 'inconclusive' || conclusion === 'negligible' || conclusion === 'refused')
    return `${effectTitle(told, locale)}.`;
  const effect = formatMeanEffect(result.estimate, subject, result.treatedCount, locale);
  const sure = finding.directed(
    directions[directionOf(result.estimate)],
    certainty[evaluation.certainty ?? 'inconclusive'],
  );
  return typeset(
    shortEnough([
      finding.brief(project, subject.wording.subject, effect, sure),
      finding.briefShort(project, effect, sure),
    ]),
    locale,
  );
}
