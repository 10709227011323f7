import { departementOfCommune, type TerritoryLevel, territoriesFr } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { deriveContours } from './contour-derivation';
import type { ContourFile } from './contour-file';
import { type Contour, compressedSize, simplifyContours } from './contour-simplification';
import { writeContours } from './territory-writer';

export interface ContoursReport {
  /** Territories drawn from the file. */
  readonly loaded: number;
  /** Territories of other levels drawn by joining them. */
  readonly derived: number;
  /** Compressed size of everything kept from the file. */
  readonly kilobytes: number;
  /** Codes of the file that name no current territory. */
  readonly unmatched: readonly string[];
  /** Names of the territories of the same départements that the file does not draw. */
  readonly uncovered: readonly string[];
}

/** A map of one level is served in at most this, compressed. */
const maxMapBytes = 20_000;
/** Each is drawn from the one before, Corse being a group of départements. */
const levelsAbove: readonly TerritoryLevel[] = ['departement', 'departement-group', 'region'];
/** A priority neighbourhood is a few hundred metres wide; elsewhere 100 m is a pixel. */
const fineLevels: readonly TerritoryLevel[] = ['commune-part', 'qpv'];

export async function storeContours(
  client: PoolClient,
  file: ContourFile,
  level: TerritoryLevel,
): Promise<ContoursReport | { readonly noMatch: readonly string[] }> {
  const { rows: known } = await client.query<{ id: number; code: string; name: string }>(
    'select id, code, name from territory where level = $1 and valid_to is null order by code',
    [level],
  );
  const drawn = new Map(file.contours.map((contour) => [contour.code, contour]));
  // In the order and under the names in which they are served: the size is measured on what readers receive.
  const matched = known.flatMap(({ code, name }) => {
    const contour = drawn.get(code);
    return contour ? [{ ...contour, name }] : [];
  });
  const idByCode = new Map(known.map(({ id, code }) => [code, id]));
  const unmatched = [...drawn.keys()].filter((code) => !idByCode.has(code));
  if (matched.length === 0) return { noMatch: unmatched };
  const contours = simplifyContours(matched, {
    decimals: fineLevels.includes(level) ? 4 : 3,
    maxBytes: maxMapBytes,
    mapOf: ({ code }) => mapOf(level, code),
  });
  await writeContours(
    client,
    contours.map(({ code, geometry }) => ({ level, code, geometry })),
  );
  if (level === 'canton') await nameCantons(client, file.contours);
  let derived = 0;
  for (const part of new Set([level, ...levelsAbove])) derived += await deriveContours(client, part);
  const ids = matched.map(({ code }) => idByCode.get(code) ?? 0);
  return {
    loaded: contours.length,
    derived,
    kilobytes: Math.round(compressedSize(contours) / 1000),
    unmatched,
    uncovered: await listUncovered(client, level, ids),
  };
}

function mapOf(level: TerritoryLevel, code: string): string {
  if (level === 'commune' || level === 'commune-part') return departementOfCommune(code);
  if (level === 'canton' || level === 'arrondissement') return code.slice(0, level === 'canton' ? -2 : -1);
  return level;
}

/** INSEE's list of communes gives the cantons' codes without their names; the contours have them. */
async function nameCantons(client: PoolClient, contours: readonly Contour[]): Promise<void> {
  const names = contours.filter(({ name }) => name !== '');
  await client.query(
    `update territory set name = given.name
     from unnest($1::text[], $2::text[], $3::text[]) as given (code, placeholder, name)
     where territory.level = 'canton' and territory.code = given.code and territory.name = given.placeholder
       and territory.valid_to is null`,
    [
      names.map(({ code }) => code),
      names.map(({ code }) => territoriesFr.names.canton(code)),
      names.map(({ name }) => name),
    ],
  );
}

/** Grain: one name per current territory of the level without contour, in the départements of those just loaded. */
async function listUncovered(client: PoolClient, level: TerritoryLevel, ids: readonly number[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with departement as (
       select distinct link.parent_id as id
       from territory_link link
       join territory whole on whole.id = link.parent_id and whole.level = 'departement'
       where link.child_id = any($2)
         or link.child_id in (select child_id from territory_link where parent_id = any($2))),
     candidate as (
       select child_id as id from territory_link where parent_id in (select id from departement)
       union
       select parent_id from territory_link
       where child_id in (select child_id from territory_link where parent_id in (select id from departement)))
     select territory.name
     from territory
     left join contour on contour.territory_id = territory.id
     where territory.level = $1 and territory.valid_to is null and contour.territory_id is null
       and (territory.id in (select id from candidate)
         or $1 in ('departement', 'region') and not territory.is_demo
           and exists (select 1 from territory_link link where link.child_id = territory.id))
     order by territory.code`,
    [level, ids],
  );
  return rows.map(({ name }) => name);
}
