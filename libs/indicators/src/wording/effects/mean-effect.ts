import { isQuantity } from '../../unit';
import type { Quantity } from '../format-measure';
import type { Locale } from '../locale';
import { drawnWords } from './drawn-words';
import { formatEffect } from './effect-number';

/** A count is a mean of the project's territories, which must be said: "+18 par territoire". A rate needs no such word. */
export function formatMeanEffect(value: number, quantity: Quantity, treatedCount: number, locale: Locale): string {
  const text = formatEffect(value, quantity, locale);
  return treatedCount > 1 && isQuantity(quantity.unit) ? drawnWords[locale].finding.perTerritory(text) : text;
}
