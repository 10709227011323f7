import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { readEnv } from '../../apps/api/src/platform/config';
import { SetClock } from './instance';
import { aHome } from './server';

export interface ImportsUnderTest {
  readonly imports: ImportsService;
  readonly database: Database;
  readonly clock: SetClock;
  readonly home: string;
  close(): Promise<void>;
}

/** The imports of one process: its own pool, folder and clock. */
export async function someImports(url: string, home = aHome()): Promise<ImportsUnderTest> {
  const database = new Database(await createDataSource(url).initialize());
  const clock = new SetClock(new Date('2026-11-22T12:00:00Z'));
  const config = readEnv({ DATABASE_URL: url, SILLAGE_HOME: home });
  return {
    imports: new ImportsService(database, config, clock),
    database,
    clock,
    home,
    close: () => database.onModuleDestroy(),
  };
}
