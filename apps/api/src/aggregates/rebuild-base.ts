import type { Queryable } from '../database/database';
import { pairSql, type RebuildInputs } from './rebuild-inputs';
import { insufficientCoverage, isSecretSql } from './rebuild-tables';

const columns = 'value, numerator, denominator, territory_id, period, batch_id, line, indicator_id, absence, status';

/** `base`: the newest row of each territory, for the pairs that need care. */
export async function takeLatest(db: Queryable, { batchIds, irregularPairs }: RebuildInputs): Promise<void> {
  if (irregularPairs.length === 0) return;
  await db.query(
    `insert into base (${columns}, origin)
     select distinct on (territory_id, indicator_id, period) ${columns}, 0
     from observation
     where ${pairSql} = any($1::bigint[]) and batch_id = any($2)
     order by territory_id, indicator_id, period, array_position($2, batch_id) desc`,
    [irregularPairs, batchIds],
  );
  await db.query('analyze base');
}

/** What a row adds to a sum, as `addendsOf` in the library; null when it cannot be added. */
export const numeratorSql = `case when absence is null then
  case form when 1 then value when 3 then value * denominator
    when 0 then null else case when denominator is not null then numerator end end end`;
export const denominatorSql = `case when absence is null then
  case form when 1 then 0 when 3 then case when value is not null then denominator end
    when 0 then null else case when numerator is not null then denominator end end end`;

/**
 * Adds to `base` the years that follow from months, quarters or half-years (`yearsFromPeriods` in the library), except
 * where a territory has a figure of its own for the year.
 */
export async function completeYears(db: Queryable, inputs: RebuildInputs): Promise<void> {
  const temporal = new Set(
    inputs.rules
      .filter(({ form, temporal: rule }) => rule === 'last' || (rule !== 'none' && form !== 'published'))
      .map(({ id }) => id),
  );
  const pairs = inputs.pairs.filter((pair) => {
    const kind = Math.floor(((pair % 4_194_304) % 1000) / 100);
    return temporal.has(Math.floor(pair / 4_194_304)) && kind >= 1 && kind <= 3;
  });
  if (pairs.length === 0) return;
  const irregular = new Set(inputs.irregularPairs);
  await db.query(
    `create temp table yearly on commit drop as
     select value, numerator, denominator, territory_id, period, batch_id, line, indicator_id, absence, status, origin
     from base where false`,
  );
  await db.query(
    `insert into yearly (${columns}, origin)
     with short as (
       select ${columns} from observation where ${pairSql} = any($1::bigint[]) and batch_id = any($3)
       union all
       select ${columns} from base where ${pairSql} = any($2::bigint[])
     ), addend as (
       select short.value, short.numerator, short.denominator, short.territory_id, short.batch_id, short.line,
         short.indicator_id, short.absence, short.status, rule.form, rule.temporal, period / 1000 as year,
         period % 1000 / 100 as kind, ${numeratorSql} as numerator_addend, ${denominatorSql} as denominator_addend,
         (array[2, 4, 12])[period % 1000 / 100] as expected,
         period % 100 = (array[2, 4, 12])[period % 1000 / 100] and absence is null as is_last
       from short join rule using (indicator_id)
     ), total as (
       select territory_id, indicator_id, year, kind, form, temporal, expected,
         case when temporal = 2 then bool_or(is_last) else count(numerator_addend) = expected end as is_complete,
         sum(numerator_addend) / case when temporal = 3 then expected else 1 end as numerator,
         sum(denominator_addend) / case when temporal = 3 then expected else 1 end as denominator,
         max(status) as status,
         max(value) filter (where is_last) as last_value, max(numerator) filter (where is_last) as last_numerator,
         max(denominator) filter (where is_last) as last_denominator, max(status) filter (where is_last) as last_status,
         max(batch_id) as batch_id, min(line) as line
       from addend
       group by territory_id, indicator_id, year, kind, form, temporal, expected
     ), chosen as (
       select distinct on (territory_id, indicator_id, year) territory_id, indicator_id, year, form, temporal,
         is_complete, numerator, denominator, status, last_value, last_numerator, last_denominator, last_status,
         batch_id, line
       from total
       order by territory_id, indicator_id, year, is_complete desc, kind desc
     )
     select
       case when not is_complete then null when temporal = 2 then last_value when form = 1 then numerator
         when form = 3 then numerator / nullif(denominator, 0) end,
       case when not is_complete then null when temporal = 2 then last_numerator when form = 2 then numerator end,
       case when not is_complete then null when temporal = 2 then last_denominator when form in (2, 3) then denominator end,
       territory_id, year * 1000, batch_id, line, indicator_id,
       case when not is_complete then ${insufficientCoverage} end,
       case when not is_complete then 0 when temporal = 2 then last_status else status end,
       3
     from chosen
     order by territory_id, indicator_id, year`,
    [pairs.filter((pair) => !irregular.has(pair)), pairs.filter((pair) => irregular.has(pair)), inputs.batchIds],
  );
  await db.query('analyze yearly');
  await mergeRows(db, 'yearly', 'base');
}

/** A known row gives way only where it says that there is nothing and the other has a figure. */
export async function mergeRows(db: Queryable, source: 'yearly' | 'pair', target: 'base' | 'own'): Promise<void> {
  const hasFigure = (row: string) => `(${row}.absence is null or ${isSecretSql(`${row}.absence`)})`;
  const isHere = `exists (select 1 from whole where whole.id = other.territory_id) = ${target === 'own'}`;
  const scope = source === 'pair' ? isHere : 'true';
  const given = source === 'pair' ? `${columns}, origin, is_mixed` : `${columns}, origin`;
  await db.query(
    `delete from ${target} known using ${source} other
     where known.territory_id = other.territory_id and known.indicator_id = other.indicator_id
       and known.period = other.period and ${scope} and not ${hasFigure('known')} and ${hasFigure('other')}`,
  );
  await db.query(
    `insert into ${target} (${given})
     select ${given} from ${source} other
     where ${scope} and not exists (select 1 from ${target} known where known.territory_id = other.territory_id
       and known.indicator_id = other.indicator_id and known.period = other.period)
     order by territory_id, indicator_id, period`,
  );
  await db.query(`analyze ${target}`);
}

/** `own`: what territories with parts have of their own. */
export async function takeOwn(db: Queryable, inputs: RebuildInputs, wholeIds: readonly number[]): Promise<number[]> {
  await db.query(
    // `offset 0` keeps one index search per territory: the planner would rather read every observation.
    `insert into own (${columns}, origin)
     select ${columns}, origin from base where territory_id = any($1)
     union all
     select ${columns}, 0
     from unnest($1::int[]) as given (id)
     cross join lateral (
       select ${columns} from observation
       where territory_id = given.id and batch_id = any($2) and ${pairSql} <> all($3::bigint[])
       offset 0) observation
     order by territory_id, indicator_id, period`,
    [wholeIds, inputs.batchIds, inputs.irregularPairs],
  );
  await db.query('analyze own');
  const { rows } = await db.query<{ id: number }>('select distinct territory_id as id from own order by territory_id');
  return rows.map(({ id }) => id);
}
