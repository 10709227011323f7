import type { TerritoryCode, TerritoryName } from '@sillage/indicators';
import type { Queryable } from '../database/database';

/** One row per territory and perimeter, past ones included: every code that a file may use. */
export async function listTerritoryCodes(database: Queryable): Promise<TerritoryCode[]> {
  const { rows } = await database.query<TerritoryCode>(
    `select id, level, code, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo"
     from territory order by id`,
  );
  return rows;
}

/** One row per territory and name that files may give it: its perimeters', and those of what it merged from or into. */
export async function listTerritoryNames(database: Queryable): Promise<TerritoryName[]> {
  const { rows } = await database.query<TerritoryName>(
    `select level, code, name, valid_to is null as "isCurrent" from territory
     union all
     select one.level, one.code, other.name, false
     from boundary_change
       cross join lateral (values (from_id, to_id), (to_id, from_id)) as pair (one_id, other_id)
       join territory one on one.id = one_id
       join territory other on other.id = other_id
     order by level, code, "isCurrent" desc, name`,
  );
  return rows;
}
