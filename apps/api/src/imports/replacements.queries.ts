import { createReadStream } from 'node:fs';
import type { AggregationRule } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { copyRows } from '../database/copy';
import type { Queryable } from '../database/database';

// What a publication or a withdrawal would change, set in the temporary table `replacement`:
// one row per territory, indicator and period, with the observation in force before and after.

type Side = 'old' | 'new';
const measured = ['value', 'numerator', 'denominator', 'absence', 'status'] as const;
const side = (from: string, name: Side): string =>
  [`${from}.batch_id as ${name}_batch`, ...measured.map((column) => `${from}.${column} as ${name}_${column}`)].join(
    ', ',
  );
const key = 'territory_id, indicator_id, period';
const columnsOf = (side: Side): string => measured.map((column) => `${side}_${column}`).join(', ');

// Tables just written have no statistics: a nested loop over a million rows would be chosen.
const settings = `set local work_mem = '64MB'; set local statement_timeout = 0; set local enable_nestloop = off`;

type Limits = Pick<
  AggregationRule,
  'valueThreshold' | 'numeratorThreshold' | 'denominatorThreshold' | 'complementThreshold'
>;

/** `secrecy`: the counts under which an indicator's figures are hidden. */
export async function prepareProposal(
  client: PoolClient,
  limits: readonly (Limits & { readonly indicatorId: number })[],
): Promise<void> {
  await client.query(settings);
  await client.query(
    `create temp table secrecy (indicator_id, value_limit, numerator_limit, denominator_limit, complement_limit)
     on commit drop as
     select given.* from unnest($1::smallint[], $2::integer[], $3::integer[], $4::integer[], $5::integer[]) as given`,
    [
      limits.map(({ indicatorId }) => indicatorId),
      limits.map(({ valueThreshold }) => valueThreshold),
      limits.map(({ numeratorThreshold }) => numeratorThreshold),
      limits.map(({ denominatorThreshold }) => denominatorThreshold),
      limits.map(({ complementThreshold }) => complementThreshold),
    ],
  );
}

const isSmall = (count: string, limit: string): string => `coalesce(${count} > 0 and ${count} < ${limit}, false)`;
/** A figure that secrecy hides: whoever guesses it in a file must not read here that the guess was right. */
const isHidden = (side: Side): string =>
  `(${isSmall(`${side}_value`, 'value_limit')} or ${isSmall(`${side}_numerator`, 'numerator_limit')}
    or ${isSmall(`${side}_denominator`, 'denominator_limit')}
    or ${isSmall(`${side}_denominator - ${side}_numerator`, 'complement_limit')})`;

const propose = (rows: string, hidden: readonly Side[]): string =>
  `create temp table replacement on commit drop as
   select ${key}, old_batch, new_batch, ${columnsOf('old')}, ${columnsOf('new')}, ${hidden.map(isHidden).join(' or ')} as is_hidden
   from (${rows}) proposal left join secrecy using (indicator_id)`;

/** The rows that wait in a batch's spool, against those in force. */
export async function proposePublication(client: PoolClient, batchId: number, spool: string): Promise<void> {
  await client.query(
    `create temp table incoming (value float8, numerator float8, denominator float8, territory_id integer, period integer,
       batch_id integer, line integer, indicator_id smallint, absence smallint, status smallint, column_number smallint)
     on commit drop`,
  );
  await copyRows(client, 'copy incoming from stdin', createReadStream(spool));
  await client.query('analyze incoming');
  await client.query(
    propose(
      `select incoming.territory_id, incoming.indicator_id, incoming.period, ${side('former', 'old')}, ${side('incoming', 'new')}
     from incoming
     left join (
       select distinct on (${key}) ${key}, batch_id, ${measured.join(', ')}
       from observation join import_batch on import_batch.id = batch_id and state = 'published'
       where (indicator_id, period) in (select distinct indicator_id, period from incoming) and batch_id <> $1
       order by ${key}, publication desc
     ) former using (${key})`,
      ['old'],
    ),
    [batchId],
  );
}

