import type { AggregationRule } from './aggregation-rule';
import { addendsOf, type BaseRow } from './base-row';
import { type ObservationStatus, observationStatuses } from './measure';
import { aPeriod, type PeriodKind, periodCode, periodOfCode, periodsPerYear } from './period';

/** The shorter periods that can make a year, in order of preference. */
const shorter: readonly PeriodKind[] = ['month', 'quarter', 'half'];

/** The worst of several statuses: they are listed from the best. */
export const worstStatus = (statuses: readonly ObservationStatus[]): ObservationStatus =>
  observationStatuses[Math.max(0, ...statuses.map((status) => observationStatuses.indexOf(status)))] ?? 'normal';

/**
 * The years that follow from one territory's months, quarters or half-years of one indicator. A year is told when it is
 * complete (its last period for a stock, all of them otherwise), and withheld for insufficient coverage when it is not.
 */
export function yearsFromPeriods(rule: AggregationRule, rows: readonly BaseRow[]): BaseRow[] {
  if (rule.temporal === 'none') return [];
  // The mean or the sum of published rates, medians or distinct counts means nothing: only the last one can stand for a year.
  if (rule.form === 'published' && rule.temporal !== 'last') return [];
  const years = new Map<number, BaseRow[]>();
  for (const row of rows) {
    const { kind, year } = periodOfCode(row.period);
    if (!shorter.includes(kind)) continue;
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years].map(([year, parts]) => yearOf(rule, year, parts));
}

function yearOf(rule: AggregationRule, year: number, rows: readonly BaseRow[]): BaseRow {
  const period = periodCode(aPeriod('year', year));
  for (const kind of shorter) {
    const parts = rows.filter((row) => periodOfCode(row.period).kind === kind);
    const complete = rule.temporal === 'last' ? lastOf(parts, kind) : allOf(rule, parts, kind);
    if (complete) return { ...complete, period, origin: 'periods' };
  }
  return {
    indicator: rule.code,
    period,
    value: null,
    numerator: null,
    denominator: null,
    absence: 'insufficient-coverage',
    status: 'normal',
    origin: 'periods',
  };
}

const lastOf = (rows: readonly BaseRow[], kind: PeriodKind): BaseRow | undefined =>
  rows.find((row) => row.absence === null && periodOfCode(row.period).index === periodsPerYear(kind));

function allOf(rule: AggregationRule, rows: readonly BaseRow[], kind: PeriodKind): BaseRow | undefined {
  const addends = rows.flatMap((row) => addendsOf(rule, row) ?? []);
  const count = periodsPerYear(kind);
  const first = rows[0];
  if (!first || addends.length < count) return undefined;
  const share = rule.temporal === 'average' ? 1 / count : 1;
  const numerator = addends.reduce((sum, addend) => sum + addend.numerator, 0) * share;
  const denominator = addends.reduce((sum, addend) => sum + addend.denominator, 0) * share;
  const figures =
    rule.form === 'sum'
      ? { value: numerator, numerator: null, denominator: null }
      : rule.form === 'mean'
        ? { value: denominator === 0 ? null : numerator / denominator, numerator: null, denominator }
        : { value: null, numerator, denominator };
  return { ...first, ...figures, absence: null, status: worstStatus(rows.map((row) => row.status)) };
}
