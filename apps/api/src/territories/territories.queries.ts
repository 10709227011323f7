import type { BoundaryChangeKind, TerritoryLevel } from '@sillage/indicators';
import { vintageDate } from '@sillage/indicators';
import type { Geometry } from 'geojson';
import type { Queryable } from '../database/database';

export interface TerritoryRecord {
  readonly id: number;
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isDemo: boolean;
}

export const territoryColumns = `territory.id, territory.level, territory.code, territory.name, territory.population,
  to_char(territory.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(territory.valid_to, 'YYYY-MM-DD') as "validTo",
  territory.is_demo as "isDemo"`;

/** Grain: one row, the territory that the home page shows; none before one was chosen. */
export async function findHome(db: Queryable): Promise<TerritoryRecord | undefined> {
  const { rows } = await db.query<TerritoryRecord>(
    `select ${territoryColumns}
     from setting
     join territory on territory.level = setting.value ->> 'level' and territory.code = setting.value ->> 'code'
     where setting.key = 'home' and territory.valid_to is null`,
  );
  return rows[0];
}

/** Grain: one row. The current perimeter of a code, or the one that it had on 1 January of a vintage. */
export async function findTerritory(
  db: Queryable,
  level: TerritoryLevel,
  code: string,
  vintage?: number,
): Promise<TerritoryRecord | undefined> {
  const { rows } = await db.query<TerritoryRecord>(
    `select ${territoryColumns}
     from territory
     where level = $1 and code = $2
       and case when $3::date is null then valid_to is null
           else valid_from <= $3::date and (valid_to is null or valid_to > $3::date) end`,
    [level, code, vintage === undefined ? null : vintageDate(vintage)],
  );
  return rows[0];
}

/** Grain: one row per former perimeter that a current territory is made of, however far back. */
export interface FormerPerimeter {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly kind: BoundaryChangeKind;
  /** Part of the former perimeter that came to the territory; below 1, an estimate by population. */
  readonly share: number;
}

export async function listFormerPerimeters(db: Queryable, territoryId: number): Promise<FormerPerimeter[]> {
  const { rows } = await db.query<FormerPerimeter>(
    `with recursive origin as (
       select from_id, kind, share from boundary_change where to_id = $1
       union all
       select change.from_id, change.kind, change.share * origin.share
       from boundary_change change
       join origin on change.to_id = origin.from_id)
     select former.id, former.code, former.name, to_char(former.valid_from, 'YYYY-MM-DD') as "validFrom",
       to_char(former.valid_to, 'YYYY-MM-DD') as "validTo", min(origin.kind) as kind, sum(origin.share) as share
     from origin
     join territory former on former.id = origin.from_id
     group by former.id
     order by former.valid_to desc, former.code, former.id`,
    [territoryId],
  );
  return rows;
}

/** How much of an EPCI lies in a département. */
export interface PartialShare {
  readonly insideCount: number;
  readonly totalCount: number;
  readonly insidePopulation: number;
  readonly totalPopulation: number;
}

/** Grain: one row per whole (an EPCI, a canton, a zone) and département. */
export async function listPartialShare(db: Queryable, wholeId: number, departementId: number): Promise<PartialShare> {
  const { rows } = await db.query<PartialShare>(
    `select count(inside.child_id)::integer as "insideCount", count(*)::integer as "totalCount",
       coalesce(sum(commune.population) filter (where inside.child_id is not null), 0) as "insidePopulation",
       coalesce(sum(commune.population), 0) as "totalPopulation"
     from territory_link member
     join territory commune on commune.id = member.child_id and commune.level = 'commune'
     left join territory_link inside on inside.child_id = member.child_id and inside.parent_id = $2
     where member.parent_id = $1`,
    [wholeId, departementId],
  );
  return rows[0] ?? { insideCount: 0, totalCount: 0, insidePopulation: 0, totalPopulation: 0 };
}

/** Grain: one row per contour of a level, inside a territory or sharing communes with it. */
export interface ContourRecord {
  readonly code: string;
  readonly name: string;
  readonly geometry: Geometry;
}

export async function listContours(
  db: Queryable,
  level: TerritoryLevel,
  withinTerritoryId: number,
): Promise<ContourRecord[]> {
  const { rows } = await db.query<ContourRecord>(
    `${insideTerritory}
     select territory.code, territory.name, contour.geometry
     from contour
     join territory on territory.id = contour.territory_id
     where territory.level = $2 and territory.valid_to is null and (
       territory.id in (select id from inside)
       or territory.id in (select parent_id from territory_link where child_id in (select id from inside)))
     order by territory.code`,
    [withinTerritoryId, level],
  );
  return rows;
}

/** Everything that a territory ($1) is made of, itself included. */
export const insideTerritory = `with recursive inside as (
  select $1::integer as id
  union
  select link.child_id from territory_link link join inside on link.parent_id = inside.id)`;
