import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type ProjectDefinition, programmesFr, type TreatedTerritory } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { listIndicators } from '../catalogue/catalogue.queries';
import { Database, type Queryable } from '../database/database';
import { enqueueJob } from '../jobs/job';
import type { Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { checkBudget, checkProject, type KnownWorld } from './check-project';
import { exampleProjects } from './example-projects';
import { type NewNote, type NewPreRegistration, writeNote, writePreRegistration } from './paper-writer';
import {
  findProgramme,
  findProject,
  listKnownPlaces,
  listProgrammes,
  type Programme,
  type Project,
} from './programmes.queries';
import { completeProgramme, completeProject, type GivenProgramme, type GivenProject } from './project-definition';
import { type WriteOptions, type WriteOutcome, writeProgramme, writeProject } from './project-writer';
import type { ReadProject } from './read-projects-csv';
import { readProjectsFile, readProjectsText } from './read-projects-file';

export type ProjectsReport = Record<WriteOutcome, number>;

/** Papers are attached when their project is added. */
export interface ShippedProjects {
  readonly programmes?: readonly GivenProgramme[];
  readonly projects: readonly GivenProject[];
  readonly notes?: readonly (NewNote & { readonly project: string })[];
  readonly preRegistrations?: readonly (NewPreRegistration & { readonly project: string })[];
  readonly isDemo: boolean;
}

const byPerson = (author: string | null): WriteOptions => ({ isShipped: false, isDemo: false, author });

@Injectable()
export class ProgrammesService {
  constructor(private readonly database: Database) {}

  async create({ author = null, ...given }: GivenProject & { author?: string | null }): Promise<Project> {
    const definition = completeProject(given);
    await this.exclusively(async (client) => {
      if (await findProject(client, definition.code)) {
        throw new Problem(
          409,
          'code-deja-pris',
          programmesFr.projectCodeTaken(definition.code),
          programmesFr.chooseAnotherCode,
        );
      }
      await this.refuseFaults(client, definition);
      await this.write(client, definition, byPerson(author));
    });
    return this.project(definition.code);
  }

  /** Replaces what the change names, in a new version; what it does not name stays. */
  async change(
    code: string,
    {
      basedOn,
      author = null,
      ...change
    }: Partial<Omit<GivenProject, 'code'>> & { basedOn: number; author?: string | null },
  ): Promise<Project> {
    await this.exclusively(async (client) => {
      const {
        id: _id,
        version,
        isDemo,
        createdAt: _createdAt,
        changedAt: _changedAt,
        ...before
      } = await this.project(code, client);
      if (version !== basedOn) {
        throw new Problem(
          409,
          'projet-modifie',
          programmesFr.changedMeanwhile(code, basedOn, version),
          programmesFr.readAgain,
        );
      }
      const definition = { ...before, ...change };
      await this.refuseFaults(client, definition);
      await this.write(client, definition, { ...byPerson(author), isDemo });
    });
    return this.project(code);
  }

  /** The projects of a CSV or JSON file: all of them or, when one has a fault, none. */
  async loadFile(path: string): Promise<ProjectsReport> {
    const faults: Fault[] = [];
    return this.load(basename(path), await readProjectsFile(path, faults), faults);
  }

  async loadText(name: string, text: string): Promise<ProjectsReport> {
    const faults: Fault[] = [];
    const kind = name.toLowerCase().endsWith('.json') ? 'json' : 'csv';
    return this.load(name, readProjectsText(text, kind, faults), faults);
  }

  /** The library of inspiring examples; one whose territory is not known here is left out. */
  async loadExamples(): Promise<ProjectsReport> {
    const examples = exampleProjects();
    const places = await listKnownPlaces(
      this.database,
      examples.flatMap(({ territories }) => territories),
    );
    const isKnown = ({ level, code }: TreatedTerritory): boolean =>
      places.some((place) => place.level === level && place.code === code);
    const projects = examples.filter(({ territories }) => territories.every(isKnown));
    return this.loadShipped({ projects, isDemo: false });
  }

  /** What comes with Sillage or its demonstration: free when nothing changed, and never over what a person wrote. */
  async loadShipped(shipped: ShippedProjects): Promise<ProjectsReport> {
    const { programmes = [], projects, notes = [], preRegistrations = [], isDemo } = shipped;
    return this.exclusively(async (client) => {
      for (const programme of programmes)
        await writeProgramme(client, completeProgramme(programme), { isShipped: true });
      const report = { added: 0, changed: 0, unchanged: 0 };
      for (const project of projects) {
        const definition = completeProject(project);
        await this.refuseFaults(client, definition);
        const outcome = await writeProject(client, definition, { isShipped: true, isDemo, author: null });
        report[outcome] += 1;
        if (outcome !== 'added') continue;
        const { id } = await this.project(project.code, client);
        for (const note of notes) if (note.project === project.code) await writeNote(client, id, note);
        for (const fixed of preRegistrations) {
          if (fixed.project === project.code) await writePreRegistration(client, id, fixed);
        }
      }
      return report;
    });
  }

  async createProgramme(given: GivenProgramme): Promise<Programme> {
    await this.exclusively(async (client) => {
      if (await findProgramme(client, given.code)) {
        throw new Problem(
          409,
          'code-deja-pris',
          programmesFr.programmeCodeTaken(given.code),
          programmesFr.chooseAnotherCode,
        );
      }
      await this.writeProgramme(client, given);
    });
    return this.programme(given.code);
  }

  async changeProgramme(code: string, change: Partial<Omit<GivenProgramme, 'code'>>): Promise<Programme> {
    await this.exclusively(async (client) => {
      const { id: _id, version: _version, ...before } = await this.programme(code, client);
      await this.writeProgramme(client, { ...before, ...change });
    });
    return this.programme(code);
  }

  async project(code: string, db: Queryable = this.database): Promise<Project> {
    const project = await findProject(db, code);
    if (project) return project;
    throw new Problem(404, 'projet-inconnu', programmesFr.unknownProject(code), programmesFr.howToFindProject);
  }

  async programme(code: string, db: Queryable = this.database): Promise<Programme> {
    const programme = await findProgramme(db, code);
    if (programme) return programme;
    throw new Problem(
      404,
      'programme-inconnu',
      programmesFr.unknownProgrammeCode(code),
      programmesFr.howToFindProgramme,
    );
  }

  private async load(name: string, read: readonly ReadProject[], faults: Fault[]): Promise<ProjectsReport> {
    return this.exclusively(async (client) => {
      const projects = read.map(({ project, locate }) => ({ definition: completeProject(project), locate }));
      const known = await this.knownWorld(
        client,
        projects.flatMap(({ definition }) => definition.territories),
      );
      for (const { definition, locate } of projects) {
        for (const { pointer, detail } of checkProject(definition, known))
          faults.push({ pointer: locate(pointer), detail });
      }
      if (faults.length > 0) {
        const title = programmesFr.csv.refused(name, faults.length);
        throw new Problem(422, 'projets-refuses', title, programmesFr.nothingWritten, faults.slice(0, 100));
      }
      const report = { added: 0, changed: 0, unchanged: 0 };
      for (const { definition } of projects) report[await this.write(client, definition, byPerson(null))] += 1;
      return report;
    });
  }

  /** Stores the project, and asks for its effects when it changed. */
  private async write(client: PoolClient, definition: ProjectDefinition, options: WriteOptions): Promise<WriteOutcome> {
    const outcome = await writeProject(client, definition, options);
    if (outcome === 'unchanged') return outcome;
    const { version } = await this.project(definition.code, client);
    const input = { projectCode: definition.code, version };
    await enqueueJob(client, 'estimate-effects', `project:${definition.code}:${version}`, input);
    return outcome;
  }

  private async writeProgramme(client: PoolClient, given: GivenProgramme): Promise<void> {
    const definition = completeProgramme(given);
    const faults: Fault[] = [];
    checkBudget(definition.budget, (pointer, detail) => faults.push({ pointer, detail }));
    if (faults.length > 0) {
      const title = programmesFr.programmeRefused(given.code);
      throw new Problem(422, 'programme-refuse', title, programmesFr.nothingWritten, faults);
    }
    await writeProgramme(client, definition, { isShipped: false });
  }

  private async refuseFaults(client: PoolClient, definition: ProjectDefinition): Promise<void> {
    const faults = checkProject(definition, await this.knownWorld(client, definition.territories));
    if (faults.length === 0) return;
    const title = programmesFr.projectRefused(definition.code);
    throw new Problem(422, 'projet-refuse', title, programmesFr.nothingWritten, faults.slice(0, 100));
  }

  private async knownWorld(client: PoolClient, territories: readonly TreatedTerritory[]): Promise<KnownWorld> {
    // with the codes whose zero a spreadsheet may have dropped
    const places = territories.flatMap(({ level, code }) => [
      { level, code },
      { level, code: `0${code}` },
    ]);
    const known = new Set((await listKnownPlaces(client, places)).map(({ level, code }) => `${level} ${code}`));
    return {
      indicators: new Set((await listIndicators(client)).map(({ code }) => code)),
      programmes: new Set((await listProgrammes(client)).map(({ code }) => code)),
      hasTerritory: (level, code) => known.has(`${level} ${code}`),
    };
  }

  /** Projects are few and written seldom: one writer at a time. */
  private exclusively<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.database.transaction(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtext('programmes'))`);
      return work(client);
    });
  }
}
