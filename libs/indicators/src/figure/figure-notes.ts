import { isValue, type Measure } from '../measure';
import { figureWords } from '../wording/figures/figure-words';
import { formatDate } from '../wording/format-date';
import { absenceSymbol, absenceWords } from '../wording/format-measure';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { FigureSource } from './facts';

/** The key of the symbols that a table holds, each once. */
export function symbolNotes(measures: readonly Measure[], locale: Locale): string[] {
  const notes = new Set<string>();
  for (const measure of measures)
    if (!isValue(measure))
      notes.add(
        figureWords[locale].symbol(absenceSymbol(measure.absence, locale), absenceWords(measure.absence, locale)),
      );
  return [...notes].sort().map((note) => typeset(note, locale));
}

export function sourceLines(source: FigureSource, locale: Locale): string[] {
  const words = figureWords[locale];
  // an invented figure must not be laid at a producer's door
  const line = source.isDemo ? words.demoSource(source.label) : words.source(source.label, source.licence);
  return [typeset(line, locale)];
}

/** `period` is what the figure shows, already worded. */
export function dateLines(source: FigureSource, period: string, locale: Locale): string[] {
  const words = figureWords[locale];
  const lines = [words.asOf(period)];
  if (source.updatedOn) lines.push(words.updated(formatDate(source.updatedOn, locale)));
  if (source.nextExpectedOn) lines.push(words.nextExpected(formatDate(source.nextExpectedOn, locale)));
  return lines.map((line) => typeset(line, locale));
}
