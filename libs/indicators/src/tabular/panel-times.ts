import { aPeriod, type Period, type PeriodKind, periodCode } from '../period';
import { readNumber } from './french-number';
import { alignPeriod, readPeriod } from './period-reading';

interface Moment {
  readonly kind: 'number' | 'day' | Exclude<PeriodKind, 'year'>;
  /** Of a number. */
  readonly value: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly period: Period | null;
}

export interface TimeScale {
  /** How the periods of the panel are counted: numbers as they are, years, days as 20150131, otherwise codes of periods. */
  readonly kind: 'number' | 'year' | 'day' | 'month' | 'quarter' | 'half' | 'school-year';
  /** The number of each time cell, in order. */
  readonly values: readonly number[];
  /** Of a cell of first treated periods; null: never; undefined: not readable, or not comparable with the times. */
  readonly start: (text: string) => number | null | undefined;
}

const latestYear = 2200;
const earliestYear = 1800;
const never = /^(?:never|jamais|inf|\+inf|infinity|none|null|nan|nat|\.|#n\/a|contr[oô]le?|t[ée]moin)(?:[ _-].*)?$/iu;

/**
 * The periods of a panel, all on one scale, so that a start written as a year is found among months, and one written as a date
 * among years. The index of the first cell that is not of the same kind as those before, when there is one.
 */
export function timeScale(cells: readonly string[]): TimeScale | { readonly wrong: number } {
  const moments: Moment[] = [];
  // a panel writes each of its periods once per unit
  const known = new Map<string, Moment | undefined>();
  for (const [index, cell] of cells.entries()) {
    if (!known.has(cell)) known.set(cell, readMoment(cell));
    const moment = known.get(cell);
    if (!moment || (index > 0 && moment.kind !== moments[0]!.kind)) return { wrong: index };
    moments.push(moment);
  }
  const compact = moments[0]?.kind === 'number' ? compactDates(moments) : moments;
  const kind = scaleOf(compact);
  const values = compact.map((moment) => placeOn(kind, moment)!);
  const areYears = kind === 'year' || (kind === 'number' && values.every(isYear));
  const arePositive = values.every((value) => value > 0);
  return {
    kind,
    values,
    start(text) {
      if (text === '' || never.test(text)) return null;
      const moment = readMoment(text);
      if (!moment) return isAbsent(text) ? null : undefined;
      if (moment.kind === 'number') {
        const { value } = moment;
        if (value === 0 || value === 1) return value;
        // what comes before every possible period, or after: -1 and 9999 are how some write "never"
        if ((arePositive && value < 0) || value > 99_999_999) return null;
        if (kind === 'number' || kind === 'year') return areYears ? yearOf(value) : value;
        const [date] = compactDates([moment]);
        if (date!.kind !== 'number') return placeOn(kind, date!);
        const month = kind === 'school-year' ? 9 : 1;
        return isYear(value) ? placeOn(kind, { ...moment, kind: 'day', year: value, month, day: 1 }) : null;
      }
      return placeOn(areYears ? 'year' : kind, moment);
    },
  };
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= earliestYear && value <= latestYear;

/** 20170101 and 201701 beside years are that year. */
function yearOf(value: number): number {
  const [date] = compactDates([numberMoment(value)]);
  return date!.kind === 'number' ? value : date!.year;
}

const isAbsent = (text: string): boolean => {
  const { kind } = readNumber(text);
  return kind === 'absent' || kind === 'empty';
};

const numberMoment = (value: number): Moment => ({ kind: 'number', value, year: 0, month: 0, day: 0, period: null });

function readMoment(text: string): Moment | undefined {
  const reading = readNumber(text);
  // no period is 2.015: that is 2015 with a thousands mark
  if (reading.kind === 'number')
    return numberMoment(reading.remarks.includes('NOMBRE_AMBIGU') ? Math.round(reading.value * 1000) : reading.value);
  const week = /^(\d{4})[- ]?W([0-5]\d)$/i.exec(text);
  if (week) return numberMoment(Number(week[1]) * 1000 + Number(week[2]));
  const found = readPeriod(text, latestYear);
  if (found.kind !== 'period') return undefined;
  const { period, isDay } = found;
  if (period.kind === 'year') return numberMoment(period.year);
  const perPeriod = { half: 6, quarter: 3, month: 1, 'school-year': 0 }[period.kind];
  return {
    kind: isDay ? 'day' : period.kind,
    value: 0,
    year: period.year,
    month: perPeriod === 0 ? 9 : (period.index - 1) * perPeriod + 1,
    day: isDay ? dayOf(text) : 1,
    period,
  };
}

const dayOf = (text: string): number =>
  Number(/^\d{4}-\d\d-(\d\d)/.exec(text)?.[1] ?? /^(\d{1,2})[/.-]/.exec(text)?.[1] ?? 1);

/** Numbers that are all 201501 or all 20150131 are months and days. */
function compactDates(moments: readonly Moment[]): readonly Moment[] {
  const read = moments.map(({ value }) => /^(\d{4})(\d\d)(\d\d)?$/.exec(String(value)));
  const width = read[0]?.[0].length;
  const dates = read.flatMap((match): Moment[] => {
    const [, year = 0, month = 0, day = 1] = match?.map(Number) ?? [];
    const isDate = isYear(year) && month >= 1 && month <= 12 && (width === 6 || (day >= 1 && day <= 31));
    if (!match || match[0].length !== width || !isDate) return [];
    const period = aPeriod('month', year, month);
    return [{ kind: width === 6 ? 'month' : 'day', value: 0, year, month, day: width === 6 ? 1 : day, period }];
  });
  return dates.length === moments.length ? dates : moments;
}

/** Days that are one a year stand for years, and one a month for months. */
function scaleOf(moments: readonly Moment[]): TimeScale['kind'] {
  const [first] = moments;
  if (!first || first.kind === 'number') return 'number';
  if (first.kind !== 'day') return first.kind;
  const different = (...of: readonly ('year' | 'month' | 'day')[]) =>
    new Set(moments.map((moment) => of.map((part) => moment[part]).join('-'))).size;
  const days = different('year', 'month', 'day');
  if (different('year') === days) return 'year';
  return different('year', 'month') === days ? 'month' : 'day';
}

const frequencies = { half: 'P6M', quarter: 'P3M', month: 'P1M' } as const;

/** undefined: a number beside dates, which only `start` knows how to compare. */
function placeOn(scale: TimeScale['kind'], moment: Moment): number | undefined {
  const { kind, year, month, day } = moment;
  if (kind === 'number') return scale === 'number' ? moment.value : undefined;
  if (scale === 'number') return undefined;
  if (scale === 'year') return year;
  if (scale === 'day') return year * 10_000 + month * 100 + day;
  if (scale === 'school-year') return periodCode(aPeriod('school-year', month >= 9 ? year : year - 1));
  return periodCode(alignPeriod(aPeriod('month', year, month), frequencies[scale]));
}
