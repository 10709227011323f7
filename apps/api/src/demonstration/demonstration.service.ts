import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { demonstrationFr } from '@sillage/indicators';
import { Database } from '../database/database';
import { ImportsService } from '../imports/imports.service';
import { Config } from '../platform/config';
import { ProgrammesService } from '../programmes/programmes.service';
import { TerritoriesService } from '../territories/territories.service';
import { writeTerritories } from '../territories/territory-writer';
import { type DemonstrationFile, demonstrationFiles } from './figures/demonstration-files';
import { demonstrationWorld } from './figures/world';
import { demonstrationContent, departementCode } from './geography/demonstration-content';
import { demonstrationProgrammes, demonstrationProjects } from './projects/demonstration-projects';
import { demonstrationNotes, demonstrationPreRegistrations } from './projects/project-papers';

export interface DemonstrationReport {
  readonly territories: number;
  readonly files: number;
  readonly values: number;
}

/** Gives a fresh installation a fictional département, by the way that an official's own files would take. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly territories: TerritoriesService,
    private readonly imports: ImportsService,
    private readonly programmes: ProgrammesService,
  ) {}

  /** Does again nothing that was done: an interrupted seed goes on where it stopped. A home already chosen stays. */
  async seed(): Promise<DemonstrationReport> {
    const world = demonstrationWorld();
    const written = await this.database.transaction((client) =>
      writeTerritories(client, demonstrationContent(world.departement), { isDemo: true }),
    );
    const folder = path.join(this.config.home, 'demonstration');
    await mkdir(folder, { recursive: true });
    const files = demonstrationFiles(world);
    let values = 0;
    for (const file of files) values += await this.import(folder, file);
    await this.programmes.loadShipped({
      programmes: demonstrationProgrammes,
      projects: demonstrationProjects(world),
      notes: demonstrationNotes,
      preRegistrations: demonstrationPreRegistrations,
      isDemo: true,
    });
    // Last: a first start takes a home for the sign that everything is there.
    if (!(await this.territories.findHome())) await this.territories.chooseHome(departementCode);
    return { territories: written.territories, files: files.length, values };
  }

  /** Returns the values published now: none when this very file was published before. */
  private async import(folder: string, { name, content }: DemonstrationFile): Promise<number> {
    const file = path.join(folder, name);
    await writeFile(file, content);
    const { batch } = await this.imports.receive(createReadStream(file), name, {
      source: demonstrationFr.source,
      isDemo: true,
    });
    if (batch.state === 'published') return 0;
    const { outcome } = await this.imports.check(batch.id);
    if (outcome === 'reject') throw new Error(demonstrationFr.refused(name));
    const { values, isNew } = await this.imports.publish(batch.id);
    return isNew ? values : 0;
  }
}
