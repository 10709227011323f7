import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type ProjectDefinition, programmesFr, type TreatedTerritory } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { Database, type Queryable } from '../database/database';
import { enqueueJob } from '../jobs/job';
import type { Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { checkBudget, checkProject } from './check-project';
import type { SentCounts } from './counts.dto';
import { exampleProjects } from './example-projects';
import { keepSecretCounts } from './keep-secret-counts';
import { findProgramme, findProject, listKnownPlaces, type Programme, type Project } from './programmes.queries';
import {
  completeProgramme,
  completeProject,
  type GivenProgramme,
  type GivenProject,
  mergeProject,
} from './project-definition';
import { faultsShown, readKnownWorld, refuseFaults } from './project-rules';
import { type WriteOptions, type WriteOutcome, writeProgramme, writeProject } from './project-writer';
import type { ReadProject } from './read-projects-csv';
import { readProjectsFile, readProjectsText } from './read-projects-file';
import { noProject, type ProjectsReport, type ShippedProjects, writeShipped } from './write-shipped';

/** A project less what the database adds to it. */
function definitionOf(project: Project): ProjectDefinition {
  const {
    id: _id,
    version: _version,
    isDemo: _isDemo,
    createdAt: _createdAt,
    changedAt: _changedAt,
    ...definition
  } = project;
  return definition;
}

type ProjectChange = Partial<Omit<GivenProject, 'code' | keyof SentCounts>> &
  SentCounts & { basedOn: number; author?: string | null };

const byPerson = (author: string | null): WriteOptions => ({ isShipped: false, isDemo: false, author });

const codeTaken = (title: string): Problem => new Problem(409, 'code-deja-pris', title, programmesFr.chooseAnotherCode);

@Injectable()
export class ProgrammesService {
  constructor(private readonly database: Database) {}

  async create({ author = null, ...given }: GivenProject & { author?: string | null }): Promise<Project> {
    const definition = completeProject(given);
    await this.exclusively(async (client) => {
      if (await findProject(client, definition.code)) throw codeTaken(programmesFr.projectCodeTaken(definition.code));
      await refuseFaults(client, definition);
      await this.write(client, definition, byPerson(author));
    });
    return this.project(definition.code);
  }

  /** Replaces what the change names, in a new version; what it does not name stays. */
  async change(code: string, { basedOn, author = null, ...change }: ProjectChange): Promise<Project> {
    await this.exclusively(async (client) => {
      const before = await this.project(code, client);
      const { version, isDemo } = before;
      if (version !== basedOn) {
        throw new Problem(
          409,
          'projet-modifie',
          programmesFr.changedMeanwhile(code, basedOn, version),
          programmesFr.readAgain,
        );
      }
      const { participation, facts, ...rest } = change;
      const { counts, faults } = keepSecretCounts({ participation, facts }, before);
      const definition = { ...definitionOf(before), ...rest, ...counts };
      await refuseFaults(client, definition, faults);
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
    return this.exclusively((client) => writeShipped(client, shipped));
  }

  async createProgramme(given: GivenProgramme): Promise<Programme> {
    await this.exclusively(async (client) => {
      if (await findProgramme(client, given.code)) throw codeTaken(programmesFr.programmeCodeTaken(given.code));
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
      const definitions: ProjectDefinition[] = [];
      const known = await readKnownWorld(
        client,
        read.flatMap(({ project }) => project.territories),
      );
      for (const { project, locate } of read) {
        const before = await findProject(client, project.code);
        const definition = mergeProject(before && definitionOf(before), project);
        definitions.push(definition);
        for (const { pointer, detail } of checkProject(definition, known)) {
          faults.push({ pointer: locate(pointer), detail });
        }
      }
      if (faults.length > 0) {
        const title = programmesFr.csv.refused(name, faults.length);
        throw new Problem(422, 'projets-refuses', title, programmesFr.nothingWritten, faults.slice(0, faultsShown));
      }
      const report = noProject();
      for (const definition of definitions) report[await this.write(client, definition, byPerson(null))] += 1;
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

  /** Projects are few and written seldom: one writer at a time. */
  private exclusively<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.database.transaction(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtext('programmes'))`);
      return work(client);
    });
  }
}
