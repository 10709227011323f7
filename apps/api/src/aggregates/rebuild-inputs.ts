import { type AggregationRule, aggregationRules, periodOfCode, type TreeNode } from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { readTerritoryTree } from './territory-tree';

export interface IndicatorRule extends AggregationRule {
  readonly id: number;
}

/** An indicator and a period, as one integer: see `pairKey`. */
export type PairKey = number;

export interface RebuildInputs {
  /** In order of publication: the last one wins. */
  readonly batchIds: readonly number[];
  /** Whether observations of other batches stand beside (withdrawn, or being published). */
  readonly hasOtherBatches: boolean;
  readonly rules: readonly IndicatorRule[];
  readonly indicatorVersions: Readonly<Record<string, number>>;
  readonly tree: readonly TreeNode[];
  /** Pairs of which each row is looked at: held by several batches, years that months may complete, computed from others. */
  readonly irregularPairs: readonly PairKey[];
  /** Pairs whose rows do not all come as their rule adds them: as values for a sum, as two parts for a ratio. */
  readonly oddPairs: readonly PairKey[];
  readonly pairs: readonly PairKey[];
}

/** The one shape (`batch_content.shapes`) that the heavy pass trusts, for the rules that it adds. */
const trustedShapes: Readonly<Partial<Record<AggregationRule['form'], number>>> = { sum: 1, ratio: 2 };

/** indicator × 2²² + period: period codes stay under 2²². */
const pairKey = (indicatorId: number, period: number): PairKey => indicatorId * 4_194_304 + period;
export const pairSql = 'indicator_id * 4194304::bigint + period';

interface Content {
  readonly indicatorId: number;
  readonly period: number;
  readonly batchCount: number;
  readonly shapes: number;
}

export async function readInputs(db: Queryable): Promise<RebuildInputs> {
  const indicators = await listIndicators(db);
  const ids = new Map(indicators.map(({ code, id }) => [code, id]));
  const rules = aggregationRules(indicators).map((rule) => ({ ...rule, id: ids.get(rule.code) ?? 0 }));
  const { rows: batches } = await db.query<{ id: number; isPublished: boolean }>(
    `select id, state = 'published' as "isPublished" from import_batch order by publication nulls last, id`,
  );
  const batchIds = batches.filter(({ isPublished }) => isPublished).map(({ id }) => id);
  const { rows: contents } = await db.query<Content>(
    `select indicator_id as "indicatorId", period, count(*)::integer as "batchCount", bit_or(shapes) as shapes
     from batch_content where batch_id = any($1) group by indicator_id, period order by indicator_id, period`,
    [batchIds],
  );
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const irregular = new Set<PairKey>();
  const odd = new Set<PairKey>();
  for (const { indicatorId, period, batchCount, shapes } of contents) {
    const rule = ruleOf.get(indicatorId);
    const trusted = rule && rule.phase === 0 ? trustedShapes[rule.form] : undefined;
    if (trusted !== undefined && (shapes & ~trusted) !== 0) odd.add(pairKey(indicatorId, period));
    if (batchCount > 1 || (rule && rule.phase > 0)) irregular.add(pairKey(indicatorId, period));
    const { kind, year } = periodOfCode(period);
    const isShort = kind === 'month' || kind === 'quarter' || kind === 'half';
    if (isShort && rule && rule.temporal !== 'none') irregular.add(pairKey(indicatorId, year * 1000));
  }
  return {
    batchIds,
    hasOtherBatches: batchIds.length < batches.length,
    rules,
    indicatorVersions: Object.fromEntries(indicators.map(({ id, version }) => [id, version])),
    tree: await readTerritoryTree(db),
    irregularPairs: [...irregular].sort((a, b) => a - b),
    oddPairs: [...odd].filter((pair) => !irregular.has(pair)).sort((a, b) => a - b),
    pairs: contents.map(({ indicatorId, period }) => pairKey(indicatorId, period)),
  };
}
