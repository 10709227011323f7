import type { Queryable } from '../database/database';
import type { PreRegistration, ProjectNote } from './programmes.queries';

export type NewNote = Omit<ProjectNote, 'id'>;
export type NewPreRegistration = Omit<PreRegistration, 'projectId' | 'asFixed'>;

/** Returns the note's id. */
export async function writeNote(db: Queryable, projectId: number, note: NewNote): Promise<number | undefined> {
  const { kind, author, role, signedOn, body } = note;
  const { rows } = await db.query<{ id: number }>(
    `insert into project_note (project_id, kind, author, role, signed_on, body) values ($1, $2, $3, $4, $5, $6)
     returning id`,
    [projectId, kind, author, role, signedOn, body],
  );
  return rows[0]?.id;
}

/** Whether it was written: what a project fixed once is final. */
export async function writePreRegistration(
  db: Queryable,
  projectId: number,
  { mainOutcome, comparisonPool, readingDate, negligible, isRandomised, fixedBy, fixedAt }: NewPreRegistration,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into pre_registration
       (project_id, project_version, main_outcome, comparison_pool, reading_date, negligible, is_randomised, fixed_by,
       fixed_at)
     select id, current_version, $2, $3, $4, $5, $6, $7, $8 from project where id = $1
     on conflict (project_id) do nothing`,
    [projectId, mainOutcome, comparisonPool, readingDate, negligible, isRandomised, fixedBy, fixedAt],
  );
  return rowCount === 1;
}
