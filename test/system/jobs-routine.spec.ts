import { listRuns } from '../../apps/api/src/jobs/jobs.queries';
import { aDatabase, type TestDatabase } from '../support/database';
import { aJob, anInstance, type Instance } from '../support/instance';

describe('a job that looks every few minutes', () => {
  let database: TestDatabase;
  let instance: Instance;
  const look = aJob({ id: 'look', schedule: '*/5 * * * *', isRoutine: true });
  const work = aJob({ id: 'work', schedule: '*/5 * * * *' });
  beforeAll(async () => {
    database = await aDatabase();
    instance = await anInstance(database.url, [look, work], new Date('2026-11-22T12:01:00Z'));
  });
  afterAll(async () => {
    await instance?.close();
    await database?.drop();
  });
  const slots = async (jobId: string) =>
    (await listRuns(instance.database, { jobId, before: null, limit: 100 })).map(({ state }) => state);

  it('is not said to have missed its hours while the server was stopped', async () => {
    await instance.scheduler.declare();
    instance.clock.instant = new Date('2026-11-22T12:31:00Z');
    await instance.scheduler.catchUp();
    await instance.jobs.drain();
    expect(await slots('look')).toEqual(['succeeded']);
    expect((await slots('work')).filter((state) => state === 'skipped')).toHaveLength(5);
  });

  it('leaves no trace, an hour later, of the looks that found nothing', async () => {
    await instance.jobs.runQueued('look', 'manual:told');
    await instance.database.query(
      `update job_run set finished_at = now() - interval '2 hours',
         report = case when due_slot = 'manual:told' then '{"counts": {}, "messages": ["x"]}' else report end`,
    );
    await instance.jobs.runQueued('look', 'manual:now');
    await instance.jobs.runQueued('work', 'manual:now');
    const { rows } = await instance.database.query(`select due_slot from job_run where job_id = 'look' order by id`);
    expect(rows).toEqual([{ due_slot: 'manual:told' }, { due_slot: 'manual:now' }]);
    expect(await slots('work')).toHaveLength(7);
  });
});