/** The rows of a published batch that are in force, against those that would come back. */
export async function proposeWithdrawal(client: PoolClient, batchId: number): Promise<void> {
  await client.query(
    propose(
      `with content as (
       select indicator_id, period from batch_content where batch_id = $1
     ), ranked as (
       select ${key}, ${side('observation', 'old')},
         row_number() over newest as rank,
         ${side('observation', 'new').replaceAll(/observation\.(\w+) as/g, 'lead(observation.$1) over newest as')}
       from observation
       join import_batch on import_batch.id = batch_id and import_batch.state = 'published'
       where (indicator_id, period) in (select indicator_id, period from content)
       window newest as (partition by ${key} order by publication desc)
     )
     select ${key}, ${columnsOf('old')}, ${columnsOf('new')}, old_batch, new_batch
     from ranked
     where old_batch = $1 and rank = 1`,
      ['old', 'new'],
    ),
    [batchId],
  );
}

const isSame = `not is_hidden and ${measured.map((column) => `old_${column} is not distinct from new_${column}`).join(' and ')}`;

export interface ReplacementCounts {
  readonly created: number;
  readonly changed: number;
  readonly identical: number;
  readonly removed: number;
  readonly territories: number;
  readonly firstPeriod: number | null;
  readonly lastPeriod: number | null;
}

/** One row: how many figures each fate awaits. */
export async function countReplacements(db: Queryable): Promise<ReplacementCounts> {
  const { rows } = await db.query<ReplacementCounts>(
    `select count(*) filter (where old_batch is null)::integer as created,
       count(*) filter (where old_batch is not null and new_batch is not null and not (${isSame}))::integer as changed,
       count(*) filter (where old_batch is not null and new_batch is not null and ${isSame})::integer as identical,
       count(*) filter (where new_batch is null)::integer as removed,
       count(distinct territory_id)::integer as territories,
       min(period) as "firstPeriod", max(period) as "lastPeriod"
     from replacement`,
  );
  return rows[0]!;
}

/** Grain: one row per other batch that gives way (a publication) or comes back (a withdrawal), with its figures. */
export async function listOtherBatches(
  db: Queryable,
  side: Side,
): Promise<{ id: number; fileName: string; values: number }[]> {
  const { rows } = await db.query<{ id: number; fileName: string; values: number }>(
    `select import_batch.id, file_name as "fileName", count(*)::integer as values
     from replacement join import_batch on import_batch.id = ${side}_batch
     group by import_batch.id order by import_batch.id`,
  );
  return rows;
}

/** Grain: one row per indicator touched. */
export async function listTouchedIndicators(db: Queryable): Promise<{ indicatorId: number; values: number }[]> {
  const { rows } = await db.query<{ indicatorId: number; values: number }>(
    `select indicator_id as "indicatorId", count(*)::integer as values
     from replacement group by indicator_id order by indicator_id`,
  );
  return rows;
}

export interface StoredMeasure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly absence: number | null;
  readonly status: number;
}

export interface Change {
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly indicatorId: number;
  readonly period: number;
  readonly before: StoredMeasure;
  /** null: no figure is left. */
  readonly after: StoredMeasure | null;
}

const magnitude = (side: Side): string => `coalesce(${side}_value, ${side}_numerator / nullif(${side}_denominator, 0))`;
const measureJson = (side: Side): string =>
  `json_build_object(${measured.map((column) => `'${column}', ${side}_${column}`).join(', ')})`;

const largestFirst = `is_hidden, move desc nulls last, abs(${magnitude('new')} - ${magnitude('old')}) desc nulls last, ${key}`;

/** Grain: one row per figure that changes or goes, those that move most (beside their size) first, the hidden ones last. */
export async function listLargestChanges(db: Queryable, limit: number): Promise<Change[]> {
  const { rows } = await db.query<Change>(
    `select territory.level, territory.code, territory.name, indicator_id as "indicatorId", period,
       ${measureJson('old')} as before, case when new_batch is not null then ${measureJson('new')} end as after
     from (
       select territory_id, indicator_id, period, new_batch, is_hidden, ${columnsOf('old')}, ${columnsOf('new')},
         abs(${magnitude('new')} - ${magnitude('old')})
         / nullif(greatest(abs(${magnitude('new')}), abs(${magnitude('old')})), 0) as move
       from replacement
       where old_batch is not null and (new_batch is null or not (${isSame}))
       order by ${largestFirst}
       limit $1
     ) changed
     join territory on territory.id = territory_id
     order by ${largestFirst}`,
    [limit],
  );
  return rows;
}
