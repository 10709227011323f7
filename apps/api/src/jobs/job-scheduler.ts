import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { Log } from '../platform/log';
import { dueSlot, Schedule } from '../platform/schedule';
import { enqueueJob } from './job';
import { JobRegistry } from './job-registry';
import { insertMissedSlot, insertSchedule, listSchedules } from './schedules.queries';

const tickName = 'job-tick';
const tickEveryMs = 5_000;
/** How many missed slots the history shows after a long stop. */
const missedSlotsShown = 10;

/** Turns schedules into queued runs. Every instance ticks; the unique key (job, slot) lets one of them queue. */
@Injectable()
export class JobScheduler {
  /** The slots that this instance has already proposed: spares an insert at each tick. */
  private readonly proposed = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly timers: SchedulerRegistry,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.declare();
    await this.catchUp();
    const timer = setInterval(() => {
      this.tick().catch((error) => this.log.failure('job-tick', error));
    }, tickEveryMs);
    this.timers.addInterval(tickName, timer);
  }

  stop(): void {
    if (this.timers.doesExist('interval', tickName)) this.timers.deleteInterval(tickName);
  }

  /** Gives each scheduled job its first schedule. */
  async declare(): Promise<void> {
    for (const job of this.registry.list()) {
      if (job.schedule !== null) await insertSchedule(this.database, job.id, job.schedule, this.clock.now());
    }
  }

  /** Queues what fell due since the last look. */
  async tick(): Promise<void> {
    for (const { jobId, due } of await this.dueSlots(1)) {
      const slot = due[0];
      if (slot === undefined || this.proposed.get(jobId) === slot) continue;
      await enqueueJob(this.database, jobId, slot);
      this.proposed.set(jobId, slot);
    }
  }

  /** After a stop: the latest missed slot runs, the ones before it are written down as not run. */
  async catchUp(): Promise<void> {
    for (const { jobId, due } of await this.dueSlots(missedSlotsShown)) {
      const [latest, ...earlier] = due;
      const missed = this.registry.find(jobId)?.isRoutine ? [] : earlier.reverse();
      for (const slot of missed) await insertMissedSlot(this.database, jobId, slot);
      if (latest !== undefined) await enqueueJob(this.database, jobId, latest);
    }
  }

  private async dueSlots(count: number): Promise<{ jobId: string; due: string[] }[]> {
    const now = this.clock.now();
    const schedules = await listSchedules(this.database);
    return schedules
      .filter(({ jobId, isEnabled }) => isEnabled && this.registry.find(jobId))
      .map(({ jobId, schedule, effectiveFrom }) => ({
        jobId,
        due: (Schedule.parse(schedule)?.latestDue(effectiveFrom, now, count) ?? []).map(dueSlot),
      }));
  }
}
