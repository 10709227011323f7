import { type ProjectDefinition, type PublishedParticipation, publishParticipation } from '@sillage/indicators';

/** A project as anybody may read it. */
export type Public<Given extends ProjectDefinition> = Omit<Given, 'participation'> & {
  readonly participation: readonly PublishedParticipation[];
};

/** Everything that was entered, less the counts that would tell of a few people. */
export const publicProject = <Given extends ProjectDefinition>(project: Given): Public<Given> => ({
  ...project,
  participation: publishParticipation(project.participation),
});
