import type { Locale } from './locale';

/** French counts as singular whatever is below 2 in absolute value ("1,9 point"); English only 1 itself. */
export function isSingular(value: number, decimals: number, locale: Locale): boolean {
  const shown = Math.abs(Number(value.toFixed(decimals)));
  return locale === 'fr' ? shown < 2 : shown === 1 && decimals === 0;
}
