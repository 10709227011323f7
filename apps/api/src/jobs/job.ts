import { EventEmitter } from 'node:events';
import type { Queryable } from '../database/database';

export interface JobProgress {
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'rows' | 'steps';
}

/** Units a second since the run began, null before there is one, and the time left at that rate. */
export function paceOf({
  done,
  total,
  elapsedMs,
}: Pick<JobProgress, 'done' | 'total'> & { readonly elapsedMs: number }) {
  const ratePerSecond = elapsedMs > 0 && done > 0 ? (done / elapsedMs) * 1000 : null;
  return {
    ratePerSecond,
    secondsLeft: ratePerSecond === null ? null : Math.max(0, Math.ceil((total - done) / ratePerSecond)),
  };
}

/** What a person reads of a finished run. */
export interface JobReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
}

export interface JobContext {
  readonly input: unknown;
  /** Aborted when the lease is lost, the timeout passes or the server stops. */
  readonly signal: AbortSignal;
  progress(progress: JobProgress): Promise<void>;
}

/** A scheduled or queued task. `schedule` is a cron expression in Europe/Paris, null for a task that only runs on demand. */
export interface Job {
  readonly id: string;
  readonly schedule: string | null;
  readonly timeoutMs: number;
  /** A successful run does the work of every run of this job that was queued when it began: ten publications, one rebuild. */
  readonly coversQueuedRuns?: boolean;
  /** A look that mostly finds nothing: its runs without a message are forgotten after an hour, missed ones are not written down. */
  readonly isRoutine?: boolean;
  run(context: JobContext): Promise<JobReport>;
}

/** Tells this process's worker that there may be work; the workers of other processes look every second. */
export const jobQueue = new EventEmitter<{ queued: [] }>();

/**
 * Queues a run unless one with the same slot exists, whatever its state: the unique key (job, slot) decides "once".
 * Returns the run's id, or null when the slot was already taken.
 */
export async function enqueueJob(
  database: Queryable,
  jobId: string,
  dueSlot: string,
  input: unknown = null,
): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `insert into job_run (job_id, due_slot, input) values ($1, $2, $3) on conflict (job_id, due_slot) do nothing returning id`,
    [jobId, dueSlot, JSON.stringify(input)],
  );
  jobQueue.emit('queued');
  return rows[0]?.id ?? null;
}
