// Leases live on the database's clock: instances whose own clocks disagree still agree on who holds a run.
import type { Queryable } from '../database/database';
import type { JobProgress, JobReport } from './job';

/** A run in the hands of a worker. `attempts` fences it: a holder that lost its lease can write nothing more. */
export interface HeldRun {
  readonly id: string;
  readonly jobId: string;
  readonly dueSlot: string;
  readonly input: unknown;
  readonly attempts: number;
  readonly holder: string;
}

export interface AttemptFailure {
  readonly code: string;
  readonly detail: string;
}

export const maximumAttempts = 3;

const attemptError = `jsonb_build_object('attempt', attempts, 'at', clock_timestamp(), 'code', $1::text, 'detail', $2::text)`;

/** Gives back the runs whose holder is silent: queued again, or set aside after the last attempt. One row per run. */
export async function releaseExpiredLeases(database: Queryable): Promise<{ id: string; jobId: string }[]> {
  const { rows: setAside } = await database.query<{ id: string; jobId: string }>(
    `update job_run set state = 'set-aside', finished_at = clock_timestamp(), errors = errors || ${attemptError}
     where state = 'running' and leased_until < clock_timestamp() and attempts >= $3
     returning id, job_id as "jobId"`,
    ['lease-expired', '', maximumAttempts],
  );
  const { rows: queued } = await database.query<{ id: string; jobId: string }>(
    `update job_run set state = 'queued', errors = errors || ${attemptError}
     where state = 'running' and leased_until < clock_timestamp() and attempts < $3
     returning id, job_id as "jobId"`,
    ['lease-expired', '', maximumAttempts],
  );
  return [...setAside, ...queued];
}

/** Takes the oldest run that waits (or the one asked for), skipping those that another worker is taking. One row at most. */
export async function takeRun(
  database: Queryable,
  request: { jobIds: readonly string[]; holder: string; leaseMs: number; runId: string | null },
): Promise<HeldRun | null> {
  const { rows } = await database.query<HeldRun>(
    `update job_run
     set state = 'running', attempts = attempts + 1, holder = $2, started_at = clock_timestamp(),
       leased_until = clock_timestamp() + $3 * interval '1 millisecond', retry_at = null, progress = null
     where id = (
       select id from job_run
       where state = 'queued' and job_id = any ($1) and (retry_at is null or retry_at <= clock_timestamp())
         and ($4::bigint is null or id = $4)
       order by id limit 1 for update skip locked)
     returning id, job_id as "jobId", due_slot as "dueSlot", input, attempts, holder`,
    [request.jobIds, request.holder, request.leaseMs, request.runId],
  );
  return rows[0] ?? null;
}

const held = `id = $1 and state = 'running' and holder = $2 and attempts = $3`;
const key = (run: HeldRun) => [run.id, run.holder, run.attempts];

/** False when the lease is lost. */
export async function renewLease(database: Queryable, run: HeldRun, leaseMs: number): Promise<boolean> {
  const { rowCount } = await database.query(
    `update job_run set leased_until = clock_timestamp() + $4 * interval '1 millisecond' where ${held}`,
    [...key(run), leaseMs],
  );
  return rowCount === 1;
}

export async function writeProgress(database: Queryable, run: HeldRun, progress: JobProgress): Promise<void> {
  await database.query(
    `update job_run set progress = $4::jsonb || jsonb_build_object(
       'elapsedMs', round(extract(epoch from clock_timestamp() - started_at) * 1000))
     where ${held}`,
    [...key(run), JSON.stringify(progress)],
  );
}

export async function finishRun(database: Queryable, run: HeldRun, report: JobReport): Promise<boolean> {
  const { rowCount } = await database.query(
    `update job_run set state = 'succeeded', finished_at = clock_timestamp(), report = $4::jsonb, leased_until = null
     where ${held}`,
    [...key(run), JSON.stringify(report)],
  );
  return rowCount === 1;
}

const failure = `jsonb_build_object('attempt', attempts, 'at', clock_timestamp(), 'code', $4::text, 'detail', $5::text)`;

/** Ends a run for good: refused (failed), or tried too often (set aside). */
export async function endRun(
  database: Queryable,
  run: HeldRun,
  state: 'failed' | 'set-aside',
  error: AttemptFailure,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update job_run set state = $6, finished_at = clock_timestamp(), leased_until = null, errors = errors || ${failure}
     where ${held}`,
    [...key(run), error.code, error.detail, state],
  );
  return rowCount === 1;
}

/** Puts a run back in the queue after a failed attempt. */
export async function retryRun(
  database: Queryable,
  run: HeldRun,
  error: AttemptFailure,
  delayMs: number,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update job_run set state = 'queued', leased_until = null, errors = errors || ${failure},
       retry_at = clock_timestamp() + $6 * interval '1 millisecond'
     where ${held}`,
    [...key(run), error.code, error.detail, delayMs],
  );
  return rowCount === 1;
}

/** Puts a run back as if it had not been taken: the server stops. */
export async function giveRunBack(database: Queryable, run: HeldRun): Promise<void> {
  await database.query(
    `update job_run set state = 'queued', leased_until = null, attempts = attempts - 1 where ${held}`,
    key(run),
  );
}

/** One row per waiting run of the same job, this one excepted. */
export async function listWaitingRuns(database: Queryable, run: HeldRun): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from job_run where job_id = $1 and state = 'queued' and id <> $2 order by id`,
    [run.jobId, run.id],
  );
  return rows.map(({ id }) => id);
}

/** Marks waiting runs whose work another run has done. */
export async function coverRuns(database: Queryable, run: HeldRun, ids: readonly string[]): Promise<void> {
  await database.query(
    `update job_run set state = 'skipped', finished_at = clock_timestamp(), retry_at = null,
       errors = errors || ${attemptError}
     where state = 'queued' and id = any ($3::bigint[])`,
    ['covered', run.id, ids],
  );
}

/** Drops the earlier runs of a routine job that had nothing to tell, an hour after them: their slots will not be proposed again. */
export async function forgetQuietRuns(database: Queryable, run: HeldRun): Promise<void> {
  await database.query(
    `delete from job_run where job_id = $1 and id < $2 and state = 'succeeded' and errors = '[]'
       and report -> 'messages' = '[]' and finished_at < clock_timestamp() - interval '1 hour'`,
    [run.jobId, run.id],
  );
}
