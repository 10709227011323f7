import {
  amongOutcomes,
  type EffectResult,
  type Facts,
  isSuppressed,
  type ProgrammeEvaluation,
  periodOfCode,
  replicated,
  withheld,
} from '@sillage/indicators';
import { findCurrentState, listMeasures } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';
import {
  type EvaluationRecord,
  findEvaluation,
  listCurrentEvaluations,
  listEvaluations,
  listProgrammeEvaluations,
} from './effects.queries';

/**
 * An estimation as readers see it: without what is secret today, concluded among the project's other outcomes, and with what
 * the other projects of its programme found. What is stored stays as it was made.
 */
export type ShownEvaluation = Omit<EvaluationRecord, 'inputHash'> & {
  /** null: withheld with the figures, which it would let guess. */
  readonly inputHash: string | null;
};

/** Grain: one row per project and outcome that was estimated. */
export const listShownCurrent = async (db: Queryable, projectId?: number): Promise<ShownEvaluation[]> =>
  show(db, await listCurrentEvaluations(db, projectId));

/** Grain: one row per estimation of a project's outcomes, by outcome, the newest first. */
export const listShownEvaluations = async (db: Queryable, projectId: number): Promise<ShownEvaluation[]> =>
  show(db, await listEvaluations(db, projectId));

/** Grain: at most one row. */
export async function findShownEvaluation(db: Queryable, id: number): Promise<ShownEvaluation | undefined> {
  const record = await findEvaluation(db, id);
  return record && (await show(db, [record]))[0];
}

async function show(db: Queryable, records: readonly EvaluationRecord[]): Promise<ShownEvaluation[]> {
  const programmes = new Set(records.flatMap(({ isCurrent, programme }) => (isCurrent && programme) || []));
  const others = programmes.size > 0 ? await listProgrammeEvaluations(db, [...programmes]) : [];
  const secretsOf = await findSecrets(db, [...records, ...others]);
  const told = (record: EvaluationRecord): ShownEvaluation => {
    const secrets = secretsOf(record);
    return secrets
      ? { ...record, evaluation: withheld(record.evaluation, secrets), inputHash: null, adjustedP: null }
      : { ...record, evaluation: amongOutcomes(record.evaluation, record.adjustedP) };
  };
  const found = others.map((other) => inProgramme(told(other)));
  return records.map((record) => {
    const shown = told(record);
    return shown.isCurrent ? { ...shown, evaluation: replicated(inProgramme(shown), found) } : shown;
  });
}

const inProgramme = ({ evaluation, projectId, indicatorId, programme }: ShownEvaluation): ProgrammeEvaluation => ({
  evaluation,
  project: projectId,
  indicator: indicatorId,
  programme,
});

/** What is secret in the current state of the figures that an estimation was made of; null: nothing. */
async function findSecrets(
  db: Queryable,
  records: readonly EvaluationRecord[],
): Promise<(record: EvaluationRecord) => Facts | null> {
  const state = await findCurrentState(db);
  // what a state shows was not secret in it
  const former = records.filter(({ pool, stateVersion }) => pool.periods.length > 0 && stateVersion !== state?.version);
  if (!state || former.length === 0) return () => null;
  const places = await listPlaces(
    db,
    former.flatMap((record) => unitsOf(record).map((code) => ({ level: record.pool.level, code }))),
  );
  const codes = new Map(places.map(({ id, level, code }) => [id, `${level} ${code}`]));
  const years = former.flatMap(({ pool }) => pool.periods);
  const secret = new Map<string, number[]>();
  for (const indicatorId of new Set(former.map((record) => record.indicatorId))) {
    const rows = await listMeasures(db, state, {
      territoryIds: [...codes.keys()],
      indicatorIds: [indicatorId],
      from: Math.min(...years) * 1000,
      to: Math.max(...years) * 1000 + 999,
    });
    for (const { territoryId, period, measure } of rows) {
      const { kind, year } = periodOfCode(period);
      if (kind !== 'year' || !isSuppressed(measure)) continue;
      const key = `${indicatorId} ${codes.get(territoryId)}`;
      secret.set(key, [...(secret.get(key) ?? []), year]);
    }
  }
  return (record) => {
    if (!former.includes(record)) return null;
    const { indicatorId, pool } = record;
    const cells = unitsOf(record).flatMap((unit) =>
      (secret.get(`${indicatorId} ${pool.level} ${unit}`) ?? [])
        .filter((year) => pool.periods.includes(year))
        .map((period) => ({ unit, period })),
    );
    return cells[0] ? { count: cells.length, ...cells[0] } : null;
  };
}

/**
 * Whose figures a reader could find again in an estimation: the treated, and the territories compared whose weight is given,
 * all of them where they weigh the same. What is estimated again without the latter is told then, and not before.
 */
function unitsOf({ pool, evaluation: { result, crossChecks } }: EvaluationRecord): string[] {
  const treated = pool.treated.map(({ code }) => code);
  if (result.status === 'refused') return treated;
  const weighed = new Set([result, ...crossChecks].flatMap(namesWeighed));
  return [...treated, ...(result.donors.length > 0 ? weighed : pool.donors.map(({ code }) => code))];
}

const namesWeighed = (result: EffectResult): string[] =>
  result.status === 'ok' ? result.donors.map(({ unit }) => unit) : [];

/** Grain: one row per territory named, in its perimeter of today. */
async function listPlaces(
  db: Queryable,
  named: readonly { readonly level: string; readonly code: string }[],
): Promise<{ id: number; level: string; code: string }[]> {
  const { rows } = await db.query<{ id: number; level: string; code: string }>(
    `select distinct territory.id, territory.level, territory.code
     from territory
     join unnest($1::text[], $2::text[]) as named (level, code) on territory.level = named.level and territory.code = named.code
     where territory.valid_to is null
     order by territory.id`,
    [named.map(({ level }) => level), named.map(({ code }) => code)],
  );
  return rows;
}
