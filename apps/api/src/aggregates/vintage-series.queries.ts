import {
  boundaryEvents,
  type Coverage,
  figuresOfFamily,
  isSuppressed,
  isValue,
  type PerimeterFigure,
  type PerimeterLink,
} from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { listMeasures, type MeasureFilter, type MeasureRow } from './aggregates.queries';
import type { PublishedState } from './published-state';
import { readStateRules, withComponents } from './state-rules';

type VintageMeasure = Pick<MeasureRow, 'territoryId' | 'period' | 'measure' | 'status' | 'coverage' | 'origin'>;

/**
 * Grain: one row per perimeter, past or current, and period, in order: its figures as if files had always been in its
 * geography. One indicator.
 */
export async function listVintageSeries(
  db: Queryable,
  state: PublishedState,
  { territoryIds, indicatorIds, ...range }: MeasureFilter,
): Promise<VintageMeasure[]> {
  const measures: VintageMeasure[] = [];
  for (const territoryId of territoryIds)
    for (const indicatorId of indicatorIds)
      measures.push(...(await readSeries(db, state, { territoryId, indicatorId, ...range })));
  return measures;
}

interface SeriesFilter extends Pick<MeasureFilter, 'from' | 'to'> {
  readonly territoryId: number;
  readonly indicatorId: number;
}

async function readSeries(
  db: Queryable,
  state: PublishedState,
  { territoryId, indicatorId, from = 0, to = Number.MAX_SAFE_INTEGER }: SeriesFilter,
): Promise<VintageMeasure[]> {
  const family = await listFamily(db, territoryId);
  const rules = withComponents(await readStateRules(db, state), [indicatorId]);
  const main = rules.filter(({ id }) => id === indicatorId);
  const ordered = [...rules.filter(({ id }) => id !== indicatorId), ...main];
  const codeOf = new Map(rules.map(({ id, code }) => [id, code]));
  const links = await listLinks(db, [...family.keys()]);
  const followers = new Set(links.map((link) => link.to));
  const rows = await listMeasures(db, state, {
    territoryIds: [...family.keys()],
    indicatorIds: ordered.map(({ id }) => id),
  });
  const isMade = (id: number) => followers.has(id) && !family.get(id)?.hasParts;
  const figures = rows.map((row) => toFigure(row, codeOf.get(row.indicatorId) ?? '', isMade(row.territoryId)));
  const known = new Map(
    rows
      .filter((row) => row.territoryId === territoryId && row.indicatorId === indicatorId)
      .map(({ period, coverage }) => [period, coverage]),
  );
  const populations = new Map([...family].map(([id, { population }]) => [id, population]));
  return figuresOfFamily(ordered, { events: boundaryEvents(links), populations }, figures)
    .filter(({ perimeter, period }) => perimeter === territoryId && period >= from && period <= to)
    .map(({ period, measure, status, origin, basis }) => ({
      territoryId,
      period,
      measure,
      status,
      origin,
      coverage:
        (basis === 'own' ? known.get(period) : undefined) ?? coverageOf(isValue(measure), isSuppressed(measure)),
    }))
    .sort((a, b) => a.period - b.period);
}

/** All of the perimeter or nothing: a vintage shows no partial sum. */
const coverageOf = (isShown: boolean, isHidden: boolean): Coverage => ({
  availableWeight: isShown ? 1 : 0,
  expectedWeight: 1,
  availableCount: isShown ? 1 : 0,
  suppressedCount: isHidden ? 1 : 0,
  expectedCount: 1,
});

/** The state's sums of former perimeters are made again for all vintages at once; published figures stand. */
function toFigure(row: MeasureRow, indicator: string, isMade: boolean): PerimeterFigure {
  const { territoryId, period, measure, status, numerator, denominator, origin, coverage } = row;
  const isSum = isMade && (origin === 'parts' || origin === 'components');
  const isWhole = coverage.availableCount === coverage.expectedCount;
  const basis = isSum ? (isWhole ? 'sum' : 'partial') : 'own';
  return { perimeter: territoryId, indicator, period, measure, status, numerator, denominator, origin, basis };
}

interface FamilyMember {
  readonly population: number | null;
  readonly hasParts: boolean;
}

/** Grain: one row per perimeter that ground passed to or from, however far, the given one included. */
async function listFamily(db: Queryable, territoryId: number): Promise<Map<number, FamilyMember>> {
  const { rows } = await db.query<FamilyMember & { id: number }>(
    `with recursive family as (
       select $1::integer as id
       union
       select case when change.from_id = family.id then change.to_id else change.from_id end
       from family
       join boundary_change change on family.id in (change.from_id, change.to_id))
     select territory.id, territory.population,
       exists (select 1 from territory_link where parent_id = territory.id) as "hasParts"
     from family
     join territory on territory.id = family.id
     order by territory.id`,
    [territoryId],
  );
  return new Map(rows.map(({ id, ...member }) => [id, member]));
}

/** Grain: one row per pair of perimeters before and after a change. */
async function listLinks(db: Queryable, territoryIds: readonly number[]): Promise<PerimeterLink[]> {
  const { rows } = await db.query<PerimeterLink>(
    `select from_id as "from", to_id as "to", to_char(effective_date, 'YYYY-MM-DD') as date, share
     from boundary_change
     where from_id = any($1) and to_id = any($1)
     order by effective_date, from_id, to_id`,
    [territoryIds],
  );
  return rows;
}
