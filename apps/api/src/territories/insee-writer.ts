import { type BoundaryHistory, type CurrentCommune, territoriesFr } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { writeChanges, writePerimeters } from './history-writer';
import type { InseeCommune } from './insee-files';
import { type LinkRow, stage, type TerritoryRow, writeTerritories } from './territory-writer';

export interface InseeReport {
  /** Rows added or changed: all zero when the same files are loaded again. */
  readonly perimeters: number;
  readonly changes: number;
  readonly cantons: number;
  readonly populations: number;
  /** Movements that contradict the list of current communes, left aside. */
  readonly contradictions: number;
}

/** Grain: one row per current commune, with the population that the reference gives it. */
export async function listCurrentCommunes(client: PoolClient): Promise<CurrentCommune[]> {
  const { rows } = await client.query<CurrentCommune>(
    `select code, name, population from territory
     where level = 'commune' and not is_demo and valid_to is null
     order by code`,
  );
  return rows;
}

export async function writePopulations(client: PoolClient, populations: ReadonlyMap<string, number>): Promise<number> {
  if (populations.size === 0) return 0;
  await stage(client, 'staged_population', 'code text, population double precision', populations);
  const communes = await client.query(
    `update territory set population = staged.population
     from staged_population staged
     where territory.code = staged.code and territory.level in ('commune', 'commune-part')
       and not territory.is_demo and territory.valid_to is null
       and territory.population is distinct from staged.population`,
  );
  if (communes.rowCount === 0) return 0;
  for (const [childLevels, parentLevels] of populationSteps) {
    await client.query(
      `update territory set population = total.population
       from (
         select link.parent_id, sum(child.population * link.share) as population
         from territory_link link
         join territory child on child.id = link.child_id and child.level = any($1)
         group by link.parent_id) total
       where territory.id = total.parent_id and territory.level = any($2) and not territory.is_demo`,
      [childLevels, parentLevels],
    );
  }
  return communes.rowCount ?? 0;
}

const populationSteps: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['commune'], ['epci', 'canton', 'arrondissement', 'mds', 'qpv', 'pvd', 'zone', 'departement']],
  [['departement'], ['departement-group']],
  [['departement', 'departement-group'], ['region']],
  [['region'], ['france']],
];

export async function writeHistory(
  client: PoolClient,
  history: BoundaryHistory,
  vintage: number,
): Promise<Pick<InseeReport, 'perimeters' | 'changes' | 'contradictions'>> {
  const perimeters = await writePerimeters(client, history.perimeters, vintage);
  const changes = await writeChanges(client, history.changes, { isWhole: true });
  if (perimeters + changes > 0) await client.query('analyze territory, boundary_change');
  return { perimeters, changes, contradictions: history.contradictions.length };
}

/**
 * INSEE's partition "cantons ou villes": a commune cut between cantons is a unit of its own, named after it, so that sums
 * of communes are exact.
 */
export async function writeCantons(
  client: PoolClient,
  communes: readonly InseeCommune[],
  names: ReadonlyMap<string, string>,
): Promise<number> {
  const populations = new Map((await listCurrentCommunes(client)).map(({ code, population }) => [code, population]));
  const { rows: known } = await client.query<{ code: string; name: string }>(
    `select code, name from territory where level = 'canton' and not is_demo and valid_to is null order by code`,
  );
  const knownNames = new Map(known.map(({ code, name }) => [code, name]));
  const cantons = new Map<string, TerritoryRow>();
  const links: LinkRow[] = [];
  for (const { code, name, canton } of communes) {
    if (canton === '' || !populations.has(code)) continue;
    const previous = cantons.get(canton);
    const fallback = unitName(canton, name);
    cantons.set(canton, {
      level: 'canton',
      code: canton,
      name: previous?.name ?? names.get(canton) ?? knownNames.get(canton) ?? fallback,
      population: (previous?.population ?? 0) + (populations.get(code) ?? 0),
    });
    links.push({ parentLevel: 'canton', parentCode: canton, childLevel: 'commune', childCode: code });
  }
  const written = await writeTerritories(
    client,
    { territories: [...cantons.values()], links, contours: [] },
    { isDemo: false },
  );
  await client.query(
    `delete from territory_link link
     using territory parent
     where parent.id = link.parent_id and parent.level = 'canton' and not parent.is_demo
       and not exists (
         select 1 from staged_link_id staged
         where staged.parent_id = link.parent_id and staged.child_id = link.child_id)`,
  );
  return written.territories;
}

/**
 * INSEE numbers from 99 downwards, in each département, the towns that several cantons share. The Métropole de Lyon has no
 * canton since 2015: its communes make one unit.
 */
function unitName(canton: string, commune: string): string {
  if (canton === '6999') return territoriesFr.names.metropoleDeLyon;
  return Number(canton.slice(-2)) >= 80 ? commune : territoriesFr.names.canton(canton);
}
