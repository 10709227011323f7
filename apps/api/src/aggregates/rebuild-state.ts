import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database';
import { insufficientCoverage, isSecretSql } from './rebuild-tables';

/** The table that holds a state's aggregates: a partition of `aggregate`. */
export const stateTable = (version: number): string => `aggregate_v${version}`;

/** Built aside without its key: adding it at the end costs less than keeping it, and proves that no figure is there twice. */
export async function addKey(db: Queryable, table: string): Promise<void> {
  await db.query(`alter table ${table} add primary key (version, territory_id, indicator_id, period)`);
  await db.query(`analyze ${table}`);
}

export interface StateTally {
  readonly hash: string;
  readonly count: number;
  readonly withheld: number;
  readonly suppressed: number;
}

/**
 * One hash for all rows: two 64-bit combinations of each row's chained hash. A row carries its key, so that the order in which
 * they are read does not matter; `seed` adds what a state rests on beside its rows: rules, and the tree of territories, from
 * which expected counts and weights follow.
 */
export async function hashState(db: Queryable, table: string, seed: unknown): Promise<StateTally> {
  const { rows } = await db.query<StateTally>(
    `select count(*)::integer as count,
       count(*) filter (where absence = ${insufficientCoverage})::integer as withheld,
       count(*) filter (where ${isSecretSql('absence')})::integer as suppressed,
       md5(concat_ws('/', count(*), bit_xor(hash), sum(hash), $1::text)) as hash
     from (
       select absence, ${['value', 'numerator', 'denominator', 'available_weight'].reduce(
         (inner, column) => `hashfloat8extended(coalesce(${column}, 'NaN'), ${inner})`,
         `hashint8extended((available_count::bigint << 32) + suppressed_count,
           hashint8extended((territory_id::bigint << 32) + (coalesce(absence, 0) << 24) + (status << 16) + origin,
             hashint8extended((coalesce(batch_id, 0)::bigint << 32) + coalesce(line, 0),
               (indicator_id::bigint << 32) + period)))`,
       )} as hash
       from ${table}
       offset 0
     ) row`,
    [createHash('sha256').update(JSON.stringify(seed)).digest('hex')],
  );
  return rows[0] ?? { hash: '', count: 0, withheld: 0, suppressed: 0 };
}

export interface StateReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
  /** Version in force of each indicator, by id. */
  readonly indicatorVersions: Readonly<Record<string, number>>;
}

/** Readers pass to the new state when the transaction commits. */
export async function publishState(
  db: Queryable,
  state: {
    readonly version: number;
    readonly durationMs: number;
    readonly batchIds: readonly number[];
    readonly count: number;
    readonly hash: string;
    readonly report: StateReport;
  },
): Promise<void> {
  const { version, durationMs, batchIds, count, hash, report } = state;
  await db.query(`alter table aggregate attach partition ${stateTable(version)} for values in (${version})`);
  await db.query(
    `insert into published_state (version, duration_ms, batch_ids, aggregate_count, content_hash, report)
     values ($1, $2, $3, $4, $5, $6)`,
    [version, durationMs, batchIds, count, hash, JSON.stringify(report)],
  );
  await db.query(
    `insert into current_state (version) values ($1) on conflict (only_row) do update set version = excluded.version`,
    [version],
  );
}
