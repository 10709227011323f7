import type { ObservationStatus } from '../measure';
import { periodCode, periodOfCode, periodText } from '../period';
import { comparableName } from './cell-text';
import type { ColumnRole, roleOfHeader } from './column-role';
import type { HeaderCell } from './header';
import type { ImportedIndicator, IndicatorIndex } from './indicator-index';
import { readPeriod } from './period-reading';
import type { ColumnUse, ReadingHints } from './reading-hints';
import { isShortSchoolYear, longSchoolYear } from './school-year';

/** A column whose cells are values; what it does not say, the row says. */
export interface ValueColumn {
  readonly index: number;
  readonly header: string;
  readonly indicator: ImportedIndicator | null;
  readonly period: number | null;
  /** As the marks of its title say. */
  readonly status: ObservationStatus;
  /** The new series where a producer gives a period twice: "2016 (1)" beside "2016". */
  readonly isBreak?: boolean;
  /** In a transposed table, the code in the header. */
  readonly territory?: string;
}

export interface Column extends HeaderCell {
  readonly role: ReturnType<typeof roleOfHeader>;
  readonly use: ColumnUse | undefined;
}

/** What the columns of a file are read with. */
export interface ColumnContext {
  readonly indicators: IndicatorIndex;
  readonly latestYear: number;
  readonly hints: ReadingHints;
  /** The indicator that someone gave to all values. */
  readonly hinted: ImportedIndicator | null;
}

type Roles = Readonly<Partial<Record<ColumnRole, number>>>;

/** Titles of the column that adds up the others of its group, or of the only one that is a count. */
const wholes = new Set(
  'ensemble total total_general ensemble_des_personnes ensemble_hommes_femmes tous toutes effectif effectifs nombre valeur valeurs'.split(
    ' ',
  ),
);
const isWhole = (part: string): boolean => wholes.has(comparableName(part));

/**
 * "Total RSA" beside "RSA socle" is the whole. Of two totals that share a period ("Total hommes", "Total femmes") none is;
 * two that follow each other are one series ("Total RSA socle" up to 2015, "Total RSA" from 2016).
 */
function totalsOf(columns: readonly HeaderCell[], latestYear: number): ReadonlySet<string> {
  const totalOfPeriod = new Map<number, string>();
  for (const { parts } of columns) {
    const total =
      parts.length > 1 ? parts.map(comparableName).find((name) => /^(?:total|ensemble)_/.test(name)) : undefined;
    const dates = parts.map((part) => readPeriod(part, latestYear));
    const date = dates.find((reading) => reading.kind === 'period');
    if (total === undefined || date?.kind !== 'period') continue;
    const period = periodCode(date.period);
    if ((totalOfPeriod.get(period) ?? total) !== total) return new Set();
    totalOfPeriod.set(period, total);
  }
  return new Set(totalOfPeriod.values());
}

/** What the lines of a column's title say: an indicator, a period, and whether something else splits the values. */
export function meaningOf(
  parts: readonly string[],
  { indicators, latestYear }: ColumnContext,
  totals?: ReadonlySet<string>,
) {
  let indicator: ImportedIndicator | null = null;
  let period: number | null = null;
  let status: ObservationStatus = 'normal';
  let isPart = false;
  for (const part of parts) {
    const found = indicators.findInHeader(part, latestYear);
    const date = readPeriod(part, latestYear);
    if (found) {
      indicator = found.indicator;
      if (found.year !== null) period ??= periodCode({ kind: 'year', year: found.year, index: 0 });
    } else if (date.kind === 'period') {
      period = periodCode(date.period);
      status = date.status;
    } else if (!isWhole(part) && !totals?.has(comparableName(part))) isPart = true;
  }
  return { indicator, period, status, isPart };
}

