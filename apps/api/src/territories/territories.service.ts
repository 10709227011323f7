import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { boundaryHistory, type TerritoryLevel, territoriesFr } from '@sillage/indicators';
import { Database } from '../database/database';
import { enqueueJob } from '../jobs/job';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import { readContourFile } from './contour-file';
import { type ContoursReport, storeContours } from './contour-loading';
import { readReferenceGeography, readReferenceVersion } from './decoupage-administratif';
import { type InseeFiles, readCantonNames, readCommunes, readMovements, readPopulations } from './insee-files';
import { type InseeReport, listCurrentCommunes, writeCantons, writeHistory, writePopulations } from './insee-writer';
import { type ReferenceReport, writeReference } from './reference-writer';
import { readSetting, writeSetting } from './settings';
import { findHome, findTerritory, type TerritoryRecord } from './territories.queries';
import { refuseFile } from './territory-file';
import { type TerritoryList, writeTerritoryList } from './territory-list';
import { readZoneFile } from './zone-file';
import { listCommunes, writeZones, type ZonesReport } from './zone-writer';

/** The only writer of territories, their links, changes and contours, and of this installation's settings. */
@Injectable()
export class TerritoriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Codes, names, populations and memberships of the whole country; at once when this version was loaded before. */
  async loadReference(): Promise<ReferenceReport> {
    const [loaded, version] = await Promise.all([
      readSetting(this.database, 'geography-vintage'),
      readReferenceVersion(),
    ]);
    if (loaded?.version === version) return { vintage: loaded.year, territories: 0, links: 0, contours: 0, closed: 0 };
    const geography = await readReferenceGeography();
    return this.database.transaction((client) => writeReference(client, geography));
  }

  /** The communes of the past and what became of them; the cantons; newer populations. */
  async loadInseeFiles(files: InseeFiles): Promise<InseeReport> {
    await this.loadReference();
    const [communes, movements, cantonNames, ...populationFiles] = await Promise.all([
      readCommunes(files.communes),
      readMovements(files.movements),
      files.cantons ? readCantonNames(files.cantons) : new Map<string, string>(),
      ...(files.populations ?? []).map((file) => readPopulations(file)),
    ]);
    const report = await this.database.transaction(async (client) => {
      const populations = await writePopulations(client, new Map(populationFiles.flatMap((file) => [...file])));
      const known = new Map((await listCurrentCommunes(client)).map(({ code, population }) => [code, population]));
      const history = boundaryHistory(
        movements,
        communes.map((commune) => ({ ...commune, population: known.get(commune.code) ?? null })),
      );
      const vintage = await readSetting(client, 'geography-vintage');
      const written = await writeHistory(client, history, vintage?.year ?? this.clock.now().getUTCFullYear());
      const cantons = await writeCantons(client, communes, cantonNames);
      return { ...written, cantons, populations };
    });
    if (report.perimeters + report.changes + report.cantons + report.populations > 0) await this.requestRebuild();
    return report;
  }

  /** Draws a level from a GeoJSON, and the levels above it that no file has drawn. */
  async loadContours(
    file: string,
    level: TerritoryLevel,
    options: { readonly codeProperty?: string | undefined } = {},
  ): Promise<ContoursReport> {
    const contours = await readContourFile(file, level, options.codeProperty);
    const report = await this.database.transaction(async (client) => {
      await writeSetting(client, 'geography-loaded', this.clock.now().toISOString());
      return storeContours(client, contours, level);
    });
    if ('noMatch' in report) {
      const seen = report.noMatch.slice(0, 5).join(', ');
      throw refuseFile(file, [{ pointer: '/', detail: territoriesFr.files.noMatch(level, seen) }]);
    }
    return report;
  }

  /** A département's own zones (MDS, QPV, PVD, other): a file replaces those of the types that it holds. */
  async loadZones(file: string): Promise<ZonesReport> {
    const report = await this.database.transaction(async (client) => {
      const communes = await listCommunes(client);
      const rows = await readZoneFile(path.resolve(file), new Map(communes.map(({ code, isDemo }) => [code, isDemo])));
      await writeSetting(client, 'geography-loaded', this.clock.now().toISOString());
      return writeZones(client, rows, communes, this.clock.now().toISOString().slice(0, 10));
    });
    if (report.changes > 0) await this.requestRebuild();
    return report;
  }

  /** A list of one's own, beside the reference: what is known already stays as it is. */
  async loadList(list: TerritoryList): Promise<{ territories: number; changes: number }> {
    const report = await this.database.transaction((client) =>
      writeTerritoryList(client, list, this.clock.now().getUTCFullYear()),
    );
    if (report.territories + report.changes > 0) await this.requestRebuild();
    return report;
  }

  /** Chooses the département that the home page shows. */
  async chooseHome(code: string): Promise<TerritoryRecord> {
    const found = await findTerritory(this.database, 'departement', code.trim().toUpperCase());
    if (!found) {
      throw new Problem(404, 'territoire-inconnu', territoriesFr.unknownHome(code), territoriesFr.howToChooseHome);
    }
    await this.database.transaction((client) =>
      writeSetting(client, 'home', { level: 'departement', code: found.code }),
    );
    return found;
  }

  findHome(): Promise<TerritoryRecord | undefined> {
    return findHome(this.database);
  }

  /** Sums follow memberships and boundary changes: the figures on screen must be computed again. */
  private async requestRebuild(): Promise<void> {
    await enqueueJob(this.database, 'rebuild', `territories:${randomUUID()}`);
  }
}
