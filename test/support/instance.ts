import { SchedulerRegistry } from '@nestjs/schedule';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import type { Job, JobContext, JobReport } from '../../apps/api/src/jobs/job';
import { JobRegistry } from '../../apps/api/src/jobs/job-registry';
import { JobRunner } from '../../apps/api/src/jobs/job-runner';
import { JobScheduler } from '../../apps/api/src/jobs/job-scheduler';
import { JobWorker } from '../../apps/api/src/jobs/job-worker';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { Clock } from '../../apps/api/src/platform/clock';
import { Log } from '../../apps/api/src/platform/log';

/** A clock that a test sets. */
export class SetClock extends Clock {
  constructor(public instant: Date) {
    super();
  }
  override now(): Date {
    return this.instant;
  }
}

export interface Instance {
  readonly database: Database;
  readonly clock: SetClock;
  readonly scheduler: JobScheduler;
  readonly worker: JobWorker;
  readonly jobs: JobsService;
  readonly lines: string[];
  close(): Promise<void>;
}

/** What one server process holds of the jobs: its own pool, clock, scheduler and worker. */
export async function anInstance(url: string, jobs: readonly Job[], now = new Date()): Promise<Instance> {
  const database = new Database(await createDataSource(url).initialize());
  const clock = new SetClock(now);
  const lines: string[] = [];
  const log = new Log((text) => lines.push(text));
  const registry = new JobRegistry(() => jobs);
  const runner = new JobRunner(database, registry, log);
  const worker = new JobWorker(database, registry, runner, log);
  return {
    database,
    clock,
    lines,
    worker,
    scheduler: new JobScheduler(database, clock, registry, new SchedulerRegistry(), log),
    jobs: new JobsService(database, clock, registry, runner),
    close: async () => {
      await worker.stop();
      await database.onModuleDestroy();
    },
  };
}

/** A job that counts its runs; `work` may make it slow or make it fail. */
export function aJob(overrides: Partial<Job> & { work?: (context: JobContext) => Promise<void> } = {}): Job & {
  runs: number;
} {
  const job = {
    id: 'rebuild',
    schedule: '0 3 * * *' as string | null,
    timeoutMs: 60_000,
    runs: 0,
    ...overrides,
    async run(context: JobContext): Promise<JobReport> {
      job.runs += 1;
      await overrides.work?.(context);
      return { counts: { runs: job.runs }, messages: [] };
    },
  };
  return job;
}
