import { absent, type Measure, measured } from '../measure';
import type { ProjectFact, Statement } from '../project';
import { mayCountPeople } from './may-count-people';
import { fewestParticipants } from './participation';
import { isSmallCount } from './primary';

export interface PublishedStatement extends Omit<Statement, 'low' | 'high'> {
  readonly low: Measure;
  readonly high: Measure;
}

/** What the sources say of a project, less what would tell of a few people. */
export interface PublishedFact extends Omit<ProjectFact, 'statements'> {
  readonly statements: readonly PublishedStatement[];
}

/** A range is withheld as soon as one of its ends tells of a few, and its note with it: it may say the number in words. */
export const publishFacts = (facts: readonly ProjectFact[]): PublishedFact[] =>
  facts.map(({ statements, ...fact }) => {
    const people = mayCountPeople(fact);
    const isSecret = ({ low, high }: Statement): boolean =>
      people !== 'no' &&
      // a mean may be small; a number of people never has a half
      (people === 'yes' || (Number.isInteger(low) && Number.isInteger(high))) &&
      [low, high].some((count) => isSmallCount(count, fewestParticipants));
    return {
      ...fact,
      statements: statements.map((statement) => {
        const publish = (count: number): Measure =>
          isSecret(statement) ? absent('suppressed-primary') : measured(count);
        const { low, high, note, ...said } = statement;
        return { ...said, note: isSecret(statement) ? null : note, low: publish(low), high: publish(high) };
      }),
    };
  });
