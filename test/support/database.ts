import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createDataSource, migrate } from '../../apps/api/src/database/data-source';

/** The server that test/run.mjs started (or DATABASE_URL). */
function serverUrl(): URL {
  const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!url) throw new Error('No test database: run the tests with `npm test`.');
  return new URL(url);
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl().href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = serverUrl();
  url.pathname = `/${database}`;
  return url.href;
}

/** Named by the test's content: the first test file of a run makes it, the others clone it (0.15 s). */
const templateName = `sillage_template_${process.ppid}`;

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of the test file's own. */
export async function aDatabase(): Promise<TestDatabase> {
  await ensureTemplate(templateName, async () => undefined);
  return cloneDatabase(templateName);
}

/** Makes a template once per run: migrated, then filled by `fill`. Test files that ask meanwhile wait for it. */
export async function ensureTemplate(name: string, fill: (url: string) => Promise<void>): Promise<void> {
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return;
    const building = `${name}_${randomUUID().slice(0, 8)}`;
    await client.query(`create database ${building}`);
    const dataSource = await createDataSource(urlOf(building)).initialize();
    await migrate(dataSource);
    await dataSource.destroy();
    await fill(urlOf(building));
    await client.query(`alter database ${building} rename to ${name}`);
  });
}

export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const name = `sillage_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  return {
    url: urlOf(name),
    drop: async () => {
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
