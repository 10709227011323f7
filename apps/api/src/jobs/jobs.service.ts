import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { jobsFr } from '@sillage/indicators';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import { Schedule } from '../platform/schedule';
import { enqueueJob } from './job';
import { JobRegistry } from './job-registry';
import type { RunRow } from './job-run';
import { JobRunner, leaseMs } from './job-runner';
import { countUnfinishedRuns, findRun, findRunOfSlot } from './jobs.queries';
import { releaseExpiredLeases, takeRun } from './leases.queries';
import { updateSchedule } from './schedules.queries';
import { workerName } from './worker-name';

const lookEveryMs = 200;
const isFinished = (run: RunRow) => run.state !== 'queued' && run.state !== 'running';

/** Runs and reschedules jobs for a person, a command or a test. */
@Injectable()
export class JobsService {
  private readonly holder = workerName();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
  ) {}

  /** Queues a run, or finds the one that took the slot before. */
  async queue(jobId: string, slot: string, input: unknown = null): Promise<RunRow> {
    if (!this.registry.find(jobId)) throw new Problem(404, 'tache-inconnue', jobsFr.unknownJob(jobId));
    await enqueueJob(this.database, jobId, slot, input);
    const run = await findRunOfSlot(this.database, jobId, slot);
    if (!run) throw new Error(`Job run ${jobId} ${slot} vanished`);
    return run;
  }

  /** Queues a run and carries it to its end here, unless a worker elsewhere takes it first. */
  async runQueued(jobId: string, slot: string, input: unknown = null): Promise<RunRow> {
    const { id } = await this.queue(jobId, slot, input);
    for (;;) {
      await this.takeAndRun(id);
      const run = await findRun(this.database, id);
      if (!run || isFinished(run)) return run ?? this.queue(jobId, slot, input);
      await pause(lookEveryMs);
    }
  }

  /** Carries out everything that waits, and waits for what others are running. */
  async drain(): Promise<void> {
    for (;;) {
      if (await this.takeAndRun(null)) continue;
      if ((await countUnfinishedRuns(this.database, this.registry.ids)) === 0) return;
      await pause(lookEveryMs);
    }
  }

  /** The run once it has ended, whoever carries it out. */
  async waitFor(runId: string, timeoutMs: number): Promise<RunRow> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const run = await findRun(this.database, runId);
      if (run && isFinished(run)) return run;
      if (performance.now() > deadline) throw new Error(`Job run ${runId} did not end within ${timeoutMs} ms`);
      await pause(lookEveryMs / 4);
    }
  }

  async changeSchedule(jobId: string, expression: string, isEnabled?: boolean): Promise<void> {
    const job = this.registry.find(jobId);
    if (!job) throw new Problem(404, 'tache-inconnue', jobsFr.unknownJob(jobId));
    const schedule = Schedule.parse(expression);
    if (!schedule) {
      throw new Problem(422, 'horaire-invalide', jobsFr.wrongSchedule(expression), jobsFr.expectedSchedule, [
        { pointer: '/schedule', detail: jobsFr.expectedSchedule },
      ]);
    }
    const change = { schedule: schedule.expression, isEnabled };
    if (!(await updateSchedule(this.database, jobId, change, this.clock.now()))) {
      throw new Problem(409, 'tache-sans-horaire', jobsFr.notScheduled(jobId));
    }
  }

  private async takeAndRun(runId: string | null): Promise<boolean> {
    await releaseExpiredLeases(this.database);
    const request = { jobIds: this.registry.ids, holder: this.holder, leaseMs, runId };
    const run = await takeRun(this.database, request);
    if (run) await this.runner.run(run);
    return run !== null;
  }
}
