import {
  type AggregationRule,
  absenceOfCode,
  aggregationRules,
  deriveValue,
  isSuppressedPrimary,
  type Measure,
} from '@sillage/indicators';
import type { PublishedState } from '../aggregates/aggregates.queries';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { insideTerritory } from '../territories/territories.queries';

/** A line is shown as a screen would show its value: hidden where the figure itself would be. */
function measureOf(
  value: number | null,
  absence: number | null,
  { numerator, denominator }: { numerator: number | null; denominator: number | null },
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
