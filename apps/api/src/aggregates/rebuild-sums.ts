import type { Queryable } from '../database/database';
import { denominatorSql, numeratorSql } from './rebuild-base';
import { type IndicatorRule, pairSql, type RebuildInputs } from './rebuild-inputs';
import { estimated, isSecretSql } from './rebuild-tables';
import type { AtomPart } from './territory-atoms';

/**
 * `settled_<phase>`: one row per node, indicator and period: what it brings to the sums of its wholes.
 * origin 1: sum of parts · 0: the territory's own figure · 2: nothing, where a row was given.
 */
export const settledTable = (phase: number): string => `settled_${phase}`;

export async function createSettled(db: Queryable, phase: number): Promise<void> {
  await db.query(`
    create temp table ${settledTable(phase)} (
      k bigint not null, numerator float8, denominator float8, available_weight float8,
      available_count integer not null, suppressed_count integer not null, expected_count integer,
      status smallint not null, origin smallint not null, flags smallint not null default 0
    ) on commit drop`);
}

/**
 * Arrays indexed by territory id, built once per statement: an element costs less than a hash join on five million rows.
 * No element is null: PostgreSQL reaches an element of an array that holds a null by walking through all those before it.
 */
const leafArrays = `
  atoms as materialized (
    select array_agg(coalesce(leaf.atom, 0) order by slot) as ids,
      array_agg(coalesce(leaf.weight, 0) order by slot) as weights,
      array_agg(coalesce(leaf.weight, 0) + 4294967296 order by slot) as weights_and_one
    from generate_series(1, (select max(id) from leaf)) slot left join leaf on leaf.id = slot)`;
const atomOf = '(select ids from atoms)[territory_id]';
const weightOf = '(select weights from atoms)[territory_id]';
/** A territory that is no leaf has no atom: 0, or null past the end of the array. */
const hasAtom = 'atom > 0';

/** CREATE TABLE AS, which writes faster than an insert, takes no parameter: lists of integers are written out. */
const integers = (list: readonly number[], type: string): string =>
  `'{${list.map((item) => Math.trunc(item)).join(',')}}'::${type}[]`;

const fullyPublished = ({ batchIds, hasOtherBatches }: RebuildInputs): string =>
  hasOtherBatches
    ? `batch_id = any(${integers(batchIds, 'integer')})`
    : // a batch that appears meanwhile has a larger id
      `batch_id <= ${batchIds.reduce((last, id) => Math.max(last, id), 0)}`;

/**
 * The heavy pass: every observation of the regular pairs, once, grouped by atom. It trusts that a sum comes as values
 * and a ratio as numerators and denominators, and flags the sums where a row did not: see `takeBackDoubtful`. On five
 * million rows each aggregate is felt: what is rare (odd and secret rows) is counted in one sum, and so are weights and
 * rows (weight + 2³²) as long as weights are whole numbers.
 */
export async function sumLeaves(
  db: Queryable,
  inputs: RebuildInputs,
  careful: readonly number[],
  areWeightsWhole: boolean,
): Promise<void> {
  const conditions = [fullyPublished(inputs)];
  if (careful.length > 0) conditions.push(`indicator_id <> all(${integers(careful, 'smallint')})`);
  if (inputs.irregularPairs.length > 0)
    conditions.push(`${pairSql} <> all(${integers(inputs.irregularPairs, 'bigint')})`);
  const available = 'filter (where absence is null)';
  await db.query(
    `create temp table ${settledTable(0)} on commit drop as
     with ${leafArrays}
     select (atom::bigint << 37) + ${pairSql} as k, coalesce(numerator, value) as numerator, denominator,
       ${areWeightsWhole ? '(weight::bigint & 4294967295)::float8' : 'weight'} as available_weight,
       coalesce(${areWeightsWhole ? 'weight::bigint >> 32' : 'available'}, 0)::integer as available_count,
       coalesce(unusual::bigint & 1048575, 0)::integer as suppressed_count, null::integer as expected_count,
       coalesce(status, 0::smallint) as status, 1::smallint as origin,
       (case when unusual >= 1099511627776 then 0
         when numerator is null and value is null then 3
         when numerator is null then 1
         when value is null then 2
         else 0 end)::smallint as flags
     from (
       select ${atomOf} as atom, indicator_id, period,
         sum(numerator) as numerator,
         sum(value) filter (where absence is null and numerator is null) as value,
         sum(denominator) ${available} as denominator,
         ${
           areWeightsWhole
             ? `sum((select weights_and_one from atoms)[territory_id]) ${available} as weight,`
             : `sum(${weightOf}) ${available} as weight, count(*) ${available} as available,`
         }
         max(status) ${available} as status,
         sum(case
             when absence is null or numerator is not null then 1099511627776
             when ${isSecretSql('absence')} then 1
             else 0 end::float8) filter (where absence is not null or case
               when numerator is null then denominator is not null or value is null
               else denominator is null end) as unusual
       from observation
       where ${conditions.join(' and ')}
       group by 1, 2, 3
     ) atom
     where ${hasAtom}
     order by k`,
  );
}

