/** What a number describes: a year, a half-year, a quarter, a month, or a school year that starts in `year`. */
export const periodKinds = ['year', 'half', 'quarter', 'month', 'school-year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1-based rank in the year; 0 for a year and a school year. */
  readonly index: number;
}

const ranks: Record<PeriodKind, number> = { year: 0, half: 2, quarter: 4, month: 12, 'school-year': 0 };

export function aPeriod(kind: PeriodKind, year: number, index = 0): Period {
  const isValid = ranks[kind] === 0 ? index === 0 : index >= 1 && index <= ranks[kind];
  if (!Number.isInteger(year) || year < 1800 || year > 2200 || !isValid)
    throw new RangeError(`Not a ${kind}: ${year}/${index}`);
  return { kind, year, index };
}

/** Sortable integer kept in the database: year × 1000 + kind × 100 + index. 2021 → 2021000, October 2020 → 2020310. */
export const periodCode = ({ kind, year, index }: Period): number =>
  year * 1000 + periodKinds.indexOf(kind) * 100 + index;

export function periodOfCode(code: number): Period {
  const kind = periodKinds[Math.floor((code % 1000) / 100)];
  if (!kind) throw new RangeError(`Unknown period code ${code}`);
  return aPeriod(kind, Math.floor(code / 1000), code % 100);
}

/** The language-neutral spelling used in files, URLs and the API: 2021, 2021-S1, 2021-T3, 2020-10, 2025-2026. */
export function periodText({ kind, year, index }: Period): string {
  switch (kind) {
    case 'year':
      return String(year);
    case 'half':
      return `${year}-S${index}`;
    case 'quarter':
      return `${year}-T${index}`;
    case 'month':
      return `${year}-${String(index).padStart(2, '0')}`;
    case 'school-year':
      return `${year}-${year + 1}`;
  }
}

/** Reads exactly what `periodText` writes; undefined for anything else. Files' other spellings are read by tabular/. */
export function periodOfText(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:S([12])|T([1-4])|(0[1-9]|1[0-2])|(\d{4})))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1800 || year > 2200) return undefined;
  if (match[2]) return aPeriod('half', year, Number(match[2]));
  if (match[3]) return aPeriod('quarter', year, Number(match[3]));
  if (match[4]) return aPeriod('month', year, Number(match[4]));
  if (match[5]) return Number(match[5]) === year + 1 ? aPeriod('school-year', year) : undefined;
  return aPeriod('year', year);
}

/** The calendar year that contains a period (a school year counts for the year in which it starts). */
export const yearOf = (period: Period): Period => aPeriod('year', period.year);

/** How many periods of a kind make a year. */
export const periodsPerYear = (kind: PeriodKind): number => ranks[kind] || 1;

/** Rank of a period among those of its kind, so that neighbours differ by one. */
export const periodRank = ({ kind, year, index }: Period): number =>
  year * periodsPerYear(kind) + Math.max(index - 1, 0);

export function periodOfRank(rank: number, kind: PeriodKind): Period {
  const perYear = periodsPerYear(kind);
  const year = Math.floor(rank / perYear);
  return aPeriod(kind, year, perYear === 1 ? 0 : rank - year * perYear + 1);
}
