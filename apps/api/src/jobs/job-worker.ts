import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Log } from '../platform/log';
import { jobQueue } from './job';
import { JobRegistry } from './job-registry';
import { JobRunner, leaseMs } from './job-runner';
import { releaseExpiredLeases, takeRun } from './leases.queries';
import { workerName } from './worker-name';

const lookEveryMs = 1_000;
const stopWithinMs = 4_000;

/** Takes queued runs one at a time: heavy work never runs twice at once in one process. Only the server starts it. */
@Injectable()
export class JobWorker {
  private readonly holder = workerName();
  private stopping: AbortController | undefined;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly log: Log,
  ) {}

  start(lease = leaseMs): void {
    this.stopping = new AbortController();
    jobQueue.on('queued', this.onQueued);
    this.loop = this.work(this.stopping.signal, lease);
  }

  /** Takes nothing more and asks the job under way to stop; a job that does not is left to the lease. */
  async stop(): Promise<void> {
    jobQueue.off('queued', this.onQueued);
    this.stopping?.abort();
    this.wake();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, stopWithinMs);
    });
    await Promise.race([this.loop, tooLate]);
    clearTimeout(timer);
  }

  private readonly onQueued = () => this.wake();

  private async work(signal: AbortSignal, lease: number): Promise<void> {
    while (!signal.aborted) {
      const woken = this.nextWake();
      try {
        await releaseExpiredLeases(this.database);
        const request = { jobIds: this.registry.ids, holder: this.holder, leaseMs: lease, runId: null };
        const run = signal.aborted ? null : await takeRun(this.database, request);
        if (run) {
          await this.runner.run(run, signal, lease);
          continue;
        }
      } catch (error) {
        this.log.failure('job-worker', error);
      }
      if (!signal.aborted) await woken;
    }
  }

  /** Resolves at the next enqueue of this process, a moment after it (its transaction may still be open), or after a second. */
  private nextWake(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      this.wake = () => {
        clearTimeout(timer);
        setTimeout(resolve, 20);
      };
    });
  }
}
