import type { ObservationStatus } from '../measure';
import { aPeriod, type Period, periodOfText } from '../period';
import { partMarks } from './value-mark';

export type PeriodReading =
  | {
      readonly kind: 'period';
      readonly period: Period;
      readonly isNormalised: boolean;
      /** As the marks after it say: "oct-20*", "2019 (e)". */
      readonly status: ObservationStatus;
      /** The cell gives a day: the period is its month until the indicator's frequency says better (`alignPeriod`). */
      readonly isDay: boolean;
    }
  | { readonly kind: 'invalid'; readonly code: 'PERIODE_INVALIDE' | 'PERIODE_HORS_BORNES' };

const months = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];
/** The same in English, where it differs: "jun" and "jul" alone are not French. */
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const smallestYear = 1900;

const invalid = (code: 'PERIODE_INVALIDE' | 'PERIODE_HORS_BORNES'): PeriodReading => ({ kind: 'invalid', code });

/**
 * Reads a cell that says when: 2021, 2020-10, 2023T1, "T4 2023", "oct-20*", "janv. 2023", 31/12/2023, 2023-02-13.
 * Dates are day/month/year: an American one is refused as soon as it cannot be French. `latestYear` bounds what can have
 * been observed.
 */
export function readPeriod(cell: string, latestYear: number): PeriodReading {
  const marked = partMarks(cell.trim());
  const text = marked.text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    // what keeps a year as text, a year with its word, or grouped as a number
    .replace(/^['’](?=\d)/, '')
    .replace(/^(?:annee|exercice)\s+(?=\d{4}$)/, '')
    .replace(/^([12])[ \u00a0\u202f](\d{3})$/, '$1$2');
  const exact = text.toUpperCase() === cell.trim() ? periodOfText(cell.trim()) : undefined;
  const date = exact ? undefined : day(text);
  const period = exact ?? date ?? otherSpelling(text);
  if (period === 'out') return invalid('PERIODE_HORS_BORNES');
  if (!period) return invalid('PERIODE_INVALIDE');
  if (period.year < smallestYear || period.year > latestYear) return invalid('PERIODE_HORS_BORNES');
  return { kind: 'period', period, isNormalised: !exact, status: marked.status, isDay: date !== undefined };
}

/** The period of an indicator that contains a month: its year, half-year or quarter, by ISO 8601 frequency. */
export function alignPeriod(month: Period, frequency: string): Period {
  if (month.kind !== 'month') return month;
  if (frequency === 'P1Y') return aPeriod('year', month.year);
  if (frequency === 'P6M') return aPeriod('half', month.year, Math.ceil(month.index / 6));
  if (frequency === 'P3M') return aPeriod('quarter', month.year, Math.ceil(month.index / 3));
  return month;
}

/** 'out' for a number that can only be an impossible year. */
function otherSpelling(text: string): Period | 'out' | undefined {
  const year = /^(\d{4})(?:[.,]0+)?$/.exec(text);
  if (year) return within(Number(year[1]), 'year', 0);
  const compact = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text);
  if (compact && Number(compact[1]) >= smallestYear && Number(compact[1]) < 2100)
    return within(Number(compact[1]), 'month', Number(compact[2]));
  if (/^-?\d+$/.test(text)) return /^\d\d$/.test(text) ? undefined : 'out';
  const rank =
    /^(\d{4})[\s\-_/]?([tqsh])([1-4])$/.exec(text) ??
    swap(/^([tqsh])([1-4])[\s\-_/](\d{4})$/.exec(text)) ??
    numbered(text);
  if (rank) {
    const isHalf = rank[2] === 's' || rank[2] === 'h';
    if (isHalf && Number(rank[3]) > 2) return undefined;
    return within(Number(rank[1]), isHalf ? 'half' : 'quarter', Number(rank[3]));
  }
  const schoolYear = /^(\d{4})[/-](\d{4})$/.exec(text);
  if (schoolYear)
    return Number(schoolYear[2]) === Number(schoolYear[1]) + 1
      ? within(Number(schoolYear[1]), 'school-year', 0)
      : undefined;
  // "2023-24": no month has that number
  const shortSchoolYear = /^(\d{4})[/-](1[3-9]|[2-9]\d)$/.exec(text);
  if (shortSchoolYear)
    return Number(shortSchoolYear[2]) === (Number(shortSchoolYear[1]) + 1) % 100
      ? within(Number(shortSchoolYear[1]), 'school-year', 0)
      : undefined;
  const month = /^(\d{4})[-/]?m?(0[1-9]|1[0-2])$/.exec(text) ?? swapMonth(/^(0?[1-9]|1[0-2])[-/](\d{4})$/.exec(text));
  if (month) return within(Number(month[1]), 'month', Number(month[2]));
  return namedMonth(text);
}

const swap = (match: RegExpExecArray | null): string[] | undefined =>
  match ? [match[0], match[3] ?? '', match[1] ?? '', match[2] ?? ''] : undefined;

/** "1er trimestre 2023", "2e semestre 2023", "1T2023". */
function numbered(text: string): string[] | undefined {
  const match = /^([1-4])\s?(?:er|e|eme|nd)?\s?(t|q|s)(?:rim\.?|rimestre|em\.?|emestre)?\s?(\d{4})$/.exec(text);
  return match ? [text, match[3] ?? '', match[2] ?? '', match[1] ?? ''] : undefined;
}

const swapMonth = (match: RegExpExecArray | null): string[] | undefined =>
  match ? [match[0], match[2] ?? '', match[1] ?? ''] : undefined;

function namedMonth(text: string): Period | 'out' | undefined {
  const match = /^(?:1er |\d{1,2} )?([a-z]{3,9})\.?[\s\-/]*(\d{4}|\d{2})$/.exec(text);
  const name = match?.[1];
  if (!match || !name) return undefined;
  const french = months.findIndex((month) => name.startsWith(month));
  const index = french >= 0 ? french : englishMonths.findIndex((month) => name.startsWith(month));
  if (index < 0) return undefined;
  const digits = match[2] ?? '';
  // Two digits after a month's name: a spreadsheet's date, in its own century window (00–49 → 20xx).
  const year = digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
  return within(year, 'month', index + 1);
}

function day(text: string): Period | 'out' | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.]+z?)?$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[t ]\d{1,2}:\d\d(?::\d\d)?)?$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : undefined;
  if (!parts) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0] = parts.map(Number);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return undefined;
  return within(year, 'month', month);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function within(year: number, kind: Period['kind'], index: number): Period | 'out' {
  return year < 1800 || year > 2200 ? 'out' : aPeriod(kind, year, index);
}
