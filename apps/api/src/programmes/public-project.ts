import {
  type ProjectDefinition,
  type PublishedFact,
  type PublishedParticipation,
  publishFacts,
  publishParticipation,
} from '@sillage/indicators';

/** A project as anybody may read it. */
export type Public<Given extends ProjectDefinition> = Omit<Given, 'participation' | 'facts'> & {
  readonly facts: readonly PublishedFact[];
  readonly participation: readonly PublishedParticipation[];
};

/** Everything that was entered, less the counts that would tell of a few people. */
export const publicProject = <Given extends ProjectDefinition>(project: Given): Public<Given> => ({
  ...project,
  facts: publishFacts(project.facts),
  participation: publishParticipation(project.participation),
});
