import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseModule } from '../../apps/api/src/database/database.module';
import type { Job, JobContext, JobReport } from '../../apps/api/src/jobs/job';
import { JobScheduler } from '../../apps/api/src/jobs/job-scheduler';
import { JobWorker } from '../../apps/api/src/jobs/job-worker';
import { withJobs } from '../../apps/api/src/jobs/jobs.module';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { configureHttp, fastifyOptions } from '../../apps/api/src/platform/configure-http';
import { PlatformModule } from '../../apps/api/src/platform/platform.module';
import { aDatabase, type TestDatabase } from '../support/database';

class NightlyJob implements Job {
  readonly id = 'rebuild';
  readonly schedule = '0 3 * * *';
  readonly timeoutMs = 60_000;
  async run({ progress, signal }: JobContext): Promise<JobReport> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await progress({ done: 40, total: 100, unit: 'steps' });
    await new Promise((resolve) => {
      setTimeout(resolve, 700);
      signal.addEventListener('abort', resolve);
    });
    return { counts: { aggregates: 12 }, messages: ['12 agrégats calculés.'] };
  }
}

class FileJob implements Job {
  readonly id = 'import-check';
  readonly schedule = null;
  readonly timeoutMs = 60_000;
  async run(): Promise<JobReport> {
    throw new Error('lecture impossible');
  }
}

@Module({ providers: [NightlyJob, FileJob], exports: [NightlyJob, FileJob] })
class JobsOfTheTest {}

@Module({ imports: [PlatformModule, DatabaseModule, JobsOfTheTest, withJobs([NightlyJob, FileJob])] })
class TestApplication {}

const json = { 'content-type': 'application/json' };

describe('the API of jobs', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await aDatabase();
    process.env['DATABASE_URL'] = database.url;
    process.env['SILLAGE_LOG'] = 'errors';
    app = await NestFactory.create<NestFastifyApplication>(TestApplication, new FastifyAdapter(fastifyOptions), {
      logger: false,
    });
    await configureHttp(app);
    await app.init();
    await app.get(JobScheduler).declare();
    app.get(JobWorker).start();
  });
  afterAll(async () => {
    await app.get(JobWorker).stop();
    await app.close();
    await database.drop();
  });
  const get = async (url: string) => (await app.inject({ url })).json();

  it('lists the jobs with their schedule in words and their next due time', async () => {
    const { jobs } = await get('/api/v1/jobs');
    expect(jobs).toMatchObject([
      {
        id: 'rebuild',
        label: 'Recalcul des chiffres',
        schedule: '0 3 * * *',
        scheduleLabel: expect.stringMatching(/^tous les jours à 3\sh\s00$/),
        isEnabled: true,
        nextDue: expect.stringMatching(/T0[12]:00:00\.000Z$/),
        lastRun: null,
      },
      { id: 'import-check', schedule: null, scheduleLabel: 'à la demande', nextDue: null },
    ]);
    expect((await get('/api/v1/jobs?lang=en')).jobs[0]).toMatchObject({ scheduleLabel: 'every day at 3:00' });
  });

  it('runs a job asked for by hand, tells its progress, then what it did', async () => {
    const started = await app.inject({
      method: 'POST',
      url: '/api/v1/jobs/rebuild/run',
      headers: { 'x-sillage': '1' },
    });
    expect(started.statusCode).toBe(202);
    const run = started.json();
    expect(run).toMatchObject({ job: 'rebuild', trigger: 'manual', triggerLabel: 'Lancé à la main', state: 'queued' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await get(`/api/v1/jobs/runs/${run.id}`)).toMatchObject({
      state: 'running',
      stateLabel: 'En cours',
      progress: {
        done: 40,
        total: 100,
        unit: 'steps',
        ratePerSecond: expect.any(Number),
        secondsLeft: expect.any(Number),
      },
    });
    await app.get(JobsService).waitFor(run.id, 5_000);
    expect(await get(`/api/v1/jobs/runs/${run.id}`)).toMatchObject({
      state: 'succeeded',
      progress: null,
      counts: { aggregates: 12 },
      messages: ['12 agrégats calculés.'],
      durationMs: expect.any(Number),
      errors: [],
    });
  });

  it('keeps a history, the last first, page by page', async () => {
    const jobs = app.get(JobsService);
    for (let batch = 1; batch <= 3; batch++) await jobs.queue('import-check', `batch:${batch}`);
    const first = await get('/api/v1/jobs/runs?job=import-check&limit=2');
    expect(first.runs).toMatchObject([
      { slot: 'batch:3', triggerLabel: expect.stringMatching(/^Import n°\s3$/) },
      { slot: 'batch:2' },
    ]);
    const second = await get(`/api/v1/jobs/runs?job=import-check&limit=2&before=${first.nextBefore}`);
    expect(second).toMatchObject({ runs: [{ slot: 'batch:1' }], nextBefore: null });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [{ errors }] = (await get('/api/v1/jobs/runs?job=import-check&before=3')).runs;
    expect(errors[0].text).toMatch(/^Erreur inattendue\s: lecture impossible$/);
  });

  it('changes a schedule at once, and refuses one that it cannot read', async () => {
    const put = (payload: object) =>
      app.inject({ method: 'PUT', url: '/api/v1/jobs/rebuild/schedule', headers: json, payload });
    const changed = await put({ schedule: ' 30  6 * * 1 ' });
    expect(changed.json()).toMatchObject({ schedule: '30 6 * * 1', isEnabled: true });
    expect((await put({ schedule: '30 6 * * 1', isEnabled: false })).json()).toMatchObject({
      isEnabled: false,
      nextDue: null,
    });
    // a change that does not name the pause leaves it
    expect((await put({ schedule: '0 5 * * *' })).json()).toMatchObject({ schedule: '0 5 * * *', isEnabled: false });
    const refused = await put({ schedule: '99 5 * * *' });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      type: 'urn:sillage:probleme:horaire-invalide',
      title: expect.stringContaining('99 5 * * *'),
      errors: [{ pointer: '/schedule' }],
    });
    expect((await get('/api/v1/jobs')).jobs[0].schedule).toBe('0 5 * * *');
  });

  it.each([
    ['POST', '/api/v1/jobs/rien/run', undefined, 404],
    ['POST', '/api/v1/jobs/import-check/run', undefined, 409],
    ['PUT', '/api/v1/jobs/import-check/schedule', { schedule: '0 3 * * *' }, 409],
    ['PUT', '/api/v1/jobs/rien/schedule', { schedule: '0 3 * * *' }, 404],
    ['PUT', '/api/v1/jobs/rebuild/schedule', {}, 400],
    ['GET', '/api/v1/jobs/runs/999', undefined, 404],
    ['GET', "/api/v1/jobs/runs/1'--", undefined, 404],
  ] as const)('answers %s %s with a problem', async (method, url, payload, status) => {
    const response = await app.inject({
      method,
      url,
      headers: { ...json, 'x-sillage': '1' },
      payload: payload ?? (method === 'POST' ? {} : undefined),
    });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('problem+json');
  });
});
