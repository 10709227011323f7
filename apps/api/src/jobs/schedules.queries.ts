import type { Queryable } from '../database/database';
import type { ScheduleRow } from './job-run';

/** One row per scheduled job. */
export async function listSchedules(database: Queryable): Promise<ScheduleRow[]> {
  const { rows } = await database.query<ScheduleRow>(
    `select job_id as "jobId", schedule, is_enabled as "isEnabled", effective_from as "effectiveFrom"
     from job_schedule order by job_id`,
  );
  return rows;
}

/** Gives a job its first schedule; one that an administrator chose stays. */
export async function insertSchedule(database: Queryable, jobId: string, schedule: string, from: Date): Promise<void> {
  await database.query(
    `insert into job_schedule (job_id, schedule, effective_from) values ($1, $2, $3) on conflict (job_id) do nothing`,
    [jobId, schedule, from],
  );
}

/** Slots due before the change are forgotten: a new schedule owes nothing to the past. */
export async function updateSchedule(
  database: Queryable,
  jobId: string,
  change: { schedule: string; isEnabled: boolean | undefined },
  from: Date,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update job_schedule set schedule = $2, is_enabled = coalesce($3, is_enabled), effective_from = $4 where job_id = $1`,
    [jobId, change.schedule, change.isEnabled ?? null, from],
  );
  return rowCount === 1;
}

/** Writes a slot that was missed and will not run, unless the slot is known already. */
export async function insertMissedSlot(database: Queryable, jobId: string, dueSlot: string): Promise<void> {
  await database.query(
    `insert into job_run (job_id, due_slot, state, finished_at, errors)
     values ($1, $2, 'skipped', now(), jsonb_build_array(jsonb_build_object(
       'attempt', 0, 'at', now(), 'code', 'missed', 'detail', '')))
     on conflict (job_id, due_slot) do nothing`,
    [jobId, dueSlot],
  );
}
