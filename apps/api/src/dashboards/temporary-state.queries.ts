import { absenceOfCode, type Measure, type ObservationStatus, statusOfCode } from '@sillage/indicators';
import type { PublishedState } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';

interface Row {
  territoryId: number;
  indicatorId: number;
  period: number;
  value: number | null;
  absence: number | null;
  status: number;
  numerator: number | null;
  denominator: number | null;
}
export async function listMeasures(
  db: Queryable,
  state: PublishedState,
  filter: { territoryIds: readonly number[]; indicatorIds: readonly number[]; from?: number; to?: number },
) {
  const { rows } = await db.query<Row>(
    `select territory_id as "territoryId", indicator_id as "indicatorId", period, value, absence, status, numerator, denominator
     from aggregate where version = $1 and territory_id = any($2) and indicator_id = any($3)
       and period >= $4 and period <= $5
     union all
     select territory_id, indicator_id, period, value, absence, status, numerator, denominator
     from observation where batch_id = any($6) and territory_id = any($2) and indicator_id = any($3)
       and period >= $4 and period <= $5
     order by 1, 2, 3`,
    [state.version, filter.territoryIds, filter.indicatorIds, filter.from ?? 0, filter.to ?? 9_999_999, state.batchIds],
  );
  return rows.map((row) => ({
    ...row,
    measure: (row.value === null
      ? { absence: row.absence ? absenceOfCode(row.absence) : 'not-available' }
      : { value: row.value }) as Measure,
    status: statusOfCode(row.status) as ObservationStatus,
  }));
}
