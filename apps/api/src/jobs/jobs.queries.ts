import type { Queryable } from '../database/database';
import type { RunRow } from './job-run';

const runColumns = `id, job_id as "jobId", due_slot as "dueSlot", state, input, attempts, progress, report, errors,
  queued_at as "queuedAt", started_at as "startedAt", finished_at as "finishedAt"`;

/** One row: the run, or none. */
export async function findRun(database: Queryable, id: string): Promise<RunRow | null> {
  const { rows } = await database.query<RunRow>(`select ${runColumns} from job_run where id = $1`, [id]);
  return rows[0] ?? null;
}

/** One row: the run that holds a slot, or none. */
export async function findRunOfSlot(database: Queryable, jobId: string, dueSlot: string): Promise<RunRow | null> {
  const { rows } = await database.query<RunRow>(
    `select ${runColumns} from job_run where job_id = $1 and due_slot = $2`,
    [jobId, dueSlot],
  );
  return rows[0] ?? null;
}

/** One row per run, the last queued first. `before` is the id of the last run already read. */
export async function listRuns(
  database: Queryable,
  filter: { jobId: string | null; before: string | null; limit: number },
): Promise<RunRow[]> {
  const { rows } = await database.query<RunRow>(
    `select ${runColumns} from job_run
     where ($1::text is null or job_id = $1) and ($2::bigint is null or id < $2)
     order by id desc limit $3`,
    [filter.jobId, filter.before, filter.limit],
  );
  return rows;
}

/** One row per job that ever ran: its last run. */
export async function listLastRuns(database: Queryable): Promise<RunRow[]> {
  const { rows } = await database.query<RunRow>(
    `select ${runColumns} from job_run
     where id in (select max(id) from job_run where state <> 'skipped' group by job_id)
     order by job_id`,
  );
  return rows;
}

/** One row: how many runs of these jobs are waiting or running. */
export async function countUnfinishedRuns(database: Queryable, jobIds: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from job_run where state in ('queued', 'running') and job_id = any ($1)`,
    [jobIds],
  );
  return rows[0]?.count ?? 0;
}
