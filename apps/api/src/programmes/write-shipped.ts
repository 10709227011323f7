import type { PoolClient } from 'pg';
import { type NewNote, type NewPreRegistration, writeNote, writePreRegistration } from './paper-writer';
import { findProject } from './programmes.queries';
import { completeProgramme, completeProject, type GivenProgramme, type ShippedProject } from './project-definition';
import { refuseFaults } from './project-rules';
import { type WriteOutcome, writeProgramme, writeProject } from './project-writer';

/** What comes with Sillage or its demonstration. Papers are attached when their project is added. */
export interface ShippedProjects {
  readonly programmes?: readonly GivenProgramme[];
  readonly projects: readonly ShippedProject[];
  readonly notes?: readonly (NewNote & { readonly project: string })[];
  readonly preRegistrations?: readonly (NewPreRegistration & { readonly project: string })[];
  readonly isDemo: boolean;
}

export type ProjectsReport = Record<WriteOutcome, number>;

export const noProject = (): ProjectsReport => ({ added: 0, changed: 0, unchanged: 0 });

export async function writeShipped(
  client: PoolClient,
  { programmes = [], projects, notes = [], preRegistrations = [], isDemo }: ShippedProjects,
): Promise<ProjectsReport> {
  for (const programme of programmes) await writeProgramme(client, completeProgramme(programme), { isShipped: true });
  const report = noProject();
  for (const given of projects) {
    const definition = completeProject(given);
    await refuseFaults(client, definition);
    const outcome = await writeProject(client, definition, { isShipped: true, isDemo, author: null });
    report[outcome] += 1;
    const project = outcome === 'added' ? await findProject(client, given.code) : undefined;
    if (!project) continue;
    for (const note of notes) if (note.project === given.code) await writeNote(client, project.id, note);
    for (const fixed of preRegistrations) {
      if (fixed.project === given.code) await writePreRegistration(client, project.id, fixed);
    }
  }
  return report;
}
