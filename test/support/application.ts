import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../apps/api/src/main';
import { aDatabase } from './database';
import { aHome } from './server';

/** The whole application in this process, on a database of the test's own: requests go through `inject`, no port is taken. */
export async function anApplication(databaseUrl: string): Promise<NestFastifyApplication> {
  process.env['DATABASE_URL'] = databaseUrl;
  process.env['SILLAGE_HOME'] = aHome();
  process.env['PORT'] = '0';
  process.env['SILLAGE_LOG'] = 'errors';
  return createApplication();
}

export interface OwnApplication {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** The application on a database of the test file's own, dropped when it closes. */
export async function anOwnApplication(): Promise<OwnApplication> {
  const database = await aDatabase();
  const app = await anApplication(database.url);
  return {
    app,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** The JSON of a GET, which must answer 200. */
export async function getJson<T>(app: NestFastifyApplication, url: string): Promise<T> {
  const response = await app.inject({ method: 'GET', url });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
  return response.json() as T;
}
