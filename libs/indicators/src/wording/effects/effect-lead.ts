import type { EffectEstimate } from '../../effect/effect';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { formatPersons } from './effect-number';
import { effectWords } from './effect-words';
import { gapSentences, levelSentence } from './gap-sentences';
import { refusalSentences } from './refusal-sentences';
import { attributionLevel, isTold, type Told } from './told';
import { warningSentences } from './warning-sentences';

/** Fewer people than this are not told: an estimate of three persons is nothing sure, and may point at them. */
const fewestTold = 10;

/**
 * The first paragraph of a project's sheet, at most four sentences: observed and expected, the difference with its
 * interval and its certainty, the people that it stands for, and whether it is attributed. `place` comes after a number
 * ("dans les 8 communes du projet").
 */
export function effectLead(told: Told, place: string, locale: Locale): string[] {
  const { result } = told.evaluation;
  return result.status === 'refused'
    ? refusalSentences(result, told, locale)
    : toldSentences(told, result, place, locale).map((sentence) => typeset(sentence, locale));
}

function toldSentences(told: Told, result: EffectEstimate, place: string, locale: Locale): string[] {
  const { finding } = effectWords[locale];
  const { subject, evaluation } = told;
  const { estimate, interval, path, treatedCount } = result;
  const isSinceStart = result.method === 'callaway-santanna';
  const { conclusion, certainty } = evaluation;
  const [doubt] = warningSentences(
    result.warnings.filter(({ code }) => code === 'many-outcomes'),
    told,
    locale,
  );
  const gap = {
    ...{ subject, estimate, interval, path, conclusion, certainty, treatedCount, isSinceStart },
    ...(doubt !== undefined && { doubt }),
  };
  const level = levelSentence(gap, place, locale);
  const sentences = [...(level ? [level] : []), ...gapSentences(gap, locale)];
  if (!isTold(conclusion)) return sentences;
  const persons = told.persons ?? 0;
  if (persons >= fewestTold && subject.wording.counted !== '' && interval) {
    const write = estimate < 0 ? finding.fewer : finding.more;
    sentences.push(write(formatPersons(persons, locale), subject.wording.counted));
  }
  const isAttributed = evaluation.evidence.level >= attributionLevel;
  return [...sentences, isAttributed ? finding.attribution : finding.noAttribution];
}
