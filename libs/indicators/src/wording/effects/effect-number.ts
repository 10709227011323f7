import type { Interval } from '../../comparison/interval';
import { formatDifference, type Quantity } from '../format-measure';
import { formatNumber, formatSigned } from '../format-number';
import type { Locale } from '../locale';

const mostMoreDecimals = 2;
const wholeUnits = new Set(['persons']);

/**
 * Decimals of an effect: the indicator's own, or as many more as keep a real difference from being written "0,0". People
 * have none.
 */
export function effectDecimals(values: readonly number[], { unit, decimals }: Quantity): number {
  if (wholeUnits.has(unit)) return decimals;
  const isLost = (places: number): boolean =>
    values.some((value) => value !== 0 && Number(value.toFixed(places)) === 0);
  let places = decimals;
  while (places < decimals + mostMoreDecimals && isLost(places)) places += 1;
  return places;
}

/** "−1,8 point". */
export const formatEffect = (value: number, quantity: Quantity, locale: Locale): string =>
  formatDifference(value, { unit: quantity.unit, decimals: effectDecimals([value], quantity) }, locale);

/** Both ends of an interval, the unit after the second: "−3,1" and "−0,5 point". */
export function intervalEnds(
  { low, high }: Interval,
  quantity: Quantity,
  locale: Locale,
): { low: string; high: string } {
  const decimals = effectDecimals([low, high], quantity);
  return {
    low: formatSigned(low, decimals, locale),
    high: formatDifference(high, { unit: quantity.unit, decimals }, locale),
  };
}

/** Two significant digits: 412 → "410"; an estimate never counts people one by one. */
export function roundPersons(count: number): number {
  const size = Math.abs(count);
  if (size === 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(size)) - 1);
  return Math.round(size / step) * step;
}

export const formatPersons = (count: number, locale: Locale): string => formatNumber(roundPersons(count), 0, locale);
