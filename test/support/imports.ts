import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { readEnv } from '../../apps/api/src/platform/config';
import { anOwnApplication, type OwnApplication } from './application';
import { aDatabase } from './database';
import { SetClock } from './instance';
import { aHome } from './server';

export interface ImportsUnderTest {
  readonly imports: ImportsService;
  readonly database: Database;
  readonly clock: SetClock;
  readonly home: string;
  close(): Promise<void>;
}

/** The imports of one process, with the catalogue, on a database of the test file's own, dropped when it closes. */
export async function someImports(): Promise<ImportsUnderTest> {
  const own = await aDatabase();
  const database = new Database(await createDataSource(own.url).initialize());
  await new CatalogueService(database).loadDefault();
  const clock = new SetClock(new Date('2026-11-22T12:00:00Z'));
  const home = aHome();
  const config = readEnv({ DATABASE_URL: own.url, SILLAGE_HOME: home });
  return {
    imports: new ImportsService(database, config, clock),
    database,
    clock,
    home,
    close: async () => {
      await database.onModuleDestroy();
      await own.drop();
    },
  };
}

/** The application with the catalogue and two communes. */
export async function anImportsApplication(): Promise<OwnApplication> {
  const own = await anOwnApplication();
  await own.app.get(CatalogueService).loadDefault();
  await someCommunes(own.app.get(Database));
  return own;
}

/** Communes by their codes. */
export async function someCommunes(
  database: Database,
  names: Readonly<Record<string, string>> = { 47167: 'Mézin', 47001: 'Agen' },
): Promise<void> {
  await database.query(
    `insert into territory (level, code, name) select 'commune', given.* from unnest($1::text[], $2::text[]) as given`,
    [Object.keys(names), Object.values(names)],
  );
}
