import { setTimeout as pause } from 'node:timers/promises';
import { enqueueJob, type Job } from '../../apps/api/src/jobs/job';
import { findRun } from '../../apps/api/src/jobs/jobs.queries';
import { releaseExpiredLeases, takeRun } from '../../apps/api/src/jobs/leases.queries';
import { Problem } from '../../apps/api/src/platform/problem';
import { aDatabase, type TestDatabase } from '../support/database';
import { aJob, anInstance, type Instance } from '../support/instance';

describe('the worker', () => {
  let database: TestDatabase;
  const instances: Instance[] = [];
  const open = async (...jobs: Job[]) => {
    const instance = await anInstance(database.url, jobs);
    instances.push(instance);
    return instance;
  };
  const deadHolder = (instance: Instance, lease: number) =>
    takeRun(instance.database, { jobIds: ['rebuild'], holder: 'dead', leaseMs: lease, runId: null });

  beforeEach(async () => {
    database = await aDatabase();
  });
  afterEach(async () => {
    await Promise.all(instances.splice(0).map((instance) => instance.close()));
    await database.drop();
  });

  it('wakes at once when this process queues a run', async () => {
    const instance = await open(aJob());
    instance.worker.start();
    await pause(100);
    const queuedAt = performance.now();
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    await instance.jobs.waitFor(id, 5_000);
    expect(performance.now() - queuedAt).toBeLessThan(600);
  });

  it('sees within about a second what another process queued', async () => {
    const instance = await open(aJob());
    const other = await open(aJob());
    instance.worker.start();
    await pause(50);
    await other.database.query("insert into job_run (job_id, due_slot) values ('rebuild', 'manual:1')");
    const run = await other.jobs.waitFor('1', 3_000);
    expect(run.state).toBe('succeeded');
  });

  it('runs a slot once, however often and wherever it is queued', async () => {
    const jobs = [aJob(), aJob(), aJob()];
    const trio = await Promise.all(jobs.map((job) => open(job)));
    for (const { worker } of trio) worker.start();
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, index) => enqueueJob(trio[index % 3]!.database, 'rebuild', `batch:${index % 20}`)),
    );
    await trio[0]!.jobs.drain();
    expect(ids.filter((id) => id !== null)).toHaveLength(20);
    expect(jobs.reduce((sum, job) => sum + job.runs, 0)).toBe(20);
    expect(await enqueueJob(trio[0]!.database, 'rebuild', 'batch:7')).toBeNull();
  });

  it("takes over a run whose lease has expired on the database's clock", async () => {
    const job = aJob();
    const instance = await open(job);
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    await deadHolder(instance, 30_000);
    instance.worker.start();
    await pause(1_500);
    expect(job.runs).toBe(0);
    await instance.database.query("update job_run set leased_until = now() - interval '1 second'");
    const run = await instance.jobs.waitFor(id, 5_000);
    expect(run).toMatchObject({ state: 'succeeded', attempts: 2, errors: [{ code: 'lease-expired', attempt: 1 }] });
  });

  it('keeps a long run from others by renewing its lease', async () => {
    const job = aJob({ work: () => pause(2_500) });
    const [holder, other] = [await open(job), await open(aJob())];
    const { id } = await holder.jobs.queue('rebuild', 'manual:1');
    holder.worker.start(900);
    await pause(200);
    other.worker.start(900);
    expect(await holder.jobs.waitFor(id, 8_000)).toMatchObject({ state: 'succeeded', attempts: 1, errors: [] });
    expect(job.runs).toBe(1);
  });

  it('aborts a job whose lease went to another, and writes nothing for it', async () => {
    let aborted = false;
    const slow = aJob({
      work: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('aborted'));
          });
        }),
    });
    const holder = await open(slow);
    const { id } = await holder.jobs.queue('rebuild', 'manual:1');
    holder.worker.start(900);
    await pause(300);
    await holder.database.query("update job_run set holder = 'another', attempts = 2");
    await pause(900);
    expect(aborted).toBe(true);
    expect(await findRun(holder.database, id)).toMatchObject({ state: 'running', errors: [] });
  });

  it('sets a poisoned job aside after three attempts, while the others go on', async () => {
    const poisoned = aJob({
      id: 'import-check',
      work: () => {
        throw new Error('poison');
      },
    });
    const good = aJob();
    const instance = await open(poisoned, good);
    const bad = await instance.jobs.queue('import-check', 'batch:1');
    const next = await instance.jobs.queue('rebuild', 'manual:1');
    instance.worker.start();
    const done = await instance.jobs.waitFor(next.id, 2_000);
    expect(done.state).toBe('succeeded');
    expect(await findRun(instance.database, bad.id)).toMatchObject({ state: 'queued', attempts: 1 });
    const aside = await instance.jobs.waitFor(bad.id, 15_000);
    expect(aside).toMatchObject({ state: 'set-aside', attempts: 3 });
    expect(aside.errors.map(({ attempt, code, detail }) => [attempt, code, detail])).toEqual([
      [1, 'error', 'poison'],
      [2, 'error', 'poison'],
      [3, 'error', 'poison'],
    ]);
    expect(poisoned.runs).toBe(3);
  });

  it('sets aside a run that kills its holder three times', async () => {
    const instance = await open(aJob());
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    for (let attempt = 1; attempt <= 3; attempt++) {
      await deadHolder(instance, -1_000);
      await releaseExpiredLeases(instance.database);
    }
    expect(await findRun(instance.database, id)).toMatchObject({ state: 'set-aside', attempts: 3 });
  });

  it('does once the work that was asked for many times, and again what was asked for meanwhile', async () => {
    const job = aJob({
      coversQueuedRuns: true,
      work: async () => {
        if (job.runs === 1) await instance.jobs.queue('rebuild', 'batch:late');
      },
    });
    const instance = await open(job);
    for (let batch = 1; batch <= 5; batch++) await instance.jobs.queue('rebuild', `batch:${batch}`);
    const asked = await instance.jobs.runQueued('rebuild', 'manual:1');
    await instance.jobs.drain();
    expect(job.runs).toBe(2);
    const states = await Promise.all([1, 2, 3, 4, 5].map((id) => findRun(instance.database, String(id))));
    for (const run of states) {
      expect(run).toMatchObject({ state: 'skipped', errors: [{ code: 'covered', detail: asked.id }] });
    }
    expect(await findRun(instance.database, '7')).toMatchObject({ dueSlot: 'batch:late', state: 'succeeded' });
  });

  it('leaves the other requests waiting when the run that would cover them fails', async () => {
    const job = aJob({
      coversQueuedRuns: true,
      work: async () => {
        if (job.runs === 1) throw new Problem(422, 'refus', 'Refusé.');
      },
    });
    const instance = await open(job);
    await instance.jobs.queue('rebuild', 'batch:1');
    await instance.jobs.queue('rebuild', 'batch:2');
    await instance.jobs.drain();
    expect(job.runs).toBe(2);
    expect(await findRun(instance.database, '2')).toMatchObject({ state: 'succeeded' });
  });

  it('fails a refused job at once, with the reason a person reads', async () => {
    const job = aJob({
      work: () => {
        throw new Problem(422, 'fichier-refuse', 'Le fichier est vide.', 'Déposez un fichier avec des lignes.');
      },
    });
    const instance = await open(job);
    const run = await instance.jobs.runQueued('rebuild', 'manual:1');
    expect(run).toMatchObject({
      state: 'failed',
      attempts: 1,
      errors: [{ code: 'problem', detail: 'Le fichier est vide. Déposez un fichier avec des lignes.' }],
    });
  });

  it('stops a job that outlasts its time, even one that does not listen', async () => {
    const job = aJob({ timeoutMs: 300, work: () => pause(60_000, undefined, { ref: false }) });
    const instance = await open(job);
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    instance.worker.start();
    await pause(4_500);
    expect(await findRun(instance.database, id)).toMatchObject({ errors: [{ attempt: 1, code: 'timeout' }] });
  });

  it('gives the run back when the server stops, without counting the attempt', async () => {
    const job = aJob({ work: ({ signal }) => pause(60_000, undefined, { signal }) });
    const instance = await open(job);
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    instance.worker.start();
    await pause(300);
    const stoppedAt = performance.now();
    await instance.worker.stop();
    expect(performance.now() - stoppedAt).toBeLessThan(1_000);
    expect(await findRun(instance.database, id)).toMatchObject({ state: 'queued', attempts: 0, errors: [] });
  });

  it('writes progress that a reader sees while the job runs', async () => {
    const job = aJob({
      work: async ({ progress, signal }) => {
        await pause(100);
        await progress({ done: 25, total: 100, unit: 'rows' });
        await pause(60_000, undefined, { signal });
      },
    });
    const instance = await open(job);
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    instance.worker.start();
    await pause(500);
    const run = await findRun(instance.database, id);
    expect(run?.progress).toMatchObject({ done: 25, total: 100, unit: 'rows', elapsedMs: expect.any(Number) });
    expect(run?.progress?.elapsedMs).toBeGreaterThanOrEqual(100);
  });

  it('logs one line per job, with counts and no message of an error', async () => {
    const job = aJob({
      work: () => {
        throw new Error('invalid input syntax: "secret cell"');
      },
    });
    const instance = await open(job);
    const { id } = await instance.jobs.queue('rebuild', 'manual:1');
    instance.worker.start();
    while ((await findRun(instance.database, id))?.attempts !== 1) await pause(20);
    await pause(200);
    const lines = instance.lines.join('');
    expect(lines).toContain('"event":"job"');
    expect(lines).not.toContain('secret cell');
  });
});
