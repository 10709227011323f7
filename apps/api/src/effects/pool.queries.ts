import type { Queryable } from '../database/database';
import type { Outlined } from './neighbours';

/** Grain: one row per territory that has a contour. */
export async function listOutlines(db: Queryable, territoryIds: readonly number[]): Promise<Outlined[]> {
  const { rows } = await db.query<Outlined>(
    'select territory_id as id, geometry from contour where territory_id = any($1) order by territory_id',
    [territoryIds],
  );
  return rows;
}

/** Grain: one row per territory that is one of those given, or a part of one. */
export async function listInside(db: Queryable, territoryIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `with recursive inside as (
       select unnest($1::integer[]) as id
       union
       select link.child_id from territory_link link join inside on link.parent_id = inside.id)
     select id from inside order by id`,
    [territoryIds],
  );
  return rows.map(({ id }) => id);
}
