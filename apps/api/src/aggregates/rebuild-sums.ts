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
      status smallint not null, origin smallint not null
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
 * The heavy pass: every observation of the regular pairs, once, grouped by atom. Publishing noted in which shapes rows came
 * (`oddPairs`), so that it can trust a sum to come as values and a ratio as two parts. On five million rows each aggregate
 * is felt: weights and rows are counted in one sum (weight + 2³²) as long as weights are whole numbers.
 */
export async function sumLeaves(
  db: Queryable,
  inputs: RebuildInputs,
  careful: readonly number[],
  areWeightsWhole: boolean,
): Promise<void> {
  const conditions = [fullyPublished(inputs)];
  if (careful.length > 0) conditions.push(`indicator_id <> all(${integers(careful, 'smallint')})`);
  const elsewhere = [...inputs.irregularPairs, ...inputs.oddPairs];
  if (elsewhere.length > 0) conditions.push(`${pairSql} <> all(${integers(elsewhere, 'bigint')})`);
  await db.query(
    `create temp table ${settledTable(0)} on commit drop as
     with ${leafArrays}
     select (atom::bigint << 37) + ${pairSql} as k, numerator, denominator,
       ${areWeightsWhole ? '(weight::bigint & 4294967295)::float8' : 'weight'} as available_weight,
       coalesce(${areWeightsWhole ? 'weight::bigint >> 32' : 'available'}, 0)::integer as available_count,
       suppressed::integer as suppressed_count, null::integer as expected_count,
       coalesce(status, 0::smallint) as status, 1::smallint as origin
     from (
       select ${atomOf} as atom, indicator_id, period,
         sum(coalesce(numerator, value)) as numerator, sum(denominator) as denominator,
         ${
           areWeightsWhole
             ? 'sum((select weights_and_one from atoms)[territory_id]) filter (where absence is null) as weight,'
             : `sum(${weightOf}) filter (where absence is null) as weight,
                count(*) filter (where absence is null) as available,`
         }
         max(status) filter (where status > 0 and absence is null) as status,
         count(*) filter (where ${isSecretSql('absence')}) as suppressed
       from observation
       where ${conditions.join(' and ')}
       group by 1, 2, 3
     ) atom
     where ${hasAtom}
     order by k`,
  );
}

/** The same sums, row by row under each rule: for the odd pairs, the given indicators' regular pairs, and all of `base`. */
export async function sumWithCare(
  db: Queryable,
  inputs: RebuildInputs,
  phase: number,
  indicatorIds: readonly number[],
): Promise<void> {
  const oddPairs = phase === 0 ? inputs.oddPairs : [];
  const columns = 'territory_id, indicator_id, period, value, numerator, denominator, absence, status';
  const read = (condition: string) =>
    `select ${columns} from observation where batch_id = any(${integers(inputs.batchIds, 'integer')}) and ${condition}`;
  const rows = [`select ${columns} from base`];
  if (indicatorIds.length > 0)
    rows.push(
      read(`indicator_id = any(${integers(indicatorIds, 'smallint')})
        and ${pairSql} <> all(${integers(inputs.irregularPairs, 'bigint')})`),
    );
  if (oddPairs.length > 0) rows.push(read(`${pairSql} = any(${integers(oddPairs, 'bigint')})`));
  await db.query(
    `insert into ${settledTable(phase)}
     with ${leafArrays}, row as (${rows.join(' union all ')}), addend as (
       select ${atomOf} as atom, row.indicator_id, period, ${weightOf} as weight, absence, status,
         ${numeratorSql} as numerator, ${denominatorSql} as denominator
       from row join rule on rule.indicator_id = row.indicator_id and phase = $1 and form <> 0
     )
     select (atom::bigint << 37) + ${pairSql} as k, sum(numerator), sum(denominator), sum(weight) filter (where numerator is not null),
       count(numerator), count(*) filter (where ${isSecretSql('absence')}), null,
       coalesce(max(status) filter (where numerator is not null), 0), 1
     from addend
     where ${hasAtom}
     group by atom, indicator_id, period
     order by k`,
    [phase],
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
