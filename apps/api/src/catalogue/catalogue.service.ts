import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { catalogueFr, type IndicatorDefinition } from '@sillage/indicators';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import { findIndicator, type Indicator, listIndicatorNames, listSources } from './catalogue.queries';
import { type CatalogueReport, writeIndicators, writeSources } from './catalogue-writer';
import { type CatalogueFile, checkCatalogue } from './check-catalogue';
import { shippedIndicators, shippedSources } from './default-catalogue';
import { readCatalogueFile } from './read-catalogue-file';

@Injectable()
export class CatalogueService {
  constructor(private readonly database: Database) {}

  /** The indicators that come with Sillage: free when nothing changed since the last start. */
  async loadDefault(): Promise<CatalogueReport> {
    return this.database.transaction(async (client) => {
      await writeSources(client, shippedSources());
      return writeIndicators(client, shippedIndicators(), { isShipped: true });
    });
  }

  /** A département's own indicators, from a JSON or CSV file: all of them or, when one has a fault, none. */
  async loadFile(path: string): Promise<CatalogueReport> {
    return this.loadDefinitions(await readCatalogueFile(path), basename(path));
  }

  /** The same, once read; `name` is that of the file. */
  async loadDefinitions(file: CatalogueFile, name: string): Promise<CatalogueReport> {
    const faults = file.kind === 'faults' ? file.faults : await this.findFaults(file.definitions);
    if (file.kind === 'faults' || faults.length > 0) {
      throw new Problem(
        422,
        'catalogue-refuse',
        catalogueFr.refused(name, faults.length),
        catalogueFr.nothingWritten,
        faults,
      );
    }
    return this.database.transaction((client) => writeIndicators(client, file.definitions, { isShipped: false }));
  }

  /** One new indicator; a code already taken is refused. */
  async add(definition: IndicatorDefinition): Promise<Indicator> {
    if (await findIndicator(this.database, definition.code)) {
      throw new Problem(409, 'code-deja-pris', catalogueFr.codeTaken(definition.code), catalogueFr.refusedIndicator);
    }
    const faults = await this.findFaults([definition]);
    if (faults.length > 0) {
      throw new Problem(422, 'indicateur-refuse', catalogueFr.refusedIndicator, catalogueFr.nothingWritten, faults);
    }
    await this.database.transaction((client) => writeIndicators(client, [definition], { isShipped: false }));
    const added = await findIndicator(this.database, definition.code);
    if (!added) throw new Error(`Indicator ${definition.code} was not stored`);
    return added;
  }

  private async findFaults(definitions: readonly IndicatorDefinition[]) {
    const [names, sources] = await Promise.all([listIndicatorNames(this.database), listSources(this.database)]);
    return checkCatalogue(
      definitions,
      names,
      sources.map((source) => source.code),
    );
  }
}
