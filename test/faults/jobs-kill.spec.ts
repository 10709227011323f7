import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { leaseMs } from '../../apps/api/src/jobs/job-runner';
import { aDatabase, type TestDatabase } from '../support/database';
import { aJob, anInstance } from '../support/instance';

const root = path.resolve(__dirname, '../..');

describe('a process killed in the middle of a job', () => {
  let database: TestDatabase;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await database.drop();
  });

  it('leaves its run to another, which finishes it once the lease has expired', async () => {
    const lease = 2_000;
    const job = aJob();
    const instance = await anInstance(database.url, [job]);
    const queued = await instance.jobs.queue('rebuild', 'manual:1');
    child = spawn(
      process.execPath,
      ['-r', './test/support/run-typescript.cjs', 'test/faults/hold-a-job.ts', database.url, String(lease)],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout!, 'data');
    instance.worker.start(lease);
    // the holder is alive and renews: nobody takes the run from it
    await new Promise((resolve) => setTimeout(resolve, 1.5 * lease));
    expect(job.runs).toBe(0);

    child.kill('SIGKILL');
    const killedAt = performance.now();
    const run = await instance.jobs.waitFor(queued.id, 15_000);
    expect(performance.now() - killedAt).toBeLessThan(lease + 2_000);
    expect(run).toMatchObject({ state: 'succeeded', attempts: 2, errors: [{ attempt: 1, code: 'lease-expired' }] });
    expect(job.runs).toBe(1);
    await instance.close();
  });

  it('holds a lease of thirty seconds at most', () => {
    expect(leaseMs).toBeLessThanOrEqual(30_000);
  });
});
