import type { IndicatorDefinition, Wording } from '../indicator';
import { isHeadcount } from '../unit';
import { formatDifference, formatValue } from './format-measure';
import { formatNumber, formatSigned } from './format-number';
import { isSingular } from './is-singular';
import type { Locale } from './locale';
import { sentences } from './sentences/sentences';
import { vocabulary } from './vocabulary/vocabulary';

/** What a sentence needs to know of an indicator, in its language. */
export interface Subject extends Pick<IndicatorDefinition, 'unit' | 'decimals'> {
  readonly wording: Wording;
}

/** Units whose difference also means something as a share of the older value. */
const relativeUnits = new Set(['persons', 'count', 'euros', 'euros-per-year', 'fte', 'euros-per-square-metre']);

/** In a sentence a count names what it counts: "331 229 habitants". The wording only has the plural. */
export function formatInSentence(value: number, subject: Subject, locale: Locale): string {
  const { unit, decimals, wording } = subject;
  if (!isHeadcount(unit) || wording.counted === '' || isSingular(value, decimals, locale))
    return formatValue(value, subject, locale);
  return `${formatNumber(value, decimals, locale)}\u00a0${wording.counted}`;
}

/** "−1,8 point", "−1 951, soit −0,6 %": from the ends as they are printed, so that a reader's subtraction agrees. */
export function formatEvolution(from: number, to: number, subject: Subject, locale: Locale): string {
  const { unit, decimals } = subject;
  const rounded = Number(to.toFixed(decimals)) - Number(from.toFixed(decimals));
  const absolute = formatDifference(rounded, subject, locale);
  if (!relativeUnits.has(unit) || from <= 0) return absolute;
  const relative = vocabulary[locale].relative(formatSigned(((to - from) / from) * 100, 1, locale));
  return sentences[locale].absoluteAndRelative(absolute, relative);
}
