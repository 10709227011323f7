import {
  type AggregationRule,
  aggregationRules,
  type ContentCount,
  isSuppressedPrimary,
  mostValues,
  type Period,
  periodCode,
  periodOfCode,
  periodOfRank,
  periodRank,
  type SampledValue,
} from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';

type PublishedValue = Pick<SampledValue, 'territoryId' | 'indicatorId' | 'period' | 'value'> & {
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * Grain: one row per territory, indicator and period of the periods that touch those of a file: the value in force, unless
 * secrecy hides it, or may: a rate whose counts are not known.
 */
export async function listNeighbourValues(
  db: Queryable,
  contents: readonly Readonly<ContentCount>[],
): Promise<SampledValue[]> {
  const pairs = new Map<string, readonly [number, number]>();
  for (const { indicatorId, period } of contents)
    for (const neighbour of neighboursOf(periodOfCode(period)))
      pairs.set(`${indicatorId}/${periodCode(neighbour)}`, [indicatorId, periodCode(neighbour)]);
  const wanted = [...pairs.values()];
  const { rows } = await db.query<PublishedValue>(
    `select distinct on (territory_id, indicator_id, period) territory_id as "territoryId",
       indicator_id as "indicatorId", period, value, numerator, denominator
     from observation join import_batch on import_batch.id = batch_id and import_batch.state = 'published'
     where (indicator_id, period) in (select wanted.* from unnest($1::integer[], $2::integer[]) as wanted)
       and value is not null
     order by territory_id, indicator_id, period, publication desc
     limit $3`,
    [wanted.map(([indicatorId]) => indicatorId), wanted.map(([, period]) => period), mostValues],
  );
  const indicators = await listIndicators(db);
  const rules = new Map(aggregationRules(indicators).map((rule) => [rule.code, rule]));
  const ruleOf = new Map(indicators.map(({ id, code }) => [id, rules.get(code)]));
  return rows
    .filter((row) => isToldOf(ruleOf.get(row.indicatorId), row))
    .map(({ territoryId, indicatorId, period, value }) => ({
      territoryId,
      indicatorId,
      period,
      value,
      line: null,
      column: 0,
    }));
}

function isToldOf(rule: AggregationRule | undefined, row: PublishedValue): boolean {
  if (!rule || isSuppressedPrimary(rule, row)) return false;
  const isKnown = (count: number | null, threshold: number | null): boolean => count !== null || threshold === null;
  return isKnown(row.numerator, rule.numeratorThreshold) && isKnown(row.denominator, rule.denominatorThreshold);
}

/** The periods just before and just after. */
const neighboursOf = (period: Period): Period[] =>
  [-1, 1].map((step) => periodOfRank(periodRank(period) + step, period.kind));
