import {
  type AggregationRule,
  absenceOfCode,
  aggregationRules,
  deriveValue,
  isSuppressedPrimary,
  type Measure,
  type ObservationStatus,
  statusOfCode,
} from '@sillage/indicators';
import type { PublishedState } from '../aggregates/aggregates.queries';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { insideTerritory } from '../territories/territories.queries';

// Reads that aggregates.queries is about to offer under the same names: this file then goes.

interface Filter {
  readonly territoryIds: readonly number[];
  readonly indicatorIds: readonly number[];
  readonly from?: number;
  readonly to?: number;
}

export interface MeasureRow {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly status: ObservationStatus;
  readonly coverage: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 0 published, 1 sum of parts, 2 from components, 3 from shorter periods. */
  readonly origin: number;
}

interface Row {
  territoryId: number;
  indicatorId: number;
  period: number;
  value: number | null;
  absence: number | null;
  status: number;
  numerator: number | null;
  denominator: number | null;
  coverage: number | null;
  origin: number;
  isOwn: boolean;
}

/** Grain: one row per territory, indicator and period of a state; a leaf's own values are derived and hidden here. */
export async function listMeasures(db: Queryable, state: PublishedState, filter: Filter): Promise<MeasureRow[]> {
  const [{ rows }, rules] = await Promise.all([listRows(db, state, filter), rulesById(db)]);
  return rows.map(({ value, absence, isOwn, ...row }) => ({
    ...row,
    status: statusOfCode(row.status),
    measure: measureOf(value, absence, row, isOwn ? rules.get(row.indicatorId) : undefined),
  }));
}

function measureOf(
  value: number | null,
  absence: number | null,
  { numerator, denominator }: Pick<Row, 'numerator' | 'denominator'>,
  rule: AggregationRule | undefined,
): Measure {
  if (absence !== null) return { absence: absenceOfCode(absence) };
  const measure =
    value !== null
      ? { value }
      : rule
        ? deriveValue(rule, numerator, denominator)
        : { absence: 'not-available' as const };
  const shown = 'value' in measure ? measure.value : null;
  if (rule && isSuppressedPrimary(rule, { value: shown, numerator, denominator }))
    return { absence: 'suppressed-primary' };
  return measure;
}

async function rulesById(db: Queryable): Promise<Map<number, AggregationRule>> {
  const indicators = await listIndicators(db);
  const ids = new Map(indicators.map(({ code, id }) => [code, id]));
  return new Map(aggregationRules(indicators).map((rule) => [ids.get(rule.code)!, rule]));
}

const listRows = (db: Queryable, state: PublishedState, { territoryIds, indicatorIds, from, to }: Filter) =>
  db.query<Row>(
    `select distinct on ("territoryId", "indicatorId", period) *
     from (
       select territory_id as "territoryId", indicator_id as "indicatorId", period, value, absence, status, numerator,
         denominator, available_weight / nullif(expected_weight, 0) as coverage, origin, false as "isOwn", null::integer as rank
       from aggregate
       where version = $1 and territory_id = any($2) and indicator_id = any($3) and period between $4 and $5
       union all
       select territory_id, indicator_id, period, value, absence, status, numerator, denominator, null, 0, true,
         array_position($6::integer[], batch_id)
       from observation
       where batch_id = any($6) and territory_id = any($2) and indicator_id = any($3) and period between $4 and $5) known
     order by "territoryId", "indicatorId", period, "isOwn", rank desc`,
    [state.version, territoryIds, indicatorIds, from ?? 0, to ?? 9_999_999, state.batchIds],
  );

export interface LineRow {
  readonly territoryName: string;
  readonly indicatorId: number;
  readonly measure: Measure;
  readonly fileName: string;
  readonly line: number;
  readonly column: number | null;
  readonly batchId: number;
  readonly importedAt: Date;
}

/** Grain: one row per line that made a datum: its own when it was published, or else those of its parts and components. */
export async function listLines(
  db: Queryable,
  state: PublishedState,
  datum: { territoryId: number; indicatorIds: readonly number[]; period: number; isOwn: boolean; limit: number },
): Promise<{ lines: LineRow[]; lineCount: number }> {
  const rules = await rulesById(db);
  const { rows } = await db.query<
    Omit<LineRow, 'measure'> & {
      value: number | null;
      absence: number | null;
      numerator: number | null;
      denominator: number | null;
      total: number;
    }
  >(
    `${insideTerritory},
     latest as (
       select distinct on (observation.territory_id, observation.indicator_id) observation.territory_id,
         observation.indicator_id, observation.value, observation.absence, observation.numerator,
         observation.denominator, observation.line, observation.column_number, observation.batch_id
       from observation
       where observation.batch_id = any($4) and observation.indicator_id = any($2) and observation.period = $3
         and (observation.territory_id = $1 or not $5 and observation.territory_id in (select id from inside))
       order by observation.territory_id, observation.indicator_id, array_position($4::integer[], observation.batch_id) desc)
     select territory.name as "territoryName", latest.indicator_id as "indicatorId", latest.value, latest.absence,
       latest.numerator, latest.denominator, batch.file_name as "fileName", latest.line,
       nullif(latest.column_number, 0) as "column", latest.batch_id as "batchId", batch.created_at as "importedAt",
       count(*) over ()::integer as total
     from latest
     join territory on territory.id = latest.territory_id
     join import_batch batch on batch.id = latest.batch_id
     order by latest.indicator_id, territory.code, latest.territory_id
     limit $6`,
    [datum.territoryId, datum.indicatorIds, datum.period, state.batchIds, datum.isOwn, datum.limit],
  );
  const lines = rows.map(({ value, absence, numerator, denominator, total: _, ...line }) => ({
    ...line,
    measure: measureOf(value, absence, { numerator, denominator }, rules.get(line.indicatorId)),
  }));
  return { lines, lineCount: rows[0]?.total ?? 0 };
}
