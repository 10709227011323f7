import { Readable } from 'node:stream';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { ArrivalsService } from '../../apps/api/src/imports/arrivals/arrivals.service';
import { ImportPullJob } from '../../apps/api/src/imports/arrivals/import-pull.job';
import type { OutgoingPolicy } from '../../apps/api/src/imports/arrivals/outgoing-policy';
import { PullsService } from '../../apps/api/src/imports/arrivals/pulls.service';
import { WatchFolderJob } from '../../apps/api/src/imports/arrivals/watch-folder.job';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import type { JobContext } from '../../apps/api/src/jobs/job';
import { readEnv } from '../../apps/api/src/platform/config';
import { someCommunes } from './imports';
import { SetClock } from './instance';
import { aHome } from './server';

/** How files come by themselves in one process. */
export async function someArrivals(url: string, policy: OutgoingPolicy, variables: Record<string, string> = {}) {
  const database = new Database(await createDataSource(url).initialize());
  const clock = new SetClock(new Date('2026-11-22T12:00:00Z'));
  const config = readEnv({ DATABASE_URL: url, SILLAGE_HOME: aHome(), ...variables });
  const imports = new ImportsService(database, config, clock);
  const arrivals = new ArrivalsService(database, imports);
  return {
    database,
    clock,
    imports,
    pulls: new PullsService(database, config, clock),
    pullJob: new ImportPullJob(database, config, clock, policy, arrivals),
    watchJob: new WatchFolderJob(config, clock, arrivals),
    close: () => database.onModuleDestroy(),
  };
}

export type ArrivalsUnderTest = Awaited<ReturnType<typeof someArrivals>>;

export const contextOf = (input: unknown = null): JobContext => ({
  input,
  signal: new AbortController().signal,
  progress: async () => undefined,
});

const header = 'code_territoire;periode;indicateur;valeur\n';
export const populations = (year: number, first = 1_460): string =>
  `${header}47167;${year};POP;${first}\n47001;${year};POP;32485\n`;

/** Two communes, the catalogue, and a source whose way of reading is remembered. */
export async function aRememberedSource({ database, imports }: ArrivalsUnderTest, source: string): Promise<void> {
  await new CatalogueService(database).loadDefault();
  await someCommunes(database);
  const { batch } = await imports.receive(Readable.from([populations(2015)]), 'premier.csv', { source });
  await imports.check(batch.id);
  await imports.publish(batch.id);
}
