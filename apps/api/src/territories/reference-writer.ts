import { firstGeographyDate, vintageDate } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { writeRecentHistory } from './commune-changes';
import { type ReferenceGeography, referenceLevels } from './decoupage-administratif';
import { readSetting, writeSetting } from './settings';
import { type TerritoryRow, type WriteReport, writeTerritories } from './territory-writer';

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
  const isNewer = previous !== undefined && previous.year < vintage;
  // First, with the vintage that the rows were known in: a commune that has merged since keeps its id as it was.
  await writeRecentHistory(client, communesOf(geography), previous?.year ?? vintage);
  const mergers = isNewer ? await closeMerged(client, geography) : [];
  const written = await writeTerritories(
    client,
    { territories, links, contours: [] },
    { isDemo: false, validFrom: isNewer ? start : firstGeographyDate },
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
  await writeMergers(client, mergers, start);
  // The planner knows nothing of rows just copied: without this the first readers wait seconds.
  await client.query('analyze territory, territory_link, boundary_change');
  return { ...written, vintage, closed: closed.rowCount ?? 0 };
}

const communesOf = ({ territories }: ReferenceGeography): readonly TerritoryRow[] =>
  territories.filter(({ level }) => level === 'commune');

interface Merger {
  readonly fromId: number;
  /** Code of the commune that it joined, whose new perimeter has a row of its own. */
  readonly toCode: string;
}

/**
 * Communes that a newer reference no longer lists have joined another one: that one's row is closed too, since its
 * observations describe the smaller perimeter. INSEE's movements, once loaded, tell the exact dates.
 */
async function closeMerged(client: PoolClient, geography: ReferenceGeography): Promise<Merger[]> {
  const { vintage, formerCodes } = geography;
  const listed = new Set(communesOf(geography).map(({ code }) => code));
  const { rows: current } = await client.query<{ id: number; code: string }>(
    `select id, code from territory where level = 'commune' and not is_demo and valid_to is null order by code`,
  );
  const idByCode = new Map(current.map(({ id, code }) => [code, id]));
  const mergers: Merger[] = [];
  const enlarged = new Set<string>();
  for (const { id, code } of current) {
    const toCode = formerCodes.get(code);
    if (listed.has(code) || toCode === undefined) continue;
    mergers.push({ fromId: id, toCode });
    enlarged.add(toCode);
  }
  for (const code of enlarged) {
    const id = idByCode.get(code);
    if (id !== undefined) mergers.push({ fromId: id, toCode: code });
  }
  await client.query('update territory set valid_to = $1 where id = any($2)', [
    vintageDate(vintage),
    mergers.map(({ fromId }) => fromId),
  ]);
  return mergers;
}

async function writeMergers(client: PoolClient, mergers: readonly Merger[], start: string): Promise<void> {
  await client.query(
    `insert into boundary_change (from_id, to_id, effective_date, kind, share)
     select merger.from_id, territory.id, $3, 'merger', 1
     from unnest($1::integer[], $2::text[]) as merger (from_id, to_code)
     join territory
       on territory.level = 'commune' and territory.code = merger.to_code and territory.valid_to is null
     on conflict (from_id, to_id) do nothing`,
    [mergers.map(({ fromId }) => fromId), mergers.map(({ toCode }) => toCode), start],
  );
}
