import { absent, isValue, type Measure, measured } from '../measure';
import { periodOfText } from '../period';
import type { Participation } from '../project';
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
 * of a year: its total is withheld beside a withheld part. Distinct people do not add up, and nothing is deduced from them.
 */
export function publishParticipation(rows: readonly Participation[]): PublishedParticipation[] {
  const primary = rows.map(({ distinctPeople, attendances, ...row }) => {
    const isFew = isSmallCount(attendances, fewestParticipants);
    return {
      ...row,
      distinctPeople: publish(distinctPeople, isFew || isSmallCount(distinctPeople, fewestParticipants)),
      attendances: publish(attendances, isFew),
    };
  });
  const betrayed = new Set(
    primary.filter(({ attendances }) => 'absence' in attendances && attendances.absence === secret).flatMap(yearAround),
  );
  return primary.map((row) =>
    isValue(row.attendances) && betrayed.has(keyOf(row.period, row)) && periodOfText(row.period)?.kind === 'year'
      ? { ...row, attendances: absent('suppressed-secondary') }
      : row,
  );
}

const secret = 'suppressed-primary';
const publish = (count: number | null, isSecret: boolean): Measure =>
  count === null ? absent('not-available') : isSecret ? absent(secret) : measured(count);

type Told = Pick<Participation, 'period' | 'source'>;
const keyOf = (period: string, { source }: Told): string => `${period} ${source.label}`;
/** The year of a half, a quarter or a month, told by the same source. */
const yearAround = (row: Told): string[] => {
  const period = periodOfText(row.period);
  return period ? [keyOf(String(period.year), row)] : [];
};
