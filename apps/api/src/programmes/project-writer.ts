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
  const next = await nextVersion(client, 'project', definition.code, given, isShipped);
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
  const next = await nextVersion(client, 'programme', definition.code, given, isShipped);
  if (!next) return 'unchanged';
  await client.query(
    'insert into programme_version (programme_id, version, is_shipped, definition) values ($1, $2, $3, $4)',
    [next.id, next.version, isShipped, given],
  );
  return added.rowCount ? 'added' : 'changed';
}

/** Puts the next version in force, unless nothing changed or what is shipped would replace what a person wrote. */
async function nextVersion(
  client: PoolClient,
  table: 'project' | 'programme',
  code: string,
  given: string,
  isShipped: boolean,
): Promise<{ id: number; version: number } | undefined> {
  const { rows } = await client.query<{ id: number; version: number }>(
    `update ${table} set current_version = ${table}.current_version + 1
     from ${table} before
     left join ${table}_version in_force
       on in_force.${table}_id = before.id and in_force.version = before.current_version
     where before.id = ${table}.id and ${table}.code = $1 and in_force.definition is distinct from $2::jsonb
       and (in_force.is_shipped is null or in_force.is_shipped or not $3)
     returning ${table}.id, ${table}.current_version as version`,
    [code, given, isShipped],
  );
  return rows[0];
}
