import type { PoolClient } from 'pg';
import { deriveContours } from './contour-derivation';
import { type TerritoryRow, writeTerritories } from './territory-writer';
import type { ZoneRow } from './zone-file';

export interface ZonesReport {
  readonly zones: number;
  readonly communes: number;
  /** Rows added, changed or removed: 0 when the same file is loaded again. */
  readonly changes: number;
}

export interface CommuneRecord {
  readonly code: string;
  readonly population: number | null;
  readonly isDemo: boolean;
}

/** Grain: one row per current commune. */
export async function listCommunes(client: PoolClient): Promise<CommuneRecord[]> {
  const { rows } = await client.query<CommuneRecord>(
    `select code, population, is_demo as "isDemo" from territory
     where level = 'commune' and valid_to is null
     order by code`,
  );
  return rows;
}

/** A file replaces the zones of the types that it holds. A zone that it no longer names keeps its row, and its history. */
export async function writeZones(
  client: PoolClient,
  rows: readonly ZoneRow[],
  communes: readonly CommuneRecord[],
  today: string,
): Promise<ZonesReport> {
  const communeByCode = new Map(communes.map((commune) => [commune.code, commune]));
  let changes = 0;
  for (const isDemo of [false, true]) {
    const concerned = rows.filter((row) => communeByCode.get(row.commune)?.isDemo === isDemo);
    if (concerned.length === 0) continue;
    const zones = new Map<string, TerritoryRow>();
    for (const { level, code, name, commune } of concerned) {
      const population = communeByCode.get(commune)?.population ?? null;
      const previous = zones.get(`${level} ${code}`)?.population ?? null;
      const sum = previous === null && population === null ? null : (previous ?? 0) + (population ?? 0);
      zones.set(`${level} ${code}`, { level, code, name, population: sum });
    }
    const keys = [...zones.values()];
    changes += await reopenAndClose(client, keys, isDemo, today);
    const written = await writeTerritories(
      client,
      {
        territories: keys,
        links: concerned.map(({ level, code, commune }) => ({
          parentLevel: level,
          parentCode: code,
          childLevel: 'commune',
          childCode: commune,
        })),
        contours: [],
      },
      { isDemo },
    );
    const removed = await client.query(
      `delete from territory_link link
       using territory parent
       where parent.id = link.parent_id and parent.level = any($1) and parent.is_demo = $2
         and not exists (
           select 1 from staged_link_id staged
           where staged.parent_id = link.parent_id and staged.child_id = link.child_id)`,
      [[...new Set(concerned.map(({ level }) => level))], isDemo],
    );
    changes += written.territories + written.links + (removed.rowCount ?? 0);
  }
  if (changes > 0) await deriveContours(client, 'commune');
  return {
    zones: new Set(rows.map(({ level, code }) => `${level} ${code}`)).size,
    communes: rows.length,
    changes,
  };
}

/** A zone that comes back takes its former row again, so that its observations are found. */
async function reopenAndClose(
  client: PoolClient,
  zones: readonly TerritoryRow[],
  isDemo: boolean,
  today: string,
): Promise<number> {
  const levels = zones.map(({ level }) => level);
  const codes = zones.map(({ code }) => code);
  const reopened = await client.query(
    `update territory set valid_to = null
     from unnest($1::text[], $2::text[]) as named (level, code)
     where territory.level = named.level and territory.code = named.code and territory.is_demo = $3
       and territory.valid_to is not null`,
    [levels, codes, isDemo],
  );
  const closed = await client.query(
    `update territory set valid_to = $4
     where territory.level = any($1) and territory.is_demo = $3 and territory.valid_to is null
       and not exists (
         select 1 from unnest($1::text[], $2::text[]) as named (level, code)
         where named.level = territory.level and named.code = territory.code)`,
    [levels, codes, isDemo, today],
  );
  return (reopened.rowCount ?? 0) + (closed.rowCount ?? 0);
}
