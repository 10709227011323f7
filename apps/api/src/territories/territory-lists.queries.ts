import { type TerritoryLevel, territoryLevels } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { insideTerritory, type TerritoryRecord, territoryColumns } from './territories.queries';

/** Accents, hyphens and apostrophes are no part of a search: "saint etienne" finds "Saint-Étienne". */
const searchable = (expression: string): string =>
  `replace(translate(lower(${expression}), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ''’-', 'aaaaaaceeeeiiiinooooouuuuyy   '), 'œ', 'oe')`;

export interface TerritorySearch {
  /** Any level when undefined. */
  readonly level?: TerritoryLevel | undefined;
  /** Id of a territory: those inside it, or sharing communes with it. */
  readonly within?: number | undefined;
  /** Beginning of the name first, then of a word, then of the code, then anywhere. */
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
}

export interface TerritoryPage {
  readonly territories: TerritoryRecord[];
  /** How many there are in all. */
  readonly total: number;
}

/** Grain: one row per current territory that answers the search; by relevance when there is one, by code otherwise. */
export async function listTerritories(db: Queryable, search: TerritorySearch): Promise<TerritoryPage> {
  const { rows } = await db.query<TerritoryRecord & { total: number }>(
    `${insideTerritory},
     searched as materialized (
       select territory.id, territory.code, ${searchable('territory.name')} as name, ${searchable('$3::text')} as words
       from territory
       where territory.valid_to is null and ($2::text is null or territory.level = $2)
         and ($1::integer is null or territory.id in (select id from inside)
           or territory.id in (select parent_id from territory_link where child_id in (select id from inside)))),
     found as (
       select id, case
           when words is null or words = '' then 0
           when name = words or code = upper($3) then 1
           when name like words || '%' then 2
           when starts_with(code, upper($3)) then 3
           when name like '% ' || words || '%' then 4
           when name like '%' || words || '%' then 5
         end as relevance
       from searched)
     select ${territoryColumns}, count(*) over ()::integer as total
     from found
     join territory on territory.id = found.id
     where found.relevance is not null
     order by found.relevance, case when found.relevance > 0 then array_position($6::text[], territory.level) end desc,
       case when found.relevance > 0 then territory.population end desc nulls last, territory.code, territory.id
     limit $4 offset $5`,
    [
      search.within ?? null,
      search.level ?? null,
      search.search?.trim().replace(/[%_\\]/g, '') || null,
      search.limit,
      search.offset ?? 0,
      territoryLevels,
    ],
  );
  return { territories: rows.map(({ total: _, ...territory }) => territory), total: rows[0]?.total ?? 0 };
}

export interface RelatedTerritory extends TerritoryRecord {
  /** True when only some of its communes are concerned: an EPCI across two départements. */
  readonly isPartial: boolean;
}

/** Levels of one tier are rival partitions of the communes: none is a part of another. */
const tiers: Record<TerritoryLevel, number> = {
  'commune-part': 0,
  commune: 1,
  epci: 2,
  canton: 2,
  arrondissement: 2,
  mds: 2,
  qpv: 2,
  pvd: 2,
  zone: 2,
  'departement-part': 3,
  departement: 4,
  'departement-group': 5,
  region: 6,
  france: 7,
};
const tierOf = (level: string, levels: string, numbers: string): string =>
  `(${numbers}::integer[])[array_position(${levels}::text[], ${level})]`;
const tierNumbers = territoryLevels.map((level) => tiers[level]);

/**
 * Grain: one row per current territory of a lower tier that lies in the territory or shares communes with it. Without
 * a level, the communes of a région or of France are left out: ask for them by name.
 */
export async function listParts(
  db: Queryable,
  territoryId: number,
  level?: TerritoryLevel,
): Promise<RelatedTerritory[]> {
  const { rows } = await db.query<RelatedTerritory>(
    `${insideTerritory},
     whole as (select ${tierOf('level', '$3', '$4')} as tier from territory where id = $1),
     related as (
       select id from inside where id <> $1
       union
       select parent_id from territory_link where child_id in (select id from inside where id <> $1) and parent_id <> $1)
     select ${territoryColumns}, exists (
         select 1 from territory_link part
         where part.parent_id = territory.id and part.child_id not in (select id from inside)) as "isPartial"
     from related
     join territory on territory.id = related.id
     join whole on ${tierOf('territory.level', '$3', '$4')} < whole.tier
     where territory.valid_to is null and case when $2::text is not null then territory.level = $2
       else territory.level not in ('commune', 'commune-part')
         or exists (select 1 from territory_link direct where direct.parent_id = $1 and direct.child_id = territory.id)
       end
     order by array_position($3::text[], territory.level) desc, territory.code, territory.id`,
    [territoryId, level ?? null, territoryLevels, tierNumbers],
  );
  return rows;
}

/**
 * Grain: one row per current territory of a higher tier that contains the territory, or only some of its communes (then
 * isPartial): the nearest first.
 */
export async function listParents(db: Queryable, territoryId: number): Promise<RelatedTerritory[]> {
  const { rows } = await db.query<RelatedTerritory>(
    `with recursive itself as (
       select id, ${tierOf('level', '$2', '$3')} as tier from territory where id = $1),
     leaf as (
       select id from itself where tier <> 2
       union all
       select link.child_id from territory_link link join itself on link.parent_id = itself.id and itself.tier = 2),
     above as (
       select id as leaf_id, id from leaf
       union
       select above.leaf_id, link.parent_id from territory_link link join above on link.child_id = above.id),
     ancestor as (select id, count(*) as leaf_count from above group by id)
     select ${territoryColumns}, ancestor.leaf_count < (select count(*) from leaf) as "isPartial"
     from ancestor
     join territory on territory.id = ancestor.id
     join itself on ${tierOf('territory.level', '$2', '$3')} > itself.tier
     where territory.valid_to is null
     order by array_position($2::text[], territory.level), territory.code, territory.id`,
    [territoryId, territoryLevels, tierNumbers],
  );
  return rows;
}