/** The columns of values, as someone said, else by their titles: indicators first, then periods, then "valeur". */
export function valueColumns(columns: readonly Column[], roles: Roles, context: ColumnContext): ValueColumn[] {
  const { hints, hinted } = context;
  const asked = columns.flatMap((column) => askedColumn(column, context));
  const plain = { indicator: hinted, period: null, status: 'normal' as const };
  const named = (index: number): string => columns[index]?.header ?? '';
  const isTidy = hints.shape !== 'wide';
  // A tidy file says its indicator in a cell, or has one value column whose indicator is hinted.
  if (asked.length === 0 && isTidy && roles.value !== undefined && (roles.indicator !== undefined || hinted))
    return [{ ...plain, index: roles.value, header: named(roles.value) }];
  const hasParts = roles.numerator !== undefined && roles.denominator !== undefined;
  if (asked.length === 0 && isTidy && roles.indicator !== undefined && hasParts)
    return [{ ...plain, index: -1, header: named(roles.numerator) }];
  const free = spelled(columns.filter(({ role, use, header }) => !role && !use && header !== ''));
  const totals = totalsOf(free, context.latestYear);
  const read = free.map(({ index, header, parts }) => ({ index, header, ...meaningOf(parts, context, totals) }));
  const measured = read.filter(({ indicator, isPart }) => indicator && !isPart);
  if (measured.length > 0 && hints.shape !== 'long') return withoutOldSeries([...asked, ...measured]);
  if (asked.length > 0) return asked;
  const dated = read.filter(({ period, isPart }) => period !== null && !isPart);
  if (dated.length > 0 && hints.shape !== 'long')
    return withoutOldSeries(dated.map((column) => ({ ...column, indicator: hinted })));
  if (measured.length === 1) return measured;
  return roles.value === undefined ? [] : [{ ...plain, index: roles.value, header: named(roles.value) }];
}

/** The titles with their school years in full, where they are. */
function spelled(columns: readonly Column[]): readonly Column[] {
  const hasSchoolYears = columns.some(({ parts }) => parts.some(isShortSchoolYear));
  return hasSchoolYears ? columns.map((column) => ({ ...column, parts: column.parts.map(longSchoolYear) })) : columns;
}

function askedColumn({ index, header, parts, use }: Column, context: ColumnContext): ValueColumn[] {
  if (use?.as !== 'value') return [];
  const own = meaningOf(parts, context);
  const date = use.period === null ? undefined : readPeriod(use.period, context.latestYear);
  return [
    {
      index,
      header,
      indicator: use.indicator === null ? context.hinted : (context.indicators.findExact(use.indicator) ?? null),
      period: date?.kind === 'period' ? periodCode(date.period) : own.period,
      status: date?.kind === 'period' ? date.status : own.status,
      ...(use.territory ? { territory: use.territory } : {}),
    },
  ];
}

/** Of two series of one period, "2016" and "2016 (1)", the one with a note replaces the other. */
function withoutOldSeries(columns: readonly ValueColumn[]): ValueColumn[] {
  const isNoted = ({ header }: ValueColumn): boolean => /\(\d\)\s*\**$/.test(header);
  const isSame = (a: ValueColumn, b: ValueColumn): boolean =>
    a !== b && a.period !== null && a.period === b.period && a.indicator === b.indicator;
  const replaced = columns.filter((old) => !isNoted(old) && columns.some((one) => isNoted(one) && isSame(old, one)));
  return columns.flatMap((column) => {
    if (replaced.includes(column)) return [];
    return replaced.some((old) => isSame(old, column)) ? [{ ...column, isBreak: true }] : [column];
  });
}

/** The column that replaced an old series: "2016 (1)" for "2016". */
export const newSeriesOf = (header: string, columns: readonly ValueColumn[]): ValueColumn | undefined =>
  columns.find(
    (column) => column.isBreak && column.header.replace(/\s*\(\d\)\s*\**$/, '') === header.replace(/\s*\**$/, ''),
  );

export const useOfValue = ({ indicator, period, territory }: ValueColumn): ColumnUse => ({
  as: 'value',
  indicator: indicator?.code ?? null,
  period: period === null ? null : periodText(periodOfCode(period)),
  ...(territory === undefined ? {} : { territory }),
});
