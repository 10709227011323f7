import path from 'node:path';
import type { OnModuleDestroy } from '@nestjs/common';
import { type Evaluation, effectsJobFr } from '@sillage/indicators';
import Piscina from 'piscina';
import type { EstimateTask } from './estimate.worker';

export interface EstimatorOptions {
  /** Module whose default export estimates one task. */
  readonly file: string;
  readonly timeLimitMs: number;
}

const usual: EstimatorOptions = {
  // beside this file, compiled or not as it is
  file: path.join(__dirname, `estimate.worker${path.extname(__filename)}`),
  // a sheet with 1,000 donors takes seconds: what takes longer than this is a fault
  timeLimitMs: 120_000,
};

/** Why a worker gave no answer, in words for the job's report. */
export class EstimationFailed extends Error {}

/** Estimates in a thread of its own, one task at a time: the thread that answers readers only waits. */
export class Estimator implements OnModuleDestroy {
  private threads: Piscina<EstimateTask, Evaluation> | undefined;

  constructor(private readonly options = usual) {}

  async estimate(task: EstimateTask, signal: AbortSignal): Promise<Evaluation> {
    signal.throwIfAborted();
    const { timeLimitMs } = this.options;
    const limit = AbortSignal.timeout(timeLimitMs);
    try {
      this.threads ??= this.start();
      return await this.threads.run(task, { signal: AbortSignal.any([signal, limit]) });
    } catch (error) {
      // the next task starts with a new thread
      await this.onModuleDestroy();
      signal.throwIfAborted();
      if (limit.aborted) throw new EstimationFailed(effectsJobFr.tookTooLong(timeLimitMs / 1000));
      if (isWorkerGone(error)) throw new EstimationFailed(effectsJobFr.workerEnded);
      throw new EstimationFailed(effectsJobFr.unexpected(error instanceof Error ? error.message : String(error)));
    }
  }

  async onModuleDestroy(): Promise<void> {
    const threads = this.threads;
    this.threads = undefined;
    await threads?.destroy();
  }

  private start(): Piscina<EstimateTask, Evaluation> {
    const threads = new Piscina<EstimateTask, Evaluation>({
      filename: this.options.file,
      minThreads: 0,
      maxThreads: 1,
      // an idle thread gives its memory back
      idleTimeout: 5_000,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    // one that ends while it has nothing to do is replaced at the next task
    threads.on('error', () => undefined);
    return threads;
  }
}

/** Killed, out of memory, or ended by itself. */
const isWorkerGone = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') ||
    /^(worker exited|Terminating)/.test(error.message));
