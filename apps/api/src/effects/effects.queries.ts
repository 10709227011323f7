import type { Evaluation } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { DonorPool } from './donor-pool';

/** An estimation as it was made: from which state, by which method, with which seed; its project and outcome by their codes. */
export interface EvaluationRecord {
  readonly id: number;
  readonly projectId: number;
  readonly project: string;
  /** Code of the project's programme; null: none. */
  readonly programme: string | null;
  readonly indicatorId: number;
  readonly indicator: string;
  readonly stateVersion: number;
  readonly methodVersion: string;
  readonly seed: number;
  readonly solverGap: number | null;
  readonly inputHash: string;
  /** p after Benjamini-Hochberg over the project's outcomes; null without a p. */
  readonly adjustedP: number | null;
  readonly evaluation: Evaluation;
  readonly pool: DonorPool;
  readonly computedAt: Date;
  readonly isCurrent: boolean;
}

type EvaluationRow = Omit<EvaluationRecord, 'seed'> & { readonly seed: string };

const names = `join project on project.id = evaluation.project_id
     join project_version version on version.project_id = project.id and version.version = project.current_version
     join indicator on indicator.id = evaluation.indicator_id`;
const columns = (adjustedP: string) => `evaluation.id, evaluation.project_id as "projectId", project.code as project,
  version.definition ->> 'programme' as programme,
  evaluation.indicator_id as "indicatorId", indicator.code as indicator, evaluation.state_version as "stateVersion",
  evaluation.method_version as "methodVersion", evaluation.seed, evaluation.solver_gap as "solverGap",
  evaluation.input_hash as "inputHash", ${adjustedP} as "adjustedP", evaluation.result as evaluation, evaluation.pool,
  evaluation.computed_at as "computedAt", current.evaluation_id is not null as "isCurrent"`;

/** Of what readers see, with the project's other outcomes as they are; of the others, as on the day they were made. */
const adjustedToday = 'case when current.evaluation_id is null then evaluation.adjusted_p else current.adjusted_p end';

const asRecord = (row: EvaluationRow): EvaluationRecord => ({ ...row, seed: Number(row.seed) });

/** Grain: one row per project and outcome that was estimated: what readers see. */
export async function listCurrentEvaluations(db: Queryable, projectId?: number): Promise<EvaluationRecord[]> {
  const { rows } = await db.query<EvaluationRow>(
    `select ${columns('current.adjusted_p')}
     from current_evaluation current
     join evaluation on evaluation.id = current.evaluation_id
     ${names}
     where $1::integer is null or current.project_id = $1
     order by current.project_id, current.indicator_id`,
    [projectId ?? null],
  );
  return rows.map(asRecord);
}

/** Grain: one row per project of these programmes and outcome that was estimated. */
export async function listProgrammeEvaluations(
  db: Queryable,
  programmes: readonly string[],
): Promise<EvaluationRecord[]> {
  const { rows } = await db.query<EvaluationRow>(
    `select ${columns('current.adjusted_p')}
     from current_evaluation current
     join evaluation on evaluation.id = current.evaluation_id
     ${names}
     where version.definition ->> 'programme' = any($1)
     order by current.project_id, current.indicator_id`,
    [programmes],
  );
  return rows.map(asRecord);
}

/** Grain: one row per estimation of a project's outcomes, by outcome, the newest first. */
export async function listEvaluations(db: Queryable, projectId: number): Promise<EvaluationRecord[]> {
  const { rows } = await db.query<EvaluationRow>(
    `select ${columns(adjustedToday)}
     from evaluation
     ${names}
     left join current_evaluation current on current.evaluation_id = evaluation.id
     where evaluation.project_id = $1
     order by evaluation.indicator_id, evaluation.id desc`,
    [projectId],
  );
  return rows.map(asRecord);
}

/** Grain: one entry per outcome that a project ever had an estimate with a p of: the last p. */
export async function listLastPs(db: Queryable, projectId: number): Promise<Map<number, number>> {
  const { rows } = await db.query<{ indicatorId: number; p: number }>(
    `select distinct on (indicator_id) indicator_id as "indicatorId", (result #>> '{result,p}')::float8 as p
     from evaluation
     where project_id = $1 and result #>> '{result,p}' is not null
     order by indicator_id, id desc`,
    [projectId],
  );
  return new Map(rows.map(({ indicatorId, p }) => [indicatorId, p]));
}

/** Grain: at most one row. */
export async function findEvaluation(db: Queryable, id: number): Promise<EvaluationRecord | undefined> {
  const { rows } = await db.query<EvaluationRow>(
    `select ${columns(adjustedToday)}
     from evaluation
     ${names}
     left join current_evaluation current on current.evaluation_id = evaluation.id
     where evaluation.id = $1`,
    [id],
  );
  return rows[0] && asRecord(rows[0]);
}
