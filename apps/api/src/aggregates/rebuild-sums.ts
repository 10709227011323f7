import type { Queryable } from '../database/database';
import { denominatorSql, numeratorSql } from './rebuild-base';
import { type IndicatorRule, pairSql, type RebuildInputs } from './rebuild-inputs';
import { estimated, isSecretSql } from './rebuild-tables';

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
    select array_agg(coalesce(leaf.atom::bigint << 37, 0) order by slot) as keys,
      array_agg(coalesce(leaf.weight, 0) order by slot) as weights
    from generate_series(1, (select max(id) from leaf)) slot left join leaf on leaf.id = slot)`;
const atomOf = '(select keys from atoms)[territory_id]';
const weightOf = '(select weights from atoms)[territory_id]';
/** A territory that is no leaf has no atom: its key is below the first one, or null past the end of the array. */
const hasAtom = 'k >= 137438953472';

const fullyPublished = ({ batchIds, hasOtherBatches }: RebuildInputs): { sql: string; value: unknown } =>
  hasOtherBatches
    ? { sql: 'batch_id = any($1::int[])', value: batchIds }
    : // a batch that appears meanwhile has a larger id
      { sql: 'batch_id <= $1::int', value: batchIds.reduce((last, id) => Math.max(last, id), 0) };

/**
 * The heavy pass: every observation of the regular pairs, once, grouped by atom. It trusts that a sum comes as values
 * and a ratio as numerators and denominators, and flags the sums where a row did not: see `takeBackDoubtful`. What is
 * rare is counted in one sum, by powers of 2²⁰ (absent, secret, odd): on five million rows each aggregate is felt.
 */
export async function sumLeaves(db: Queryable, inputs: RebuildInputs, careful: readonly number[]): Promise<void> {
  const { sql, value } = fullyPublished(inputs);
  const parameters: unknown[] = [value];
  const conditions = [sql];
  const add = (text: (place: string) => string, parameter: readonly unknown[]) => {
    if (parameter.length === 0) return;
    parameters.push(parameter);
    conditions.push(text(`$${parameters.length}`));
  };
  add((place) => `indicator_id <> all(${place}::smallint[])`, careful);
  add((place) => `${pairSql} <> all(${place}::bigint[])`, inputs.irregularPairs);
  await db.query(
    `insert into settled_0
     with ${leafArrays}
     select k, coalesce(numerator, value), denominator, weight, given - absent, suppressed, null, coalesce(status, 0), 1,
       case when is_odd then 0 else (paired = 0)::integer + 2 * (paired = given - absent)::integer end
     from (
       select k, numerator, value, denominator, weight, status, given, paired, (unusual & 1048575)::integer as absent,
         (unusual >> 20 & 1048575)::integer as suppressed, unusual >> 40 > 0 as is_odd
       from (
         select ${atomOf} + ${pairSql} as k,
         sum(numerator) as numerator,
         sum(value) filter (where absence is null) as value,
         sum(denominator) filter (where absence is null) as denominator,
         sum(${weightOf}) filter (where absence is null) as weight,
         max(status) filter (where status <> 0 and absence is null) as status,
         count(*) as given,
         count(numerator) as paired,
         coalesce(sum(case
             when absence is null or numerator is not null then 1099511627776
             when ${isSecretSql('absence')} then 1048577
             else 1 end::float8) filter (where absence is not null or case
               when numerator is null then denominator is not null or value is null
               else denominator is null end), 0)::bigint as unusual
         from observation
         where ${conditions.join(' and ')}
         group by 1
       ) atom
       where ${hasAtom}
     ) atom
     order by k`,
    parameters,
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
       select ${atomOf} + row.indicator_id * 4194304::bigint + period as k, ${weightOf} as weight, absence, status,
         ${numeratorSql} as numerator, ${denominatorSql} as denominator
       from row join rule on rule.indicator_id = row.indicator_id and phase = $4 and form <> 0
     )
     select k, sum(numerator), sum(denominator), sum(weight) filter (where numerator is not null),
       count(numerator), count(*) filter (where ${isSecretSql('absence')}), null,
       coalesce(max(status) filter (where numerator is not null), 0), 1, 3
     from addend
     where ${hasAtom}
     group by k
     order by k`,
    [inputs.batchIds, indicatorIds, inputs.irregularPairs, phase],
  );
}

/** From one rank of territories to the next: Σ over atoms and over smaller territories. */
export async function sumParts(db: Queryable, phase: number, rank: number, isCutSeveralWays: boolean): Promise<void> {
  const settled = settledTable(phase);
  const sums = (several: boolean) => `
    select (whole::bigint << 37) + (k & 137438953471) as k, partition,
      sum(numerator * share) as numerator, sum(denominator * share) as denominator,
      sum(available_weight * share) * max(factor) as available_weight,
      sum(case when is_ground then (available_count > 0)::integer else available_count end)::integer as available_count,
      sum(case when is_ground then (available_count = 0 and suppressed_count > 0)::integer else suppressed_count end)::integer
        as suppressed_count,
      max(part.expected_count) as expected_count,
      coalesce(max(case when share < 1 then greatest(status, ${estimated}) else status end)
        filter (where available_count > 0), 0) as status
    from ${settled} settled
    join part on part.child = (k >> 37)
    where rank = ${rank} and is_cut_several_ways = ${several}
    group by 1, 2`;
  const columns =
    'k, numerator, denominator, available_weight, available_count, suppressed_count, expected_count, status';
  await db.query(`insert into ${settled} select ${columns}, 1 from (${sums(false)}) one_way order by k`);
  if (!isCutSeveralWays) return;
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
