import type { Period } from '../period';
import type { Locale } from './locale';
import { vocabulary } from './vocabulary/vocabulary';

/** "2021", "octobre 2020", "T3 2025", "1er semestre 2025", "2025-2026". */
export function formatPeriod({ kind, year, index }: Period, locale: Locale): string {
  const { months, period } = vocabulary[locale];
  switch (kind) {
    case 'year':
      return String(year);
    case 'month':
      return `${months[index - 1]} ${year}`;
    case 'quarter':
      return period.quarter(index, year);
    case 'half':
      return period.half(index, year);
    case 'school-year':
      return period.schoolYear(year);
  }
}

/** For an axis: "oct. 2020", "S1 2025". */
export function formatShortPeriod(value: Period, locale: Locale): string {
  const { shortMonths, period } = vocabulary[locale];
  if (value.kind === 'month') return `${shortMonths[value.index - 1]} ${value.year}`;
  if (value.kind === 'half') return period.shortHalf(value.index, value.year);
  return formatPeriod(value, locale);
}

/** With its preposition: "en 2021", "en octobre 2020", "au 3e trimestre 2025". */
export function formatInPeriod(value: Period, locale: Locale): string {
  const { period } = vocabulary[locale];
  switch (value.kind) {
    case 'quarter':
      return period.inQuarter(value.index, value.year);
    case 'half':
      return period.inHalf(formatPeriod(value, locale));
    case 'month':
      return period.inMonth(formatPeriod(value, locale));
    default:
      return period.inYear(formatPeriod(value, locale));
  }
}
