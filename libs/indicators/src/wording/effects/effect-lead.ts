import type { EffectEstimate } from '../../effect/effect';
import { capitalise } from '../capitalise';
import { formatValue } from '../format-measure';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectDecimals, formatEffect, formatPersons, intervalEnds } from './effect-number';
import { effectWords } from './effect-words';
import { refusalSentences } from './refusal-sentences';
import { shortEnough } from './sentence-length';
import { attributionLevel, directionOf, type Told } from './told';

/**
 * The first paragraph of a project's sheet, at most four sentences: observed and expected, the difference with its
 * interval and its certainty, the people that it stands for, and whether it is attributed. `place` comes after a number
 * ("dans les 8 communes du projet").
 */
export function effectLead(told: Told, place: string, locale: Locale): string[] {
  const { result } = told.evaluation;
  const sentences =
    result.status === 'refused' ? refusalSentences(result, told, locale) : toldSentences(told, result, place, locale);
  return sentences.map((sentence) => typeset(sentence, locale));
}

function toldSentences(told: Told, result: EffectEstimate, place: string, locale: Locale): string[] {
  const { finding } = effectWords[locale];
  const { subject, evaluation } = told;
  const sentences: string[] = [];
  const last = result.path.findLast(({ isAfter }) => isAfter);
  if (last) {
    const quantity = { unit: subject.unit, decimals: effectDecimals([last.observed, last.counterfactual], subject) };
    const observed = formatValue(last.observed, quantity, locale);
    const expected = formatValue(last.counterfactual, quantity, locale);
    const year = String(last.period);
    sentences.push(
      shortEnough([
        finding.level(capitalise(subject.wording.subject), year, observed, place, expected),
        finding.levelShort(year, observed, expected),
      ]),
    );
  }
  sentences.push(...gapSentences(told, result, locale));
  if (evaluation.conclusion !== 'favourable' && evaluation.conclusion !== 'unfavourable') return sentences;
  const persons = told.persons ?? 0;
  if (persons >= 1 && subject.wording.counted !== '') {
    const write = result.estimate < 0 ? finding.fewer : finding.more;
    sentences.push(write(formatPersons(persons, locale), subject.wording.counted));
  }
  const isAttributed = evaluation.evidence.level >= attributionLevel;
  return [...sentences, isAttributed ? finding.attribution : finding.noAttribution];
}

function gapSentences({ subject, evaluation }: Told, result: EffectEstimate, locale: Locale): string[] {
  const { finding, certainty: certainties, directions } = effectWords[locale];
  const after = result.path.filter(({ isAfter }) => isAfter);
  const years = finding.years(String(after[0]?.period ?? ''), String(after.at(-1)?.period ?? ''));
  const effect = formatEffect(result.estimate, subject, locale);
  const certainty = certainties[evaluation.certainty ?? 'inconclusive'];
  if (!result.interval) return [finding.gapWithoutInterval(years, effect), `${capitalise(certainty)}.`];
  const { low, high } = intervalEnds(result.interval, subject, locale);
  // the words of an open conclusion hold a colon: they are a sentence of their own
  if (evaluation.conclusion === 'inconclusive')
    return [
      finding.openGap(years, effect, low, high),
      `${capitalise(certainties.inconclusive)}.`,
      finding.stillPossible(low, high),
    ];
  if (evaluation.conclusion === 'negligible') return [finding.gap(years, effect, low, high, certainties.negligible)];
  const told = finding.directed(directions[directionOf(result.estimate)], certainty);
  return [finding.gap(years, effect, low, high, told)];
}
