import type { BoundaryHistory } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { writeChanges, writePerimeters } from './history-writer';
import { readSetting } from './settings';
import { type LinkRow, type TerritoryRow, writeTerritories } from './territory-writer';

/** Territories that someone lists, with the parts of each and the communes that merged. */
export interface TerritoryList {
  readonly territories: readonly TerritoryRow[];
  readonly links: readonly LinkRow[];
  readonly history: BoundaryHistory;
}

/** Adds what no row tells yet: names, populations, memberships and dates of the reference are better than a list's. */
export async function writeTerritoryList(
  client: PoolClient,
  { territories, links, history }: TerritoryList,
  thisYear: number,
): Promise<{ territories: number; changes: number }> {
  const { rows } = await client.query<{ level: string; code: string; isCurrent: boolean }>(
    `select level, code, bool_or(valid_to is null) as "isCurrent" from territory group by level, code order by level, code`,
  );
  const known = new Set(rows.map(({ level, code }) => `${level} ${code}`));
  const current = new Set(rows.filter(({ isCurrent }) => isCurrent).map(({ level, code }) => `${level} ${code}`));
  const added = territories.filter(({ level, code }) => !current.has(`${level} ${code}`));
  const isNew = new Set(added.map(({ level, code }) => `${level} ${code}`));
  const written = await writeTerritories(
    client,
    {
      territories: added,
      links: links.filter(({ childLevel, childCode }) => isNew.has(`${childLevel} ${childCode}`)),
      contours: [],
    },
    { isDemo: false },
  );
  // a change whose former commune is known was told by the reference, with its true dates
  const told = new Set(
    history.changes
      .filter(({ from, to }) => from.code !== to.code && known.has(`commune ${from.code}`))
      .map(({ to }) => to.code),
  );
  const changes = history.changes.filter(({ to }) => !told.has(to.code));
  const merged = new Set(changes.flatMap(({ from, to }) => [from.code, to.code]));
  const vintage = await readSetting(client, 'geography-vintage');
  await writePerimeters(
    client,
    history.perimeters.filter(({ code }) => merged.has(code)),
    vintage?.year ?? thisYear,
  );
  return { territories: written.territories, changes: await writeChanges(client, changes, { isWhole: false }) };
}
