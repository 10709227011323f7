import { type ComparisonPool, type Refusal, refuse, type TerritoryLevel, territoryLevels } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { Treatment } from '../programmes/programmes.queries';
import type { TerritoryRecord } from '../territories/territories.queries';
import { listParents, listTerritories } from '../territories/territory-lists.queries';
import type { ExclusionReason } from './donor-pool';
import { neighboursOf } from './neighbours';
import { listOutlines, listSharing } from './pool.queries';

/** Below this number of comparison territories in its département, a project is compared with the whole country. */
const fewestDonors = 20;
/** Outside the département, only territories of a like population are looked at (half to twice). */
const largestRatio = 2;
const everyTerritory = 50_000;

export interface TreatedTerritory {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly startDate: string;
}

export interface Candidate {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
}

/** Whom a project may be compared with, before any outcome is read. */
export interface Candidates {
  /** Why no outcome can be estimated, whatever its values; null: nothing forbids it. */
  readonly refusal: Refusal | null;
  readonly level: TerritoryLevel;
  readonly scope: ComparisonPool;
  readonly treated: readonly TreatedTerritory[];
  readonly kept: readonly Candidate[];
  readonly excluded: readonly (Candidate & { readonly reason: ExclusionReason })[];
  readonly otherSizeCount: number;
  readonly knowsNeighbours: boolean;
  /** Of the treated and the kept, by id; without those that nobody knows. */
  readonly populations: ReadonlyMap<number, number>;
}

/**
 * The territories of the level of the treated ones, in their département unless fewer than 20 remain or the project fixed
 * another scope beforehand; without their neighbours, and without those where another project works.
 */
export async function gatherPool(
  db: Queryable,
  treatments: readonly Treatment[],
  elsewhere: readonly Treatment[],
  fixedScope: ComparisonPool | null,
): Promise<Candidates> {
  const treated = byCode(treatments.map(({ territoryId, ...rest }) => ({ ...rest, id: territoryId })));
  const levels = territoryLevels.filter((level) => treatments.some((treatment) => treatment.level === level));
  const level = levels[0] ?? 'commune';
  if (levels.length > 1) return mixed(levels, { level, treated, scope: fixedScope ?? 'similar-in-departement' });
  const idsOf = (some: readonly Treatment[]) => some.map(({ territoryId }) => territoryId);
  const taken = new Set(await listSharing(db, idsOf(elsewhere)));
  const overlapping = new Set(await listSharing(db, idsOf(treatments)));
  const gather = (scope: ComparisonPool) => gatherIn(db, { level, treated, taken, overlapping, scope });
  const found = await gather(fixedScope ?? 'similar-in-departement');
  return fixedScope === null && found.kept.length < fewestDonors ? gather('similar-everywhere') : found;
}

/**
 * Read as their communes, the places that one EPCI decided for would pass for as many independent cases, and the uncertainty for
 * smaller than it is: errors belong at the level of the decision (methods.md §1.3), and here there are several.
 */
const mixed = (
  levels: readonly TerritoryLevel[],
  search: Pick<Candidates, 'level' | 'treated' | 'scope'>,
): Candidates => ({
  ...search,
  refusal: refuse(null, 'mixed-levels', { levels }),
  kept: [],
  excluded: [],
  otherSizeCount: 0,
  knowsNeighbours: true,
  populations: new Map(),
});

interface Search {
  readonly level: TerritoryLevel;
  readonly treated: readonly TreatedTerritory[];
  /** Where other projects work, in part or in whole. */
  readonly taken: ReadonlySet<number>;
  /** What shares a place with a treated territory: zones may overlap. */
  readonly overlapping: ReadonlySet<number>;
  readonly scope: ComparisonPool;
}

async function gatherIn(db: Queryable, { level, treated, taken, overlapping, scope }: Search): Promise<Candidates> {
  const treatedIds = new Set(treated.map(({ id }) => id));
  const territories = await listScope(db, level, [...treatedIds], scope);
  const others = territories.filter(({ id }) => !treatedIds.has(id));
  const like = scope === 'similar-in-departement' ? others : ofLikeSize(others, territories, treatedIds);
  const outlines = await listOutlines(db, [...treatedIds, ...like.map(({ id }) => id)]);
  const neighbours = neighboursOf(treatedIds, outlines);
  const drawn = new Set(outlines.map(({ id }) => id));
  const reasonOf = ({ id }: Candidate): ExclusionReason | null =>
    taken.has(id) ? 'other-project' : neighbours.has(id) || overlapping.has(id) ? 'adjacent' : null;
  const kept: Candidate[] = [];
  const excluded: Candidates['excluded'][number][] = [];
  for (const { id, code, name, population } of byCode(like)) {
    const candidate = { id, code, name, population };
    const reason = reasonOf(candidate);
    if (reason) excluded.push({ ...candidate, reason });
    else kept.push(candidate);
  }
  return {
    refusal: null,
    level,
    scope,
    treated,
    kept,
    excluded,
    otherSizeCount: others.length - like.length,
    knowsNeighbours: treated.every(({ id }) => drawn.has(id)),
    populations: new Map(territories.flatMap(({ id, population }) => (population ? [[id, population]] : []))),
  };
}

const wholes = { 'similar-in-departement': 'departement', 'similar-in-region': 'region', 'similar-everywhere': null };

/** Current territories of the level, the treated ones included. Fictitious places are compared with fictitious ones only. */
async function listScope(
  db: Queryable,
  level: TerritoryLevel,
  treatedIds: readonly number[],
  scope: ComparisonPool,
): Promise<TerritoryRecord[]> {
  const wholeLevel = wholes[scope];
  const all = async (within?: number) =>
    (await listTerritories(db, { level, within, limit: everyTerritory })).territories;
  if (wholeLevel === null) {
    const territories = await all();
    const treated = territories.filter(({ id }) => treatedIds.includes(id));
    return territories.filter(({ isDemo }) => treated.some((one) => one.isDemo === isDemo));
  }
  const wholeIds = new Set<number>();
  for (const id of treatedIds) {
    for (const parent of await listParents(db, id)) if (parent.level === wholeLevel) wholeIds.add(parent.id);
  }
  const found = new Map<number, TerritoryRecord>();
  for (const wholeId of wholeIds) for (const territory of await all(wholeId)) found.set(territory.id, territory);
  return [...found.values()];
}

/** Between half the smallest and twice the largest treated population; everyone where a treated population is unknown. */
function ofLikeSize(
  others: readonly TerritoryRecord[],
  territories: readonly TerritoryRecord[],
  treatedIds: ReadonlySet<number>,
): readonly TerritoryRecord[] {
  const populations = territories.filter(({ id }) => treatedIds.has(id)).map(({ population }) => population);
  const known = populations.filter((population) => population !== null);
  if (known.length === 0 || known.length < populations.length) return others;
  const low = Math.min(...known) / largestRatio;
  const high = Math.max(...known) * largestRatio;
  return others.filter(({ population }) => population !== null && population >= low && population <= high);
}

/** Not by locale: the same order on every machine. */
const byCode = <Item extends { readonly code: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
