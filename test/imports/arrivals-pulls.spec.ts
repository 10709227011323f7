import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { listBatches } from '../../apps/api/src/imports/imports.queries';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { anApplication } from '../support/application';
import { type ArrivalsUnderTest, aRememberedSource, contextOf, populations, someArrivals } from '../support/arrivals';
import { aDatabase, type TestDatabase } from '../support/database';
import { aFileServer, type FileServer, TestPolicy } from '../support/file-server';

describe('a file fetched at its hours', () => {
  let database: TestDatabase;
  let server: FileServer;
  let under: ArrivalsUnderTest;
  let content = '';
  let hasValidators = true;
  beforeAll(async () => {
    server = await aFileServer((request, response) => {
      const etag = `"${content.length}-${content.slice(-20).replace(/\W/g, '')}"`;
      if (hasValidators && request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      return response.writeHead(200, hasValidators ? { etag } : {}).end(content);
    });
    database = await aDatabase();
    under = await someArrivals(database.url, new TestPolicy(), {
      SILLAGE_PULL_HOSTS: `fichiers.test:${server.port},interne.test`,
    });
    await aRememberedSource(under, 'Observatoire');
  });
  afterAll(async () => {
    await server?.close();
    await under?.close();
    await database?.drop();
  });

  const settings = (change = {}) => ({
    url: `https://fichiers.test:${server.port}/pop.csv`,
    source: 'Observatoire',
    schedule: '0 6 * * 1',
    isEnabled: true,
    ...change,
  });
  const visit = async (id: number) => {
    await under.pullJob.run(contextOf({ pullId: id }));
    return under.pulls.pull(id);
  };
  const batchCount = async () => (await listBatches(under.database, { before: null, limit: 200 })).length;

  it('is published when its source is known, then found unchanged, with and without the server’s help', async () => {
    const { id } = await under.pulls.create(settings());
    content = populations(2016);
    const first = await visit(id);
    expect(first.lastResult).toEqual({ code: 'published', detail: String(first.lastBatchId) });
    expect(await under.imports.batch(first.lastBatchId!)).toMatchObject({ state: 'published', fileName: 'pop.csv' });
    const count = await batchCount();
    expect((await visit(id)).lastResult?.code).toBe('unchanged');
    hasValidators = false;
    expect(await visit(id)).toMatchObject({ lastResult: { code: 'unchanged' }, lastBatchId: first.lastBatchId });
    expect(await batchCount()).toBe(count);
    content = populations(2017);
    expect((await visit(id)).lastResult?.code).toBe('published');
    hasValidators = true;
  });

  it('waits for a person when its source is new, and is refused when it is no table', async () => {
    const { id } = await under.pulls.create(settings({ source: 'Ailleurs' }));
    content = populations(2018);
    const waiting = await visit(id);
    expect(waiting.lastResult?.code).toBe('waiting');
    expect((await under.imports.batch(waiting.lastBatchId!)).state).toBe('checked');
    content = '<!doctype html><title>Maintenance</title>';
    const refused = await visit(id);
    expect(refused.lastResult?.code).toBe('refused');
    expect((await under.imports.batch(refused.lastBatchId!)).state).toBe('rejected');
    const count = await batchCount();
    expect((await visit(id)).lastResult?.code).toBe('unchanged');
    expect(await batchCount()).toBe(count);
  });

  it('fails in words when it cannot be fetched, and keeps what was taken before', async () => {
    const { id } = await under.pulls.create(settings({ url: 'https://interne.test/pop.csv' }));
    const policy = new TestPolicy({ 'interne.test': ['192.168.1.1'] });
    const guarded = await someArrivals(database.url, policy, { SILLAGE_PULL_HOSTS: 'interne.test' });
    await expect(guarded.pullJob.run(contextOf({ pullId: id }))).rejects.toMatchObject({
      detail: expect.stringContaining('réseau interne'),
    });
    expect((await under.pulls.pull(id)).lastResult).toEqual({
      code: 'not-fetched',
      refusal: 'private-address',
      detail: 'interne.test',
    });
    await guarded.close();
  });

  it('is asked for once for each due hour, whatever the number of instances', async () => {
    await under.database.query('delete from import_pull');
    under.clock.instant = new Date('2026-11-22T12:00:00Z');
    const weekly = await under.pulls.create(settings());
    await under.pulls.create(settings({ isEnabled: false, schedule: '* * * * *' }));
    expect(await under.pulls.queueDue()).toBe(0);
    under.clock.instant = new Date('2026-11-23T05:00:30Z');
    const counts = await Promise.all([under.pulls.queueDue(), under.pulls.queueDue()]);
    expect(counts.sort()).toEqual([0, 1]);
    const { rows } = await under.database.query(`select due_slot, input from job_run where job_id = 'import-pull'`);
    expect(rows).toEqual([{ due_slot: `pull:${weekly.id}:2026-11-23T06:00:00+01:00`, input: { pullId: weekly.id } }]);
    expect((await under.pulls.pull(weekly.id)).isRunning).toBe(true);
    expect(await under.pulls.queueDue()).toBe(0);
  });
});

describe('the pulls of the API', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await aDatabase();
    process.env['SILLAGE_PULL_HOSTS'] = 'www.data.gouv.fr,127.0.0.1';
    app = await anApplication(database.url);
    await app.get(CatalogueService).loadDefault();
  });
  afterAll(async () => {
    delete process.env['SILLAGE_PULL_HOSTS'];
    await app?.close();
    await database?.drop();
  });

  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', place = '', body?: unknown) =>
    app.inject({
      method,
      url: `/api/v1/import-pulls${place}`,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? { payload: '{}' } : { payload: JSON.stringify(body) }),
    });
  const pull = { url: 'https://www.data.gouv.fr/pop.csv', source: 'Observatoire', schedule: '0 6 * * 1' };

  it('makes, lists, changes and removes one', async () => {
    const made = await call('POST', '', pull);
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: number }>();
    const shown = {
      ...pull,
      id,
      isEnabled: true,
      isRunning: false,
      last: null,
      scheduleLabel: 'chaque lundi à 6\u00a0h\u00a000',
    };
    expect(made.json()).toMatchObject({ ...shown, nextDue: expect.any(String) });
    expect((await app.inject('/api/v1/import-pulls')).json()).toMatchObject({
      hosts: ['www.data.gouv.fr', '127.0.0.1'],
      pulls: [shown],
    });
    const paused = await call('PATCH', `/${id}`, { isEnabled: false });
    expect(paused.json()).toMatchObject({ isEnabled: false, nextDue: null, url: pull.url });
    expect((await call('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await call('DELETE', `/${id}`)).statusCode).toBe(404);
    expect((await call('POST', `/${id}/run`)).statusCode).toBe(404);
  });

  it.each([
    ['another host', { url: 'https://exemple.fr/pop.csv' }, '/url'],
    ['http', { url: 'http://www.data.gouv.fr/pop.csv' }, '/url'],
    ['credentials', { url: 'https://a:b@www.data.gouv.fr/pop.csv' }, '/url'],
    ['a port', { url: 'https://www.data.gouv.fr:8443/pop.csv' }, '/url'],
    ['no address', { url: 'pop.csv' }, '/url'],
    ['a strange schedule', { schedule: 'demain' }, '/schedule'],
  ])('refuses %s and says where', async (_what, change, pointer) => {
    const answer = await call('POST', '', { ...pull, ...change });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it('visits on demand, once at a time, and never this machine', async () => {
    const { id } = (await call('POST', '', { ...pull, url: 'https://127.0.0.1/pop.csv' })).json<{ id: number }>();
    expect((await call('POST', `/${id}/run`)).json()).toMatchObject({ id, isRunning: true });
    expect((await call('POST', `/${id}/run`)).statusCode).toBe(202);
    const { rows } = await app.get(Database).query(`select id from job_run where job_id = 'import-pull'`);
    expect(rows).toHaveLength(1);
    await app.get(JobsService).drain();
    const { pulls } = (await app.inject('/api/v1/import-pulls?lang=en')).json<{ pulls: { id: number }[] }>();
    expect(pulls.find((found) => found.id === id)).toMatchObject({
      isRunning: false,
      last: { outcome: 'not-fetched', batchId: null, message: expect.stringContaining('internal network') },
    });
  });
});
