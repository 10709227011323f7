import { isDeepStrictEqual } from 'node:util';
import {
  absent,
  isSuppressed,
  isValue,
  type Measure,
  measured,
  type Participation,
  type ProjectDefinition,
  type ProjectFact,
  programmesFr,
  publishFacts,
  publishParticipation,
  staysWithheld,
} from '@sillage/indicators';
import type { Fault } from '../platform/csv-table';
import type { SentCounts } from './counts.dto';

type Sent = number | null | Measure;
type Counts = Pick<ProjectDefinition, 'participation' | 'facts'>;

const read = (sent: Sent): Measure => (typeof sent === 'number' ? measured(sent) : (sent ?? absent('not-available')));
const numberOf = (sent: Sent): number | null => {
  const measure = read(sent);
  return isValue(measure) ? measure.value : null;
};
const hasSecret = (...counts: readonly Sent[]): boolean => counts.some((count) => isSuppressed(read(count)));
const { secretToGiveAgain, secretWouldShow } = programmesFr.faults;

/**
 * The counts of a change, secret ones as they are stored. They are kept on a line whose counts all come back as they were
 * read: beside another count, or in another unit, what is refused or shown would tell the number.
 */
export function keepSecretCounts(
  { participation, facts }: SentCounts,
  before: Counts,
): { readonly counts: Counts; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const add = (pointer: string, detail: string): void => {
    faults.push({ pointer, detail });
  };
  return {
    counts: {
      participation: participation ? participationOf(participation, before.participation, add) : before.participation,
      facts: facts ? factsOf(facts, before.facts, add) : before.facts,
    },
    faults,
  };
}

type Add = (pointer: string, detail: string) => void;

function participationOf(
  sent: NonNullable<SentCounts['participation']>,
  before: readonly Participation[],
  add: Add,
): Participation[] {
  const published = publishParticipation(before);
  const asSent = sent.map((row) => ({ ...row, attendances: read(row.attendances) }));
  const left = new Set(published.keys());
  return sent.map(({ distinctPeople, attendances, ...row }, index) => {
    if (!hasSecret(distinctPeople, attendances))
      return { ...row, distinctPeople: numberOf(distinctPeople), attendances: numberOf(attendances) };
    const counts = [read(distinctPeople), read(attendances)];
    const rank = published.findIndex(
      (known, place) =>
        left.has(place) &&
        known.period === row.period &&
        known.source.label === row.source.label &&
        isDeepStrictEqual([known.distinctPeople, known.attendances], counts),
    );
    left.delete(rank);
    const found = published[rank];
    const others = asSent.filter((_, place) => place !== index);
    const isTold = found && isSecondary(found.attendances) && !staysWithheld(found, others, published);
    const kept = isTold ? undefined : before[rank];
    if (!kept) add(`/participation/${index}`, (isTold ? secretWouldShow : secretToGiveAgain)(row.period));
    return { ...row, distinctPeople: kept?.distinctPeople ?? null, attendances: kept?.attendances ?? null };
  });
}

const isSecondary = (count: Measure): boolean => !isValue(count) && count.absence === 'suppressed-secondary';

function factsOf(sent: NonNullable<SentCounts['facts']>, before: readonly ProjectFact[], add: Add): ProjectFact[] {
  const known = publishFacts(before).flatMap(({ statements, label, unit }, rank) =>
    statements.map(({ low, when, source }, place) => ({
      key: [label.fr, unit, when, source.label],
      isSecret: !isValue(low),
      stored: before[rank]!.statements[place]!,
    })),
  );
  return sent.map(({ statements, ...fact }, index) => ({
    ...fact,
    statements: statements.map(({ low, high, ...said }, place) => {
      if (!hasSecret(low, high)) return { ...said, low: numberOf(low) ?? 0, high: numberOf(high) ?? 0 };
      const key = [fact.label.fr, fact.unit, said.when, said.source.label];
      const rank = known.findIndex((line) => line.isSecret && isDeepStrictEqual(line.key, key));
      // two lines alike keep each their own number
      const stored = rank < 0 ? undefined : known.splice(rank, 1)[0]!.stored;
      if (!stored) add(`/facts/${index}/statements/${place}`, secretToGiveAgain(fact.label.fr));
      return { ...said, note: stored?.note ?? said.note, low: stored?.low ?? 0, high: stored?.high ?? 0 };
    }),
  }));
}
