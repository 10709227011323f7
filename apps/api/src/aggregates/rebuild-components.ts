import { growthYears } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { mergeRows } from './rebuild-base';
import { type IndicatorRule, pairSql, type RebuildInputs } from './rebuild-inputs';
import { coveredSql, decidesSql, derivedSql } from './rebuild-output';
import { settledTable } from './rebuild-sums';
import { estimated, insufficientCoverage, isSecretSql, notApplicable, originCodes } from './rebuild-tables';

/** The span of a growth, in period codes. */
const growthSpan = growthYears * 1000;

/**
 * Rules made from components, one phase: at each territory where a component is the territory's own, the pair
 * (numerator, denominator) becomes a figure of its own of the ratio, to be summed like any other. Both components must
 * be there, so that numerators and denominators are always summed over the same parts.
 */
export async function pairComponents(db: Queryable, inputs: RebuildInputs, phase: number): Promise<void> {
  const rules = inputs.rules.filter((rule) => rule.phase === phase);
  await gatherComponents(db, inputs, rules);
  await db.query(`
    create temp table pair (
      value float8, numerator float8, denominator float8, territory_id integer not null, period integer not null,
      batch_id integer, line integer, indicator_id smallint not null, absence smallint, status smallint not null,
      origin smallint not null, is_mixed boolean not null
    ) on commit drop`);
  await db.query(
    `insert into pair
     select null, case when is_whole then top end, case when is_whole then bottom end, territory_id, period, null, null,
       indicator_id, case when not is_whole then absence end, case when is_whole then status else 0 end,
       ${originCodes.components}, is_mixed
     from (
       select n.territory_id, n.period, rule.indicator_id, n.value as top,
         case when rule.is_share then n.value + d.value else d.value end as bottom,
         n.value is not null and d.value is not null as is_whole, greatest(n.status, d.status) as status,
         case when ${isSecretSql('n.absence')} then n.absence when ${isSecretSql('d.absence')} then d.absence
           else coalesce(n.absence, d.absence) end as absence,
         not (n.is_own and d.is_own) as is_mixed, n.is_own or d.is_own as is_here,
         exists (select 1 from whole where whole.id = n.territory_id) as has_parts
       from rule
       join component n on n.indicator_id = rule.numerator_id
       join component d on d.indicator_id = rule.denominator_id and d.territory_id = n.territory_id
         and d.period = n.period - case when rule.form = 4 then ${growthSpan} else 0 end
       where rule.phase = ${phase}
     ) pair
     where not has_parts or (is_here and (is_whole or ${isSecretSql('absence')}))
     order by territory_id, indicator_id, period`,
  );
  await db.query('analyze pair');
  await mergeRows(db, 'pair', 'base');
  await mergeRows(db, 'pair', 'own');
  for (const table of ['base', 'own']) {
    await db.query(
      `update ${table} row
       set denominator = weight.value, is_mixed = is_mixed or not weight.is_own,
         numerator = case when form = 2 then row.value * weight.value / scale else row.numerator end,
         status = case when form = 2 then greatest(row.status, ${estimated}) else row.status end
       from rule join component weight on weight.indicator_id = rule.weight_id
       where rule.phase = ${phase} and row.indicator_id = rule.indicator_id and form in (2, 3)
         and weight.territory_id = row.territory_id and weight.period = row.period and weight.value is not null
         and row.value is not null and row.absence is null and row.denominator is null`,
    );
  }
  await db.query('drop table pair; drop table component');
}

/** `component`: the figures of components at every territory, covered, before any suppression of ours. */
async function gatherComponents(db: Queryable, inputs: RebuildInputs, rules: readonly IndicatorRule[]): Promise<void> {
  const codes = new Set(rules.flatMap(({ numerator, denominator, weight }) => [numerator, denominator, weight]));
  const components = inputs.rules.filter(({ code }) => codes.has(code));
  const ids = components.map(({ id }) => id);
  const derived = `coalesce(row.value, ${derivedSql('row.numerator', 'row.denominator')})`;
  const figure = `case when row.absence is null then ${derived} end,
    case when row.absence is not null then row.absence when ${derived} is null then ${notApplicable} end, row.status`;
  await db.query(`
    create temp table component (
      territory_id integer not null, indicator_id smallint not null, period integer not null, value float8,
      absence smallint, status smallint not null, is_own boolean not null
    ) on commit drop`);
  await db.query(
    `insert into component
     select row.territory_id, row.indicator_id, row.period, ${figure}, true
     from (
       select territory_id, indicator_id, period, value, numerator, denominator, absence, status
       from observation
       where indicator_id = any($1::smallint[]) and batch_id = any($2) and ${pairSql} <> all($3::bigint[])
       union all
       select territory_id, indicator_id, period, value, numerator, denominator, absence, status
       from base where indicator_id = any($1::smallint[])
     ) row
     join rule on rule.indicator_id = row.indicator_id
     where not exists (select 1 from whole where whole.id = row.territory_id)`,
    [ids, inputs.batchIds, inputs.irregularPairs],
  );
  await db.query(
    `insert into component
     select row.territory_id, row.indicator_id, row.period, ${figure}, true
     from own row
     join rule on rule.indicator_id = row.indicator_id
     where row.indicator_id = any($1::smallint[]) and ${decidesSql('row')}`,
    [ids],
  );
  const phases = new Set(components.filter(({ form }) => form !== 'published').map((rule) => rule.phase));
  for (const phase of phases) {
    await db.query(
      `insert into component
       select whole.id, rule.indicator_id, (k & 4194303)::integer, case when is_covered then row.derived end,
         case when not is_covered then coalesce(own.absence, ${insufficientCoverage})
           when row.derived is null then ${notApplicable} end,
         case when is_covered then row.status else 0 end, false
       from ${settledTable(phase)} settled
       join whole on whole.id = (k >> 37)
       join rule on rule.indicator_id = (k >> 22 & 32767)
       cross join lateral (
         select settled.status, coalesce(${coveredSql('settled.available_weight', 'whole.weight')}, false) as is_covered,
           ${derivedSql('settled.numerator', 'settled.denominator')} as derived) row
       left join own on own.territory_id = whole.id and own.indicator_id = rule.indicator_id
         and own.period = (k & 4194303)
       where settled.origin = 1 and rule.indicator_id = any($1::smallint[])
         and (own.territory_id is null or not ${decidesSql('own')})`,
      [ids],
    );
  }
  await db.query('analyze component');
  await db.query(
    `insert into component
     select own.territory_id, own.indicator_id, own.period, null, own.absence, own.status, false
     from own
     where own.indicator_id = any($1::smallint[]) and not ${decidesSql('own')}
       and not exists (select 1 from component where component.territory_id = own.territory_id
         and component.indicator_id = own.indicator_id and component.period = own.period)`,
    [ids],
  );
}
