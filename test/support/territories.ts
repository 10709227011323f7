import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { Clock } from '../../apps/api/src/platform/clock';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { cloneDatabase, ensureTemplate } from './database';

export interface TerritoriesUnderTest {
  readonly database: Database;
  readonly territories: TerritoriesService;
  close(): Promise<void>;
}

const connect = async (url: string): Promise<Database> => new Database(await createDataSource(url).initialize());

/** The reference of territories, read once a run, on a database of the test file's own. */
export async function someTerritories(): Promise<TerritoriesUnderTest> {
  const template = `sillage_reference_${process.ppid}`;
  await ensureTemplate(template, async (url) => {
    const database = await connect(url);
    await new TerritoriesService(database, new Clock()).loadReference();
    await database.onModuleDestroy();
  });
  const own = await cloneDatabase(template);
  const database = await connect(own.url);
  return {
    database,
    territories: new TerritoriesService(database, new Clock()),
    close: async () => {
      await database.onModuleDestroy();
      await own.drop();
    },
  };
}
