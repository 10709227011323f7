import { Readable } from 'node:stream';
import { firstGeographyDate, type TerritoryLevel } from '@sillage/indicators';
import type { Geometry } from 'geojson';
import type { PoolClient } from 'pg';
import { copyField, copyRows } from '../database/copy';

/** The current perimeter of a place; former ones are written by history-writer.ts. */
export interface TerritoryRow {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}

export interface LinkRow {
  readonly parentLevel: TerritoryLevel;
  readonly parentCode: string;
  readonly childLevel: TerritoryLevel;
  readonly childCode: string;
  /** Part of the child that lies in the parent; 1 unless a commune is cut. */
  readonly share?: number;
}

export interface ContourRow {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly geometry: Geometry;
  /** True when made by merging the contours of its parts: a file's contour then takes its place, never the reverse. */
  readonly isDerived?: boolean;
}

export interface TerritoryContent {
  readonly territories: readonly TerritoryRow[];
  readonly links: readonly LinkRow[];
  readonly contours: readonly ContourRow[];
}

/** Rows that were added or changed: all zero when the same content is written again. */
export interface WriteReport {
  readonly territories: number;
  readonly links: number;
  readonly contours: number;
}

/**
 * Adds or updates current territories, links and contours in bulk, in the caller's transaction. Ids never change:
 * observations refer to them. Fictitious rows (`isDemo`) and real ones never touch each other.
 */
export async function writeTerritories(
  client: PoolClient,
  content: TerritoryContent,
  options: {
    readonly isDemo: boolean;
    /** First day of what is added; by default it was always there. */
    readonly validFrom?: string;
  },
): Promise<WriteReport> {
  const { isDemo, validFrom = firstGeographyDate } = options;
  const territories = await writeRows(client, content.territories, isDemo, validFrom);
  const links = await writeLinks(client, content.links);
  const contours = await writeContours(client, content.contours);
  return { territories, links, contours };
}

type Field = string | number | null;

const pieceLength = 65_536;

/** Fills a temporary table that lives as long as the caller's transaction. */
export async function stage(
  client: PoolClient,
  table: string,
  columns: string,
  rows: Iterable<readonly Field[]>,
): Promise<void> {
  await client.query(`drop table if exists ${table}`);
  await client.query(`create temporary table ${table} (${columns}) on commit drop`);
  // A stream pays for each piece, not for each byte.
  function* pieces(): Generator<string> {
    let piece = '';
    for (const row of rows) {
      piece += `${row.map(copyField).join('\t')}\n`;
      if (piece.length > pieceLength) {
        yield piece;
        piece = '';
      }
    }
    if (piece !== '') yield piece;
  }
  await copyRows(client, `copy ${table} from stdin`, Readable.from(pieces()));
  await client.query(`analyze ${table}`);
}

/** Leaves `staged_territory` to the caller, until the end of the transaction. */
async function writeRows(
  client: PoolClient,
  rows: readonly TerritoryRow[],
  isDemo: boolean,
  validFrom: string,
): Promise<number> {
  if (rows.length === 0) return 0;
  await stage(
    client,
    'staged_territory',
    'level text, code text, name text, population double precision',
    rows.map((row) => [row.level, row.code, row.name, row.population]),
  );
  const updated = await client.query(
    `update territory set name = staged.name, population = staged.population
     from staged_territory staged
     where territory.level = staged.level and territory.code = staged.code and territory.valid_to is null
       and territory.is_demo = $1
       and (territory.name, territory.population) is distinct from (staged.name, staged.population)`,
    [isDemo],
  );
  const inserted = await client.query(
    `insert into territory (level, code, name, population, is_demo, valid_from)
     select staged.level, staged.code, staged.name, staged.population, $1, $2
     from staged_territory staged
     where not exists (
       select 1 from territory
       where territory.level = staged.level and territory.code = staged.code and territory.valid_to is null
         and territory.is_demo = $1)
     order by staged.level, staged.code`,
    [isDemo, validFrom],
  );
  return (updated.rowCount ?? 0) + (inserted.rowCount ?? 0);
}

/** Leaves `staged_link_id` (parent_id, child_id, share) to the caller, until the end of the transaction. */
async function writeLinks(client: PoolClient, links: readonly LinkRow[]): Promise<number> {
  if (links.length === 0) return 0;
  await stage(
    client,
    'staged_link',
    'parent_level text, parent_code text, child_level text, child_code text, share double precision',
    links.map((link) => [link.parentLevel, link.parentCode, link.childLevel, link.childCode, link.share ?? 1]),
  );
  await client.query('drop table if exists staged_link_id');
  const resolved = await client.query(
    `create temporary table staged_link_id on commit drop as
     select parent.id as parent_id, child.id as child_id, staged.share
     from staged_link staged
     join territory parent
       on parent.level = staged.parent_level and parent.code = staged.parent_code and parent.valid_to is null
     join territory child
       on child.level = staged.child_level and child.code = staged.child_code and child.valid_to is null`,
  );
  if (resolved.rowCount !== links.length) {
    throw new Error(`${links.length} links name ${resolved.rowCount} pairs of known territories`);
  }
  const written = await client.query(
    `insert into territory_link (parent_id, child_id, share)
     select parent_id, child_id, share from staged_link_id
     on conflict (parent_id, child_id) do update set share = excluded.share
       where territory_link.share <> excluded.share`,
  );
  return written.rowCount ?? 0;
}

export async function writeContours(client: PoolClient, contours: readonly ContourRow[]): Promise<number> {
  if (contours.length === 0) return 0;
  await stage(
    client,
    'staged_contour',
    'level text, code text, geometry jsonb, is_derived boolean',
    contours.map((row) => [row.level, row.code, JSON.stringify(row.geometry), row.isDerived ? 't' : 'f']),
  );
  const written = await client.query(
    `insert into contour (territory_id, geometry, is_derived)
     select territory.id, staged.geometry, staged.is_derived
     from staged_contour staged
     join territory on territory.level = staged.level and territory.code = staged.code and territory.valid_to is null
     on conflict (territory_id) do update set geometry = excluded.geometry, is_derived = excluded.is_derived
       where (contour.is_derived or not excluded.is_derived)
         and (contour.geometry, contour.is_derived) is distinct from (excluded.geometry, excluded.is_derived)`,
  );
  return written.rowCount ?? 0;
}
