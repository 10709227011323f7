import type { TerritoryCode } from '@sillage/indicators';
import type { Queryable } from '../database/database';

/** One row per territory and perimeter, past ones included: every code that a file may use. */
export async function listTerritoryCodes(database: Queryable): Promise<TerritoryCode[]> {
  const { rows } = await database.query<TerritoryCode>(
    `select id, level, code, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo"
     from territory order by id`,
  );
  return rows;
}
