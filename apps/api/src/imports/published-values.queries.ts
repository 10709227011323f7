import {
  aPeriod,
  type ContentCount,
  mostValues,
  type Period,
  periodCode,
  periodOfCode,
  periodsPerYear,
  type SampledValue,
} from '@sillage/indicators';
import type { Queryable } from '../database/database';

/** Grain: one row per territory, indicator and period of the periods that touch those of a file: the value in force. */
export async function listNeighbourValues(
  db: Queryable,
  contents: readonly Readonly<ContentCount>[],
): Promise<SampledValue[]> {
  const pairs = new Map<string, readonly [number, number]>();
  for (const { indicatorId, period } of contents)
    for (const neighbour of neighboursOf(periodOfCode(period)))
      pairs.set(`${indicatorId}/${periodCode(neighbour)}`, [indicatorId, periodCode(neighbour)]);
  const wanted = [...pairs.values()];
  const { rows } = await db.query<Omit<SampledValue, 'line' | 'column'>>(
    `select distinct on (territory_id, indicator_id, period) territory_id as "territoryId",
       indicator_id as "indicatorId", period, value
     from observation join import_batch on import_batch.id = batch_id and import_batch.state = 'published'
     where (indicator_id, period) in (select wanted.* from unnest($1::integer[], $2::integer[]) as wanted)
       and value is not null
     order by territory_id, indicator_id, period, publication desc
     limit $3`,
    [wanted.map(([indicatorId]) => indicatorId), wanted.map(([, period]) => period), mostValues],
  );
  return rows.map((row) => ({ ...row, line: null, column: 0 }));
}

/** The periods just before and just after. */
function neighboursOf({ kind, year, index }: Period): Period[] {
  const perYear = periodsPerYear(kind);
  if (perYear === 1) return [aPeriod(kind, year - 1), aPeriod(kind, year + 1)];
  const at = (rank: number): Period => aPeriod(kind, Math.floor(rank / perYear), (rank % perYear) + 1);
  const rank = year * perYear + index - 1;
  return [at(rank - 1), at(rank + 1)];
}
