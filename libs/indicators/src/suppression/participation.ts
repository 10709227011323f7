import { absent, isValue, type Measure, measured } from '../measure';
import type { Participation } from '../project';
import { isWithin, type Months, monthsOf, overlap } from './months';
import { isSmallCount } from './primary';

/** Frequency rule of the French statistical service for persons: no count of 1 to 10 of them. */
export const fewestParticipants = 11;

/** How many people came and how often, less what would tell of a few. */
export interface PublishedParticipation extends Omit<Participation, 'distinctPeople' | 'attendances'> {
  readonly distinctPeople: Measure;
  readonly attendances: Measure;
}

/**
 * Primary suppression of people, and of attendances so few that the people are few too. Attendances add up over the parts
 * of a period: a total is withheld beside a withheld part, and where the parts that are shown leave a few of it. Distinct
 * people do not add up, and nothing is deduced from them.
 */
export function publishParticipation(rows: readonly Participation[]): PublishedParticipation[] {
  const isFew = rows.map(({ attendances }) => isSmallCount(attendances, fewestParticipants));
  const betraying = betrayingTotals(rows, isFew);
  return rows.map(({ distinctPeople, attendances, ...row }, rank) => ({
    ...row,
    distinctPeople: publish(distinctPeople, isFew[rank]! || isSmallCount(distinctPeople, fewestParticipants)),
    attendances: betraying.has(rank) ? absent('suppressed-secondary') : publish(attendances, isFew[rank]!),
  }));
}

const publish = (count: number | null, isSecret: boolean): Measure =>
  count === null ? absent('not-available') : isSecret ? absent('suppressed-primary') : measured(count);

interface Part extends Months {
  readonly rank: number;
  readonly source: string;
  readonly count: number;
}

/** Ranks of the totals from which a subtraction would give a few attendances. */
function betrayingTotals(rows: readonly Participation[], isFew: readonly boolean[]): Set<number> {
  const parts = rows.flatMap(({ period, source, attendances }, rank): Part[] => {
    const months = monthsOf(period);
    return months && attendances !== null ? [{ ...months, rank, source: source.label, count: attendances }] : [];
  });
  const secret = parts.filter(({ rank }) => isFew[rank]);
  // a school year may cut a quarter or a half: what they share is told by both
  const cuts = (part: Part): boolean =>
    secret.some((few) => few.source === part.source && overlap(few, part) && !isWithin(part, few));
  const shown = new Set(parts.filter((part) => !isFew[part.rank] && !cuts(part)));
  // each total that is withheld may leave the one around it as telling
  for (let isSettled = false; !isSettled; ) {
    const telling = [...shown].filter((total) => isSmallCount(total.count - shownOf(total, shown), fewestParticipants));
    for (const total of telling) shown.delete(total);
    isSettled = telling.length === 0;
  }
  return new Set(parts.filter((part) => !isFew[part.rank] && !shown.has(part)).map(({ rank }) => rank));
}

/** What the shown parts of a total add up to, the longest first so that none counts twice. */
function shownOf(total: Part, shown: ReadonlySet<Part>): number {
  const counted: Part[] = [];
  const inside = [...shown].filter(
    (part) => part.source === total.source && isWithin(part, total) && !isWithin(total, part),
  );
  for (const part of inside.sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!counted.some((other) => overlap(part, other))) counted.push(part);
  return counted.reduce((sum, { count }) => sum + count, 0);
}

type Attended = Pick<PublishedParticipation, 'period' | 'source' | 'attendances'>;

/**
 * Whether a total that was withheld for its parts still is beside these rows, as far as can be said without its number: a part
 * of a few stays, or everything around it is as it was.
 */
export function staysWithheld(total: Attended, others: readonly Attended[], before: readonly Attended[]): boolean {
  const months = monthsOf(total.period);
  if (!months) return false;
  const around = (rows: readonly Attended[]): Attended[] =>
    rows.filter((row) => {
      const own = monthsOf(row.period);
      return row.source.label === total.source.label && row.period !== total.period && own && overlap(own, months);
    });
  const tells = ({ attendances }: Attended): string =>
    isValue(attendances) ? String(attendances.value) : attendances.absence;
  const hasPartOfFew = around(others).some((row) => {
    const isFew = isValue(row.attendances)
      ? isSmallCount(row.attendances.value, fewestParticipants)
      : row.attendances.absence === 'suppressed-primary';
    return isFew && !isWithin(months, monthsOf(row.period)!);
  });
  const toldOf = (rows: readonly Attended[]): string =>
    around(rows)
      .map((row) => `${row.period} ${tells(row)}`)
      .sort()
      .join();
  return hasPartOfFew || toldOf(others) === toldOf(before);
}
