import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { isDatabaseAway } from '../platform/database-away';
import { Log } from '../platform/log';
import { Problem } from '../platform/problem';
import type { Job, JobProgress, JobReport } from './job';
import { JobRegistry } from './job-registry';
import {
  type AttemptFailure,
  coverRuns,
  endRun,
  finishRun,
  forgetQuietRuns,
  giveRunBack,
  type HeldRun,
  listWaitingRuns,
  maximumAttempts,
  renewLease,
  retryRun,
  writeProgress,
} from './leases.queries';

export const leaseMs = 30_000;
/** A job that does not answer its signal is no longer waited for. */
const graceMs = 3_000;
const progressEveryMs = 250;

type Interruption = 'timeout' | 'lease-lost' | 'stopping';

class JobInterrupted extends Error {
  constructor(readonly interruption: Interruption) {
    super(interruption);
  }
}

/** Carries one taken run to its end: renews the lease, keeps the time, writes what became of it. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly log: Log,
  ) {}

  async run(run: HeldRun, stop?: AbortSignal, lease = leaseMs): Promise<void> {
    const job = this.registry.find(run.jobId);
    if (!job) return giveRunBack(this.database, run);
    const startedAt = performance.now();
    const controller = new AbortController();
    const interrupt = (interruption: Interruption) => controller.abort(new JobInterrupted(interruption));
    const onStop = () => interrupt('stopping');
    stop?.addEventListener('abort', onStop, { once: true });
    const timeout = setTimeout(() => interrupt('timeout'), job.timeoutMs);
    const renewal = this.keepLease(run, lease, () => interrupt('lease-lost'));
    let outcome: string;
    let report: JobReport | undefined;
    try {
      // listed before the work begins: what is queued meanwhile may not be in it
      const covered = job.coversQueuedRuns ? await listWaitingRuns(this.database, run) : [];
      report = await this.execute(job, run, controller.signal);
      clearTimeout(timeout);
      outcome = await this.persist(lease, () => finishRun(this.database, run, report as JobReport), 'succeeded');
      if (outcome === 'succeeded' && covered.length > 0) await coverRuns(this.database, run, covered);
      if (outcome === 'succeeded' && job.isRoutine) await forgetQuietRuns(this.database, run);
    } catch (error) {
      outcome = await this.settleFailure(run, job, error, lease);
    } finally {
      clearTimeout(timeout);
      clearInterval(renewal);
      stop?.removeEventListener('abort', onStop);
    }
    this.log.line(outcome === 'succeeded' ? 'info' : 'warning', 'job', {
      job: run.jobId,
      run: run.id,
      slot: run.dueSlot,
      attempt: run.attempts,
      outcome,
      ms: Math.round(performance.now() - startedAt),
      counts: { ...report?.counts },
    });
  }

  private async execute(job: Job, run: HeldRun, signal: AbortSignal): Promise<JobReport> {
    const work = job.run({ input: run.input, signal, progress: this.progressOf(run) });
    const abandoned = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason), graceMs).unref(), { once: true });
    });
    try {
      return await Promise.race([work, abandoned]);
    } catch (error) {
      // what the job throws once it is interrupted says less than why it was interrupted
      throw signal.aborted ? signal.reason : error;
    }
  }

  private keepLease(run: HeldRun, lease: number, onLost: () => void): NodeJS.Timeout {
    let renewedAt = performance.now();
    return setInterval(() => {
      renewLease(this.database, run, lease).then(
        (isHeld) => {
          if (isHeld) renewedAt = performance.now();
          else onLost();
        },
        () => {
          if (performance.now() - renewedAt > lease) onLost();
        },
      );
    }, lease / 3);
  }

  private progressOf(run: HeldRun): (progress: JobProgress) => Promise<void> {
    let writtenAt = Number.NEGATIVE_INFINITY;
    return async (progress) => {
      const isLast = progress.done >= progress.total;
      if (!isLast && performance.now() - writtenAt < progressEveryMs) return;
      writtenAt = performance.now();
      await writeProgress(this.database, run, progress);
    };
  }

  private async settleFailure(run: HeldRun, job: Job, error: unknown, lease: number): Promise<string> {
    if (error instanceof JobInterrupted && error.interruption === 'lease-lost') return 'lease-lost';
    if (error instanceof JobInterrupted && error.interruption === 'stopping') {
      await giveRunBack(this.database, run).catch(() => undefined);
      return 'given-back';
    }
    const failure = failureOf(error, job);
    if (failure.code === 'error') this.log.failure('job-error', error, { job: run.jobId, run: run.id });
    if (failure.code === 'problem')
      return this.persist(lease, () => endRun(this.database, run, 'failed', failure), 'failed');
    if (run.attempts >= maximumAttempts)
      return this.persist(lease, () => endRun(this.database, run, 'set-aside', failure), 'set-aside');
    const delayMs = 1_000 * 3 ** (run.attempts - 1);
    return this.persist(lease, () => retryRun(this.database, run, failure, delayMs), failure.code);
  }

  /** The outcome must reach the table even if the database is away for a moment; after the lease another worker decides. */
  private async persist(lease: number, write: () => Promise<boolean>, outcome: string): Promise<string> {
    const deadline = performance.now() + lease;
    for (;;) {
      try {
        return (await write()) ? outcome : 'lease-lost';
      } catch (error) {
        if (!isDatabaseAway(error) || performance.now() > deadline) {
          this.log.failure('job-outcome-not-written', error);
          return 'lease-lost';
        }
        await pause(500);
      }
    }
  }
}

function failureOf(error: unknown, job: Job): AttemptFailure {
  if (error instanceof JobInterrupted) return { code: 'timeout', detail: String(Math.round(job.timeoutMs / 1000)) };
  if (error instanceof Problem) {
    return { code: 'problem', detail: error.detail ? `${error.title} ${error.detail}` : error.title };
  }
  if (isDatabaseAway(error)) return { code: 'database-away', detail: '' };
  return { code: 'error', detail: error instanceof Error ? error.message : String(error) };
}
