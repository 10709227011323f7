import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectVerdict } from './effect-verdict';
import { effectWords } from './effect-words';
import { mostTitleWords, shortEnough } from './sentence-length';
import { attributionLevel, directionOf, type Told } from './told';

/** The finding of an evaluation as a title: what moved against what was expected, or why nobody can say. */
export function effectTitle(told: Told, locale: Locale): string {
  return typeset(shortEnough(wordings(told, locale), mostTitleWords), locale);
}

/** From the fullest to the shortest. */
function wordings({ project, subject, evaluation }: Told, locale: Locale): string[] {
  const { finding } = effectWords[locale];
  const { result, conclusion, evidence } = evaluation;
  if (result.status === 'refused' || conclusion === 'refused') return [finding.refused(project)];
  const verdict = effectVerdict(evaluation, subject.polarity, locale).text;
  const told = verdict.charAt(0).toLowerCase() + verdict.slice(1);
  const shorter = [finding.about(project, told, subject.label), finding.short(project, told)];
  if (conclusion === 'inconclusive') return [finding.inconclusive(project, subject.wording.subject), ...shorter];
  if (conclusion === 'negligible') return [finding.negligible(project, subject.wording.subject), ...shorter];
  const comparative = finding.comparative(directionOf(result.estimate), subject.wording);
  const write = evidence.level >= attributionLevel ? finding.attributed : finding.noted;
  return [write(project, subject.wording.subject, comparative), ...shorter];
}
