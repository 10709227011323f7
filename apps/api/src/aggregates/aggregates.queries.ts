import {
  absenceOfCode,
  absent,
  aggregateOrigins,
  type Coverage,
  growthYears,
  measured,
  statusOfCode,
} from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type MeasureRow, type ObservationRow, ownMeasures } from './own-measures';
import type { PublishedState } from './published-state';
import { readStateRules, withComponents } from './state-rules';

export type { MeasureRow } from './own-measures';
export type { PublishedState } from './published-state';

const stateColumns = `state.version, state.computed_at as "computedAt", state.duration_ms as "durationMs",
  state.batch_ids as "batchIds", state.aggregate_count as "aggregateCount", state.content_hash as "contentHash",
  state.report, state.is_readable as "isReadable"`;

/** Grain: at most one row, the state that readers see; none before the first rebuild. */
export async function findCurrentState(db: Queryable): Promise<PublishedState | undefined> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from current_state join published_state state on state.version = current_state.version`,
  );
  return rows[0];
}

/** Grain: at most one row, an earlier or the current state whose figures can still be read. */
export async function findState(db: Queryable, version: number): Promise<PublishedState | undefined> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from published_state state where state.version = $1 and state.is_readable`,
    [version],
  );
  return rows[0];
}

/** Grain: one row per published state, the newest first. */
export async function listStates(db: Queryable): Promise<PublishedState[]> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from published_state state order by state.version desc`,
  );
  return rows;
}

export interface MeasureFilter {
  readonly territoryIds: readonly number[];
  readonly indicatorIds: readonly number[];
  /** Period codes, both included. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Grain: one row per territory, indicator and period of a state, ordered by them. Any territory: what was added up comes
 * from `aggregate`, a commune's own figures from `observation`, cut by the state's batches, under the state's rules.
 */
export async function listMeasures(db: Queryable, state: PublishedState, filter: MeasureFilter): Promise<MeasureRow[]> {
  if (filter.territoryIds.length === 0 || filter.indicatorIds.length === 0) return [];
  const rules = withComponents(await readStateRules(db, state), filter.indicatorIds);
  const [aggregates, observations] = [
    await listAggregates(db, state, filter),
    await listOwnObservations(db, state, { ...filter, indicatorIds: rules.map(({ id }) => id) }),
  ];
  const { from = 0, to = Number.MAX_SAFE_INTEGER } = filter;
  const wanted = new Set(filter.indicatorIds);
  const known = new Set(aggregates.map(keyOf));
  const own = ownMeasures(rules, observations).filter(
    (row) =>
      wanted.has(row.indicatorId) &&
      row.period >= from &&
      row.period <= to &&
      (known.size === 0 || !known.has(keyOf(row))),
  );
  return [...aggregates, ...own].sort(
    (a, b) => a.territoryId - b.territoryId || a.indicatorId - b.indicatorId || a.period - b.period,
  );
}

const keyOf = ({ territoryId, indicatorId, period }: MeasureRow): string => `${territoryId}/${indicatorId}/${period}`;

interface AggregateRecord extends Coverage {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly absence: number | null;
  readonly status: number;
  readonly origin: number;
  readonly batchId: number | null;
  readonly line: number | null;
}

/** Grain: one row per territory with parts, indicator and period. */
async function listAggregates(db: Queryable, state: PublishedState, filter: MeasureFilter): Promise<MeasureRow[]> {
  const { rows } = await db.query<AggregateRecord>(
    `select territory_id as "territoryId", indicator_id as "indicatorId", period, value, numerator, denominator, absence,
       status, origin, batch_id as "batchId", line, available_weight as "availableWeight",
       expected_weight as "expectedWeight", available_count as "availableCount", suppressed_count as "suppressedCount",
       expected_count as "expectedCount"
     from aggregate
     where version = $1 and territory_id = any($2) and indicator_id = any($3) and period between $4 and $5
     order by territory_id, indicator_id, period`,
    [state.version, filter.territoryIds, filter.indicatorIds, filter.from ?? 0, filter.to ?? lastPeriod],
  );
  return rows.map((row) => ({
    territoryId: row.territoryId,
    indicatorId: row.indicatorId,
    period: row.period,
    measure: row.absence === null ? measured(row.value ?? Number.NaN) : absent(absenceOfCode(row.absence)),
    status: statusOfCode(row.status),
    coverage: {
      availableWeight: row.availableWeight,
      expectedWeight: row.expectedWeight,
      availableCount: row.availableCount,
      suppressedCount: row.suppressedCount,
      expectedCount: row.expectedCount,
    },
    numerator: row.numerator,
    denominator: row.denominator,
    origin: aggregateOrigins[row.origin] ?? 'published',
    batchId: row.batchId,
    line: row.line,
  }));
}

const lastPeriod = 9_999_999;

/**
 * Grain: one row per territory, indicator and period: the newest observation of communes, their parts and territories
 * without parts. The range reaches back to where a growth starts and over whole years.
 */
async function listOwnObservations(
  db: Queryable,
  state: PublishedState,
  { territoryIds, indicatorIds, from, to }: MeasureFilter,
): Promise<ObservationRow[]> {
  const first = from === undefined ? 0 : (Math.floor(from / 1000) - growthYears) * 1000;
  const last = to === undefined ? lastPeriod : Math.floor(to / 1000) * 1000 + 999;
  const { rows } = await db.query<ObservationRow>(
    `with whole as materialized (
       select parent_id as id from territory_link where parent_id = any($2)
       union
       select to_id from boundary_change where to_id = any($2)
     ), place as materialized (
       select id, population, id in (select id from whole) as has_parts
       from territory
       where id = any($2) and (level in ('commune', 'commune-part') or id not in (select id from whole))
     )
     select observation.territory_id as "territoryId", observation.indicator_id as "indicatorId", observation.period,
       observation.value, observation.numerator, observation.denominator, observation.absence, observation.status,
       observation.batch_id as "batchId", observation.line, place.population, place.has_parts as "hasParts"
     from place
     join observation on observation.territory_id = place.id
     where observation.indicator_id = any($3) and observation.period between $4 and $5 and observation.batch_id = any($1)
     order by observation.territory_id, observation.indicator_id, observation.period, observation.batch_id`,
    [state.batchIds, territoryIds, indicatorIds, first, last],
  );
  return latestRows(rows, state.batchIds);
}

/** Of rows that differ by their batch only, the last published one; here rather than in SQL, which would sort them all again. */
function latestRows(rows: readonly ObservationRow[], batchIds: readonly number[]): ObservationRow[] {
  const ranks = new Map(batchIds.map((id, rank) => [id, rank]));
  const rankOf = ({ batchId }: ObservationRow) => ranks.get(batchId) ?? -1;
  const latest: ObservationRow[] = [];
  for (const row of rows) {
    const last = latest.at(-1);
    const isSame =
      last?.territoryId === row.territoryId && last.indicatorId === row.indicatorId && last.period === row.period;
    if (!last || !isSame) latest.push(row);
    else if (rankOf(row) > rankOf(last)) latest[latest.length - 1] = row;
  }
  return latest;
}
