import { aPeriod, type Period, type PeriodKind, periodsPerYear } from './period';

/** ISO date of the last day of a period; a school year ends on 31 August. */
export function periodEnd({ kind, year, index }: Period): string {
  if (kind === 'school-year') return `${year + 1}-08-31`;
  const monthsEach = 12 / periodsPerYear(kind);
  const month = kind === 'year' ? 12 : index * monthsEach;
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const monthsOf: Record<string, number> = { P1Y: 12, P6M: 6, P3M: 3, P1M: 1 };

/**
 * ISO date on which the period that follows `newest` should be published: the end of that period, later by the delay
 * that the catalogue expects. `frequency` is an ISO 8601 duration.
 */
export function nextExpectedDate(newest: Period, frequency: string, expectedDelayDays: number): string {
  const [year, month] = periodEnd(newest).split('-').map(Number);
  const end = new Date(Date.UTC(year!, month! + (monthsOf[frequency] ?? 12), 0));
  end.setUTCDate(end.getUTCDate() + expectedDelayDays);
  return end.toISOString().slice(0, 10);
}

const kindsOf: Record<string, PeriodKind> = { P1Y: 'year', P6M: 'half', P3M: 'quarter', P1M: 'month' };

/** The newest period whose publication was expected by a day (ISO date). */
export function lastExpectedPeriod(day: string, frequency: string, expectedDelayDays: number): Period {
  const kind = kindsOf[frequency] ?? 'year';
  const perYear = periodsPerYear(kind);
  const limit = new Date(day);
  limit.setUTCDate(limit.getUTCDate() - expectedDelayDays);
  // months wholly past on the last day that counts: on a month's last day, that month is
  const nextDay = new Date(limit);
  nextDay.setUTCDate(limit.getUTCDate() + 1);
  const periods = Math.floor((nextDay.getUTCFullYear() * 12 + nextDay.getUTCMonth()) / (12 / perYear)) - 1;
  const year = Math.floor(periods / perYear);
  return aPeriod(kind, year, kind === 'year' ? 0 : (periods % perYear) + 1);
}
