import { firstGeographyDate, vintageDate } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { type ReferenceGeography, referenceLevels } from './decoupage-administratif';
import { readSetting, writeSetting } from './settings';
import { type WriteReport, writeTerritories } from './territory-writer';

export interface ReferenceReport extends WriteReport {
  readonly vintage: number;
  /** Territories that the reference no longer lists. */
  readonly closed: number;
}

/** Brings the whole current geography to a vintage. The same one twice changes nothing; ids stay. */
export async function writeReference(client: PoolClient, geography: ReferenceGeography): Promise<ReferenceReport> {
  const { vintage, version, territories, links } = geography;
  const previous = await readSetting(client, 'geography-vintage');
  const start = vintageDate(vintage);
  const written = await writeTerritories(
    client,
    { territories, links, contours: [] },
    { isDemo: false, validFrom: previous && previous.year < vintage ? start : firstGeographyDate },
  );
  await client.query('create unique index on staged_territory (level, code)');
  const closed = await client.query(
    `update territory set valid_to = $1
     where level = any($2) and not is_demo and valid_to is null and valid_from < $1
       and not exists (
         select 1 from staged_territory staged
         where staged.level = territory.level and staged.code = territory.code)`,
    [start, referenceLevels],
  );
  await client.query('create unique index on staged_link_id (parent_id, child_id)');
  await client.query(
    `delete from territory_link link
     using territory parent, territory child
     where parent.id = link.parent_id and child.id = link.child_id and not parent.is_demo
       and (parent.level = any($1) or child.valid_to is not null)
       and not exists (
         select 1 from staged_link_id staged
         where staged.parent_id = link.parent_id and staged.child_id = link.child_id)`,
    [referenceLevels],
  );
  await writeSetting(client, 'geography-vintage', { year: vintage, version });
  // The planner knows nothing of rows just copied: without this the first readers wait seconds.
  await client.query('analyze territory, territory_link');
  return { ...written, vintage, closed: closed.rowCount ?? 0 };
}
