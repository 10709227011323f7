import type { Locale } from './locale';
import { vocabulary } from './vocabulary/vocabulary';

/** "2026-01-01" → "1er janvier 2026". French writes "1er", which Intl does not; a time of day is ignored. */
export function formatDate(isoDate: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  const month = vocabulary[locale].months[Number(match?.[2]) - 1];
  if (!match || !month) throw new RangeError(`Not an ISO date: ${isoDate}`);
  return vocabulary[locale].date(Number(match[3]), month, Number(match[1]));
}
