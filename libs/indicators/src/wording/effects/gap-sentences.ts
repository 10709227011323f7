import type { EffectEstimate } from '../../effect/effect';
import type { Evaluation } from '../../effect/evaluation';
import { capitalise } from '../capitalise';
import { formatValue } from '../format-measure';
import { formatNumber } from '../format-number';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { drawnWords } from './drawn-words';
import { effectDecimals, intervalEnds } from './effect-number';
import { formatMeanEffect } from './mean-effect';
import { shortEnough } from './sentence-length';
import { directionOf, type EffectSubject } from './told';

/** A difference between what was observed and what was expected, and how sure it is. */
export interface ToldGap
  extends Pick<EffectEstimate, 'estimate' | 'interval' | 'path'>,
    Pick<Evaluation, 'conclusion' | 'certainty'> {
  readonly subject: EffectSubject;
  /** Effects are means of this many territories. */
  readonly treatedCount: number;
  /** Periods of the path are years since the start of each territory. */
  readonly isSinceStart: boolean;
  /** Why the conclusion is open, where there is more to say than the interval. */
  readonly doubt?: string;
}

/** Observed and expected at the last period; undefined before the project has one. `place` comes after a number. */
export function levelSentence(
  { subject, path, isSinceStart }: ToldGap,
  place: string,
  locale: Locale,
): string | undefined {
  const { finding } = drawnWords[locale];
  const last = path.findLast(({ isAfter }) => isAfter);
  // the territories behind each year since the start are not the same: a level would mislead
  if (!last || isSinceStart) return undefined;
  const quantity = { unit: subject.unit, decimals: effectDecimals([last.observed, last.counterfactual], subject) };
  const observed = formatValue(last.observed, quantity, locale);
  const expected = formatValue(last.counterfactual, quantity, locale);
  const year = String(last.period);
  const wordings = [
    finding.level(capitalise(subject.wording.subject), year, observed, place, expected),
    finding.levelShort(year, observed, expected),
  ];
  return typeset(shortEnough(wordings), locale);
}

/** The mean difference with its interval and its certainty; an open conclusion takes sentences of its own. */
export function gapSentences(gap: ToldGap, locale: Locale): string[] {
  return write(gap, locale).map((sentence) => typeset(sentence, locale));
}

function write(gap: ToldGap, locale: Locale): string[] {
  const { subject, estimate, interval, path, conclusion, certainty, treatedCount, isSinceStart, doubt } = gap;
  const { finding, certainty: certainties, directions } = drawnWords[locale];
  const after = path.filter(({ isAfter }) => isAfter);
  const years = isSinceStart
    ? finding.firstYears(formatNumber(after.length, 0, locale), after.length < 2)
    : finding.years(String(after[0]?.period ?? ''), String(after.at(-1)?.period ?? ''));
  const effect = formatMeanEffect(estimate, subject, treatedCount, locale);
  const words = certainties[certainty ?? 'inconclusive'];
  if (!interval) return [finding.gapWithoutInterval(years, effect), `${capitalise(certainties.inconclusive)}.`];
  const { low, high } = intervalEnds(interval, subject, locale);
  if (conclusion === 'inconclusive' || conclusion === 'refused')
    return [
      finding.openGap(years, effect, low, high),
      doubt ?? `${capitalise(certainties.inconclusive)}.`,
      finding.stillPossible(low, high),
    ];
  if (conclusion === 'negligible') return [finding.gap(years, effect, low, high, certainties.negligible)];
  return [finding.gap(years, effect, low, high, finding.directed(directions[directionOf(estimate)], words))];
}
