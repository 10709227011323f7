import type { INestApplicationContext } from '@nestjs/common';
import { importsFr } from '@sillage/indicators';
import { CatalogueService } from './catalogue/catalogue.service';
import { readReferential } from './imports/read-referential';
import { TerritoriesService } from './territories/territories.service';

/** Adds the territories, mergers and indicators of a folder to the database. */
export async function loadReferentialFolder(app: INestApplicationContext, folder: string) {
  const { indicators, ...list } = await readReferential(folder);
  const places = await app.get(TerritoriesService, { strict: false }).loadList(list);
  const catalogue = await app
    .get(CatalogueService, { strict: false })
    .loadDefinitions({ kind: 'definitions', definitions: indicators }, folder);
  return { ...places, indicators: catalogue.added + catalogue.changed };
}

/** `sillage referential load DIR`; the result is the exit code. */
export async function referentialCommand(app: INestApplicationContext, args: readonly string[]): Promise<number> {
  const [action, folder] = args;
  if (action !== 'load' || !folder) {
    console.error(importsFr.referential.usage);
    return 2;
  }
  const { territories, changes, indicators } = await loadReferentialFolder(app, folder);
  console.log(importsFr.referential.loaded(territories, changes, indicators));
  return 0;
}
