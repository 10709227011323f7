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

/** Grain: one row per territory that is one of those given, a part of one, or a whole that holds a part of one. */
export async function listSharing(db: Queryable, territoryIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `with recursive inside as (
       select unnest($1::integer[]) as id
       union
       select link.child_id from territory_link link join inside on link.parent_id = inside.id),
     sharing as (
       select id from inside
       union
       select link.parent_id from territory_link link join sharing on link.child_id = sharing.id)
     select id from sharing order by id`,
    [territoryIds],
  );
  return rows.map(({ id }) => id);
}
