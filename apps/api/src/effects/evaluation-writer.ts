import type { PoolClient } from 'pg';
import type { Database } from '../database/database';
import type { EvaluationRecord } from './effects.queries';

/** An estimation to be kept; its method, seed and solver gap are those that it says. */
export type EvaluationMade = Pick<
  EvaluationRecord,
  'projectId' | 'indicatorId' | 'stateVersion' | 'inputHash' | 'evaluation' | 'pool' | 'computedAt'
>;

export interface ProjectEvaluations {
  readonly projectId: number;
  /** Estimated now, because what they rest on has changed. */
  readonly made: readonly EvaluationMade[];
  /** Adjusted p of every outcome that the project still has, by indicator; the others are no longer shown. */
  readonly adjusted: ReadonlyMap<number, number | null>;
}

/** Adds what was estimated and moves readers to it, at once for a project. Returns how many rows were added. */
export async function saveEvaluations(database: Database, given: ProjectEvaluations): Promise<number> {
  return database.transaction(async (client) => {
    // Two instances may have estimated the same thing: the second one finds it there.
    await client.query(`select pg_advisory_xact_lock(hashtext('sillage-effects'))`);
    let added = 0;
    for (const evaluation of given.made) if (await add(client, evaluation, given.adjusted)) added += 1;
    await settle(client, given);
    return added;
  });
}

async function add(
  client: PoolClient,
  made: EvaluationMade,
  adjusted: ProjectEvaluations['adjusted'],
): Promise<boolean> {
  const { result, methodVersion, seed } = made.evaluation;
  const { rows } = await client.query<{ id: number }>(
    `insert into evaluation (project_id, indicator_id, state_version, method_version, seed, solver_gap, input_hash,
       adjusted_p, result, pool, computed_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
     where not exists (
       select 1 from current_evaluation current
       join evaluation on evaluation.id = current.evaluation_id
       where current.project_id = $1 and current.indicator_id = $2 and evaluation.input_hash = $7)
     returning id`,
    [
      made.projectId,
      made.indicatorId,
      made.stateVersion,
      methodVersion,
      seed,
      result.status === 'ok' ? result.solverGap : null,
      made.inputHash,
      adjusted.get(made.indicatorId) ?? null,
      JSON.stringify(made.evaluation),
      JSON.stringify(made.pool),
      made.computedAt,
    ],
  );
  if (!rows[0]) return false;
  await client.query(
    `insert into current_evaluation (project_id, indicator_id, evaluation_id) values ($1, $2, $3)
     on conflict (project_id, indicator_id) do update set evaluation_id = excluded.evaluation_id`,
    [made.projectId, made.indicatorId, rows[0].id],
  );
  return true;
}

async function settle(client: PoolClient, { projectId, adjusted }: ProjectEvaluations): Promise<void> {
  const indicatorIds = [...adjusted.keys()];
  await client.query(`delete from current_evaluation where project_id = $1 and indicator_id <> all($2)`, [
    projectId,
    indicatorIds,
  ]);
  await client.query(
    `update current_evaluation current set adjusted_p = given.p
     from unnest($2::smallint[], $3::double precision[]) as given (indicator_id, p)
     where current.project_id = $1 and current.indicator_id = given.indicator_id
       and current.adjusted_p is distinct from given.p`,
    [projectId, indicatorIds, [...adjusted.values()]],
  );
}
