import type { ProgrammeDefinition, ProjectDefinition } from '@sillage/indicators';
import type { PoolClient } from 'pg';

export interface WriteOptions {
  /** Brought by Sillage: never replaces what an installation wrote. */
  readonly isShipped: boolean;
  readonly isDemo: boolean;
  readonly author: string | null;
}

export type WriteOutcome = 'added' | 'changed' | 'unchanged';

/** Adds a project, or a new version of one whose definition differs from the one in force. Nothing is overwritten. */
export async function writeProject(
  client: PoolClient,
  definition: ProjectDefinition,
  { isShipped, isDemo, author }: WriteOptions,
): Promise<WriteOutcome> {
  const given = JSON.stringify(definition);
  const added = await client.query(
    'insert into project (code, current_version, is_demo) values ($1, 0, $2) on conflict (code) do nothing',
    [definition.code, isDemo],
  );
  const { rows } = await client.query<{ id: number; version: number }>(
    `select project.id, project.current_version + 1 as version
     from project
     left join project_version in_force
       on in_force.project_id = project.id and in_force.version = project.current_version
     where project.code = $1 and in_force.definition is distinct from $2::jsonb
       and (in_force.is_shipped is null or in_force.is_shipped or not $3)
     for update of project`,
    [definition.code, given, isShipped],
  );
  const [next] = rows;
  if (!next) return 'unchanged';
  await client.query(
    `insert into project_version (project_id, version, author, is_shipped, definition) values ($1, $2, $3, $4, $5)`,
    [next.id, next.version, author, isShipped, given],
  );
  await client.query(
    `insert into project_territory (project_id, version, territory_id, start_date)
     select $1, $2, territory.id, treated."startDate"
     from jsonb_to_recordset($3::jsonb) as treated (level text, code text, "startDate" date)
     join territory on territory.level = treated.level and territory.code = treated.code and territory.valid_to is null`,
    [next.id, next.version, JSON.stringify(definition.territories)],
  );
  await client.query('update project set current_version = $2 where id = $1', [next.id, next.version]);
  return added.rowCount ? 'added' : 'changed';
}

/** The same for a programme. */
export async function writeProgramme(
  client: PoolClient,
  definition: ProgrammeDefinition,
  { isShipped }: Pick<WriteOptions, 'isShipped'>,
): Promise<WriteOutcome> {
  const given = JSON.stringify(definition);
  const added = await client.query(
    'insert into programme (code, current_version) values ($1, 0) on conflict (code) do nothing',
    [definition.code],
  );
  const { rows } = await client.query<{ id: number; version: number }>(
    `select programme.id, programme.current_version + 1 as version
     from programme
     left join programme_version in_force
       on in_force.programme_id = programme.id and in_force.version = programme.current_version
     where programme.code = $1 and in_force.definition is distinct from $2::jsonb
       and (in_force.is_shipped is null or in_force.is_shipped or not $3)
     for update of programme`,
    [definition.code, given, isShipped],
  );
  const [next] = rows;
  if (!next) return 'unchanged';
  await client.query(
    'insert into programme_version (programme_id, version, is_shipped, definition) values ($1, $2, $3, $4)',
    [next.id, next.version, isShipped, given],
  );
  await client.query('update programme set current_version = $2 where id = $1', [next.id, next.version]);
  return added.rowCount ? 'added' : 'changed';
}
