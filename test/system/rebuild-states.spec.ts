import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { anApplication, getJson } from '../support/application';
import { cloneDatabase, ensureTemplate, TestDatabase } from '../support/database';
import { aHome } from '../support/server';

const root = path.resolve(__dirname, '../..');

/** The demonstration's files published, nothing computed yet. */
const template = `sillage_published_${process.ppid}`;

async function withApplication<T>(url: string, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
  const app = await anApplication(url);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Every aggregate of a version as text, in order: two states are the same when their texts are. */
async function stateText(app: NestFastifyApplication, version: number): Promise<string> {
  const { rows } = await app.get(Database).query<{ line: string }>(
    `select row(territory_id, indicator_id, period, value, numerator, denominator, available_weight, expected_weight,
       available_count, suppressed_count, expected_count, absence, status, origin, batch_id, line)::text as line
     from aggregate where version = $1 order by territory_id, indicator_id, period`,
    [version],
  );
  return rows.map(({ line }) => line).join('\n');
}

/** A file that gives every commune of the demonstration 1 000 inhabitants in 2024, then publishes it. */
async function publishRoundPopulations(app: NestFastifyApplication): Promise<number> {
  const { rows } = await app
    .get(Database)
    .query<{ code: string }>(`select code from territory where is_demo and level = 'commune' order by code`);
  const text = ['code_territoire;periode;indicateur;valeur', ...rows.map(({ code }) => `${code};2024;POP;1000`)].join(
    '\n',
  );
  const imports = app.get(ImportsService);
  const { batch } = await imports.receive(Readable.from([Buffer.from(`${text}\n`)]), 'populations.csv');
  await imports.check(batch.id);
  await imports.publish(batch.id);
  return rows.length;
}

async function population(app: NestFastifyApplication): Promise<{ version: number; total: number; epci: number }> {
  const read = (query: string) =>
    getJson<{ version: number; measures: { value: number }[] }>(
      app,
      `/api/v1/measures?indicator=POP&from=2024&to=2024&${query}`,
    );
  const whole = await read('level=departement&code=00');
  const parts = await read(`level=epci&within=departement:00&version=${whole.version}`);
  const sum = (measures: { value: number }[]) => measures.reduce((total, { value }) => total + value, 0);
  return { version: whole.version, total: sum(whole.measures), epci: sum(parts.measures) };
}

/** Holds the row that the swap changes: a rebuild then waits just before its end. */
async function holdSwap(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table published_state in exclusive mode');
  return client;
}

async function untilARebuildWaits(client: Client): Promise<number> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    // inside a transaction the view would keep showing what it showed first
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query ilike '%published_state%'`,
    );
    if (rows[0]) return rows[0].pid;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No rebuild came to its swap');
}

describe('a rebuild', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    await ensureTemplate(template, (url) =>
      withApplication(url, async (app) => {
        await app.get(CatalogueService).loadDefault();
        await app.get(DemonstrationService).seed();
      }),
    );
  }, 120_000);
  beforeEach(async () => {
    database = await cloneDatabase(template);
  });
  afterEach(() => database.drop());

  it('gives the same bytes twice, in two databases and in one', async () => {
    const compute = (url: string) =>
      withApplication(url, async (app) => {
        const first = await app.get(RebuildService).rebuild('first');
        const again = await app.get(RebuildService).rebuild('again');
        expect(again).toMatchObject({ version: first.version, isNew: false });
        return stateText(app, first.version);
      });
    const text = await compute(database.url);
    expect(text.split('\n').length).toBeGreaterThan(10_000);
    const twin = await cloneDatabase(template);
    try {
      expect(await compute(twin.url)).toBe(text);
    } finally {
      await twin.drop();
    }
  }, 120_000);

  it('shows readers one whole state during the swap, and keeps the earlier one readable', async () => {
    await withApplication(database.url, async (app) => {
      await app.get(RebuildService).rebuild('before');
      const before = await population(app);
      const communes = await publishRoundPopulations(app);
      const seen = [await population(app)];
      let isDone = false;
      const rebuilt = app
        .get(RebuildService)
        .rebuild('after')
        .finally(() => {
          isDone = true;
        });
      while (!isDone) seen.push(await population(app));
      await rebuilt;
      const after = await population(app);
      expect(after).toEqual({ version: before.version + 1, total: communes * 1_000, epci: communes * 1_000 });
      expect(seen.length).toBeGreaterThan(3);
      for (const sight of seen) expect([before, after]).toContainEqual(sight);
      const earlier = await getJson<{ measures: { value: number }[] }>(
        app,
        `/api/v1/measures?indicator=POP&from=2024&to=2024&level=departement&code=00&version=${before.version}`,
      );
      expect(earlier.measures[0]?.value).toBe(before.total);
    });
  }, 120_000);

  it.each(['its connection', 'its process'])(
    'killed in %s leaves the previous state, and the next run succeeds',
    async (what) => {
      await withApplication(database.url, async (app) => {
        await app.get(RebuildService).rebuild('before');
        const before = await population(app);
        const communes = await publishRoundPopulations(app);
        const holder = await holdSwap(database.url);
        let child: ChildProcess | undefined;
        try {
          let ended: Promise<unknown>;
          if (what === 'its process') {
            child = spawn(process.execPath, ['apps/api/launch/sillage.mjs', 'rebuild'], {
              cwd: root,
              env: { ...process.env, DATABASE_URL: database.url, SILLAGE_HOME: aHome() },
              stdio: 'ignore',
            });
            const started = child;
            ended = new Promise((resolve) => started.once('exit', resolve));
            await untilARebuildWaits(holder);
            child.kill('SIGKILL');
          } else {
            ended = app
              .get(RebuildService)
              .rebuild('killed')
              .then(
                () => 'finished',
                (error: Error) => error.message,
              );
            await holder.query('select pg_terminate_backend($1)', [await untilARebuildWaits(holder)]);
          }
          expect(await ended).not.toBe('finished');
        } finally {
          await holder.query('rollback');
          await holder.end();
          child?.kill('SIGKILL');
        }
        await untilAlone(app);
        expect(await population(app)).toEqual(before);
        const report = await app.get(RebuildService).rebuild('next');
        expect(report.isNew).toBe(true);
        expect((await population(app)).total).toBe(communes * 1_000);
      });
    },
    180_000,
  );
});

/** A killed process's backend notices at its next word to the client: its transaction must be over before we look. */
async function untilAlone(app: NestFastifyApplication): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { rows } = await app.get(Database).query<{ n: number }>(
      `select count(1)::integer as n from pg_stat_activity
       where datname = current_database() and state like '%in transaction%' or
         (datname = current_database() and state = 'active' and pid <> pg_backend_pid())`,
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
