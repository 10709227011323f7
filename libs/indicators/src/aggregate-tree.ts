import { contributionOf, decides, figureOf, type Settled, type Shown, showSettled } from './aggregate-node';
import { partsFirst, type TreeNode, treeWeights } from './aggregate-weights';
import type { AggregationRule } from './aggregation-rule';
import { type BaseRow, isSecret } from './base-row';
import type { FindComponent } from './pair-components';
import { growthStart } from './pair-components';
import { baseRows } from './settle-territory';
import { type Sum, sumParts } from './sum-parts';

export interface AggregateRow extends Shown {
  readonly territory: number;
  readonly indicator: string;
  readonly period: number;
}

type ByPeriod = Map<number, Settled>;

/**
 * The rebuild's rules over a tree of territories, in memory: the reference to which the SQL is held. Observations are
 * the latest published ones. A published value of a whole always beats the sum of its parts; a producer's secrecy too.
 */
export function aggregateTree(
  nodes: readonly TreeNode[],
  rules: readonly AggregationRule[],
  observations: ReadonlyMap<number, readonly BaseRow[]>,
): AggregateRow[] {
  const ordered = partsFirst(nodes);
  const weights = treeWeights(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));
  const settled = new Map<string, ByPeriod>();
  const at = (territory: number, indicator: string | null): ByPeriod =>
    settled.get(`${territory} ${indicator}`) ?? new Map();

  const contribution = (rule: AggregationRule, child: number, period: number): Sum | undefined => {
    const [figure, weight] = [at(child, rule.code).get(period), weights.get(child)];
    return figure && weight && contributionOf(rule, figure, weight, byId.get(child)?.isGround ?? false);
  };

  /** A whole only pairs components of which one is its own: the others are paired in its parts, then summed. */
  const isPairedHere = (rule: AggregationRule, node: TreeNode, row: BaseRow): boolean => {
    if (node.partitions.length === 0) return true;
    if (row.absence !== null && !isSecret(row)) return false;
    const start = rule.form === 'growth' ? growthStart(row.period) : row.period;
    return (
      decides(at(node.id, rule.numerator).get(row.period)?.base) ||
      decides(at(node.id, rule.denominator).get(start)?.base)
    );
  };

  const settle = (rule: AggregationRule, node: TreeNode): ByPeriod => {
    const find: FindComponent = (indicator, period) => {
      const [component, figure] = [ruleOf.get(indicator), at(node.id, indicator).get(period)];
      return component && figure && figureOf(component, figure);
    };
    const own = (observations.get(node.id) ?? []).filter((row) => row.indicator === rule.code);
    const bases = baseRows(rule, own, find, [...at(node.id, rule.numerator).keys()], (row) =>
      isPairedHere(rule, node, row),
    );
    const result: ByPeriod = new Map(bases.map((base) => [base.period, { base, sum: undefined }]));
    const weight = weights.get(node.id);
    if (!weight || rule.form === 'published') return result;
    const children = node.partitions.flatMap((parts) => parts.map(({ child }) => child));
    for (const period of new Set(children.flatMap((child) => [...at(child, rule.code).keys()]))) {
      const sum = sumParts(node, weight, (child) => contribution(rule, child, period));
      result.set(period, { base: result.get(period)?.base, sum });
    }
    return result;
  };

  const rows: AggregateRow[] = [];
  for (const rule of rules) {
    for (const node of ordered) {
      const figures = settle(rule, node);
      settled.set(`${node.id} ${rule.code}`, figures);
      const weight = weights.get(node.id);
      if (!weight) continue;
      for (const [period, figure] of figures)
        rows.push({ territory: node.id, indicator: rule.code, period, ...showSettled(rule, figure, weight) });
    }
  }
  return rows;
}
