import { setTimeout as pause } from 'node:timers/promises';
import { listRuns } from '../../apps/api/src/jobs/jobs.queries';
import { dueSlot, Schedule } from '../../apps/api/src/platform/schedule';
import { aDatabase, type TestDatabase } from '../support/database';
import { aJob, anInstance, type Instance } from '../support/instance';

const minute = 60_000;
const everyMinute = (from: string, to: string): Date[] => {
  const start = Date.parse(from);
  return Array.from({ length: (Date.parse(to) - start) / minute + 1 }, (_, index) => new Date(start + index * minute));
};
const nights = {
  autumn: { from: '2026-10-24T22:00:00Z', to: '2026-10-25T04:00:00Z', slot: '2026-10-25T03:00:00+01:00' },
  spring: { from: '2026-03-28T22:00:00Z', to: '2026-03-29T04:00:00Z', slot: '2026-03-29T03:00:00+02:00' },
};
const slots = async (instance: Instance) =>
  (await listRuns(instance.database, { jobId: null, before: null, limit: 100 })).map((run) => run.dueSlot);

describe('a daily job at the changes of hour', () => {
  let database: TestDatabase;
  const instances: Instance[] = [];
  const open = async (job = aJob(), now = new Date('2026-03-01T00:00:00Z')) => {
    const instance = await anInstance(database.url, [job], now);
    instances.push(instance);
    return instance;
  };
  beforeEach(async () => {
    database = await aDatabase();
  });
  afterEach(async () => {
    await Promise.all(instances.splice(0).map((instance) => instance.close()));
    await database.drop();
  });

  it.each(Object.entries(nights))(
    'at 03:00 runs exactly once in the %s night, swept minute by minute',
    async (_, night) => {
      const job = aJob();
      const instance = await open(job, new Date(night.from));
      await instance.scheduler.declare();
      for (const now of everyMinute(night.from, night.to)) {
        instance.clock.instant = now;
        await instance.scheduler.tick();
        // the slot is finished long before the night is over: a lock alone would let it run again
        if (now.getUTCMinutes() % 5 === 0) await instance.jobs.drain();
      }
      expect(await slots(instance)).toEqual([night.slot]);
      expect(job.runs).toBe(1);
    },
  );

  it.each(Object.entries(nights))(
    'runs once in the %s night with three instances whose ticks are skewed',
    async (_, night) => {
      const jobs = [aJob(), aJob(), aJob()];
      const skews = [0, 150, -90_000];
      const trio = await Promise.all(jobs.map((job) => open(job, new Date(night.from))));
      await Promise.all(trio.map((instance) => instance.scheduler.declare()));
      for (const now of everyMinute(night.from, night.to)) {
        await Promise.all(
          trio.map(async (instance, index) => {
            const skew = skews[index] ?? 0;
            instance.clock.instant = new Date(now.getTime() + skew);
            if (skew > 0 && now.getUTCMinutes() === 0) await pause(skew);
            await instance.scheduler.tick();
            await instance.jobs.drain();
          }),
        );
      }
      expect(await slots(trio[0]!)).toEqual([night.slot]);
      expect(jobs.reduce((sum, job) => sum + job.runs, 0)).toBe(1);
    },
  );

  it('would run three times if instances looked before they inserted, without the unique key', async () => {
    const job = aJob();
    const trio = await Promise.all([open(job), open(job), open(job)]);
    await trio[0]!.database.query('alter table job_run drop constraint job_run_job_id_due_slot_key');
    const slot = nights.autumn.slot;
    const isFree = await Promise.all(
      trio.map(async ({ database: db }) => {
        const { rows } = await db.query('select id from job_run where job_id = $1 and due_slot = $2', [job.id, slot]);
        return rows.length === 0;
      }),
    );
    await Promise.all(
      trio.map(({ database: db }, index) =>
        isFree[index] ? db.query('insert into job_run (job_id, due_slot) values ($1, $2)', [job.id, slot]) : undefined,
      ),
    );
    await trio[0]!.jobs.drain();
    expect(job.runs).toBe(3);
  });

  it('would fire 02:30 twice in autumn and never in spring if it matched the wall clock', async () => {
    const wallClock = (instant: Date) => dueSlot(instant).slice(11, 16) === '02:30';
    const schedule = Schedule.parse('30 2 * * *')!;
    const fired = (night: { from: string; to: string }) =>
      new Set(
        everyMinute(night.from, night.to).flatMap((now) =>
          schedule.latestDue(new Date(night.from), now, 1).map(dueSlot),
        ),
      );
    expect(everyMinute(nights.autumn.from, nights.autumn.to).filter(wallClock)).toHaveLength(2);
    expect(everyMinute(nights.spring.from, nights.spring.to).filter(wallClock)).toHaveLength(0);
    expect([...fired(nights.autumn)]).toEqual(['2026-10-25T02:30:00+02:00']);
    expect([...fired(nights.spring)]).toEqual(['2026-03-29T03:00:00+02:00']);
  });

  it('neither doubles nor misses a slot when the clock jumps back and forth by an hour', async () => {
    const job = aJob();
    const instance = await open(job, new Date('2026-06-01T00:00:00Z'));
    await instance.scheduler.declare();
    for (const time of ['00:59', '01:01', '00:30', '01:01', '02:01', '01:02']) {
      instance.clock.instant = new Date(`2026-06-02T${time}:00Z`);
      await instance.scheduler.tick();
      await instance.jobs.drain();
    }
    expect(await slots(instance)).toEqual(['2026-06-02T03:00:00+02:00', '2026-06-01T03:00:00+02:00']);
    expect(job.runs).toBe(2);
  });

  it('catches up the latest missed slot only, and says which ones were missed', async () => {
    const before = await open(aJob(), new Date('2026-06-01T12:00:00Z'));
    await before.scheduler.declare();
    const job = aJob();
    const after = await open(job, new Date('2026-06-04T12:00:00Z'));
    await after.scheduler.catchUp();
    await after.jobs.drain();
    const runs = await listRuns(after.database, { jobId: null, before: null, limit: 10 });
    expect(runs.map(({ dueSlot: slot, state }) => [slot, state])).toEqual([
      ['2026-06-04T03:00:00+02:00', 'succeeded'],
      ['2026-06-03T03:00:00+02:00', 'skipped'],
      ['2026-06-02T03:00:00+02:00', 'skipped'],
    ]);
    expect(job.runs).toBe(1);
  });

  it('owes nothing to the past when an administrator changes its schedule', async () => {
    const instance = await open(aJob(), new Date('2026-06-01T12:00:00Z'));
    await instance.scheduler.declare();
    instance.clock.instant = new Date('2026-06-02T12:00:00Z');
    await instance.jobs.changeSchedule('rebuild', '0 6 * * *');
    await instance.scheduler.tick();
    await instance.scheduler.catchUp();
    expect(await slots(instance)).toEqual([]);
    instance.clock.instant = new Date('2026-06-03T04:00:00Z');
    await instance.scheduler.tick();
    expect(await slots(instance)).toEqual(['2026-06-03T06:00:00+02:00']);
  });

  it.each(['0 3 * *', '0 3 * * * *', '61 3 * * *', '@daily', '0 0 30 2 *', 'tous les jours', ''])(
    'refuses the schedule "%s" in French',
    async (expression) => {
      const instance = await open();
      await instance.scheduler.declare();
      await expect(instance.jobs.changeSchedule('rebuild', expression)).rejects.toMatchObject({
        status: 422,
        title: expect.stringContaining('n’est pas un horaire'),
        detail: expect.stringContaining('Cinq champs'),
      });
    },
  );

  it('can be paused without losing its schedule', async () => {
    const instance = await open(aJob(), new Date('2026-06-01T12:00:00Z'));
    await instance.scheduler.declare();
    await instance.jobs.changeSchedule('rebuild', '0 3 * * *', false);
    instance.clock.instant = new Date('2026-06-02T12:00:00Z');
    await instance.scheduler.tick();
    expect(await slots(instance)).toEqual([]);
  });
});
