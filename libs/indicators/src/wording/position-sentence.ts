import type { Position } from '../comparison/position';
import { formatValue, type Quantity } from './format-measure';
import { formatNumber } from './format-number';
import type { Locale } from './locale';
import { sentences } from './sentences/sentences';
import { typeset } from './typeset';
import { vocabulary } from './vocabulary/vocabulary';

/** "319 communes du département": the territories that a value is compared with. */
export function peersInWords(count: number, level: string, locale: Locale): string {
  const words = sentences[locale];
  const levelWords = vocabulary[locale].levels[level];
  const many = levelWords?.many ?? level;
  const number = formatNumber(count, 0, locale);
  return level === 'departement' || level === 'region' ? words.ofAll(number, many) : words.ofOthers(number, many);
}

/** "Nérac : 13,8 %, plus haut que la plupart (319 communes du département, médiane 12,1 %)." */
export function positionSentence(
  place: { readonly name: string; readonly level: string },
  value: number,
  position: Position,
  quantity: Quantity,
  locale: Locale,
): string {
  const part = {
    place: place.name,
    value: formatValue(value, quantity, locale),
    others: peersInWords(position.count, place.level, locale),
    median: formatValue(position.median, quantity, locale),
  };
  return typeset(sentences[locale].position[position.kind](part), locale);
}