/** Takes back the indicators whose rows did not come as trusted. Returns their ids. */
export async function takeBackDoubtful(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select distinct (k >> 22 & 32767)::integer as id
     from settled_0
     where flags & ((select array_agg(coalesce(form, 0) order by slot)
       from generate_series(1, (select max(indicator_id) from rule)) slot left join rule on indicator_id = slot
     ))[(k >> 22 & 32767)::integer] = 0
     order by id`,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.query('delete from settled_0 where (k >> 22 & 32767) = any($1)', [ids]);
  return ids;
}

/** The same sums, row by row under each rule: for the given indicators' regular pairs, and for everything in `base`. */
export async function sumWithCare(
  db: Queryable,
  inputs: RebuildInputs,
  phase: number,
  indicatorIds: readonly number[],
): Promise<void> {
  const columns = 'territory_id, indicator_id, period, value, numerator, denominator, absence, status';
  await db.query(
    `insert into ${settledTable(phase)}
     with ${leafArrays}, row as (
       select ${columns} from observation
       where indicator_id = any($2::smallint[]) and batch_id = any($1) and ${pairSql} <> all($3::bigint[])
       union all
       select ${columns} from base
     ), addend as (
       select ${atomOf} as atom, row.indicator_id, period, ${weightOf} as weight, absence, status,
         ${numeratorSql} as numerator, ${denominatorSql} as denominator
       from row join rule on rule.indicator_id = row.indicator_id and phase = $4 and form <> 0
     )
     select (atom::bigint << 37) + ${pairSql} as k, sum(numerator), sum(denominator), sum(weight) filter (where numerator is not null),
       count(numerator), count(*) filter (where ${isSecretSql('absence')}), null,
       coalesce(max(status) filter (where numerator is not null), 0), 1, 3
     from addend
     where ${hasAtom}
     group by atom, indicator_id, period
     order by k`,
    [inputs.batchIds, indicatorIds, inputs.irregularPairs, phase],
  );
}

/** From one rank of territories to the next: Σ over atoms and over smaller territories. */
export async function sumParts(db: Queryable, phase: number, rank: number, parts: readonly AtomPart[]): Promise<void> {
  const settled = settledTable(phase);
  const here = parts.filter((part) => part.rank === rank);
  // Most ranks have neither cut communes nor communes among the parts: the sums are then bare.
  const isBare = here.every((part) => part.share === 1 && part.factor === 1 && !part.isGround);
  const shared = (column: string) => (isBare ? `sum(${column})` : `sum(${column} * share)`);
  const counted = isBare
    ? `sum(available_count)::integer as available_count, sum(suppressed_count)::integer as suppressed_count,
      max(status) as status`
    : `sum(case when is_ground then (available_count > 0)::integer else available_count end)::integer as available_count,
      sum(case when is_ground then (available_count = 0 and suppressed_count > 0)::integer else suppressed_count end)::integer
        as suppressed_count,
      coalesce(max(case when share < 1 then greatest(status, ${estimated}) else status end)
        filter (where available_count > 0), 0) as status`;
  const sums = (isCutSeveralWays: boolean) => `
    select (whole::bigint << 37) + (k & 137438953471) as k, ${isCutSeveralWays ? 'partition,' : ''}
      ${shared('numerator')} as numerator, ${shared('denominator')} as denominator,
      ${shared('available_weight')} ${isBare ? '' : '* max(factor)'} as available_weight,
      max(part.expected_count) as expected_count, ${counted}
    from ${settled} settled
    join part on part.child = (k >> 37)
    where rank = ${rank} and is_cut_several_ways = ${isCutSeveralWays}
    group by ${isCutSeveralWays ? '1, 2' : '1'}`;
  const columns =
    'k, numerator, denominator, available_weight, available_count, suppressed_count, expected_count, status';
  await db.query(`insert into ${settled} select ${columns}, 1 from (${sums(false)}) one_way order by k`);
  if (!here.some((part) => part.isCutSeveralWays)) return;
  await db.query(
    `insert into ${settled}
     select distinct on (k) ${columns.replace('k,', 'way.k,')}, 1
     from (${sums(true)}) way join whole on whole.id = (way.k >> 37)
     order by k, round((coalesce(available_weight, 0) / nullif(whole.weight, 0))::numeric, 6) desc nulls last, partition`,
  );
}

/** At one rank, a territory's own figure takes the place of its sum; one that cannot be added leaves the sum. */
export async function replaceByOwn(db: Queryable, phase: number, rank: number): Promise<void> {
  const settled = settledTable(phase);
  const own = `
    select (territory_id::bigint << 37) + own.indicator_id * 4194304::bigint + period as k, own.absence, own.status,
      ${numeratorSql} as numerator, ${denominatorSql} as denominator, whole.weight, whole.count
    from own
    join rule on rule.indicator_id = own.indicator_id and phase = ${phase} and form <> 0
    join whole on whole.id = own.territory_id and rank = ${rank}`;
  await db.query(
    `delete from ${settled} settled using (${own}) own
     where own.k = settled.k and (own.numerator is not null or ${isSecretSql('own.absence')})`,
  );
  await db.query(
    `insert into ${settled}
     select k, coalesce(numerator, 0), coalesce(denominator, 0), case when numerator is not null then weight else 0 end,
       case when numerator is not null then count else 0 end,
       case when ${isSecretSql('absence')} then count else 0 end, count, case when numerator is not null then status else 0 end,
       case when numerator is not null or ${isSecretSql('absence')} then 0 else 2 end
     from (${own}) own
     where not exists (select 1 from ${settled} settled where settled.k = own.k)
     order by k`,
  );
}

/** Indicators whose rows never come as the heavy pass trusts: means need a product, the others are not added from files. */
export const carefulRules = (rules: readonly IndicatorRule[]): { skipped: number[]; means: number[] } => ({
  skipped: rules.filter(({ form, phase }) => form === 'published' || form === 'mean' || phase > 0).map(({ id }) => id),
  means: rules.filter(({ form, phase }) => form === 'mean' && phase === 0).map(({ id }) => id),
});
