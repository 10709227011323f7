import type { AggregationRule } from './aggregation-rule';
import { type BaseRow, isSecret, rowMeasure } from './base-row';
import { type ComponentFigure, type FindComponent, pairComponents, weighRow } from './pair-components';
import { yearsFromPeriods } from './year-from-periods';

/** Rows of one territory by indicator, then by period code. */
export type TerritoryRows = ReadonlyMap<string, ReadonlyMap<number, BaseRow>>;

const hasFigure = (row: BaseRow): boolean => row.absence === null || isSecret(row);

/** An earlier row gives way to a later one only where it says that there is nothing. */
function merge(preferred: readonly BaseRow[], others: readonly BaseRow[]): BaseRow[] {
  const byPeriod = new Map(preferred.map((row) => [row.period, row]));
  for (const row of others) {
    const known = byPeriod.get(row.period);
    if (!known || (!hasFigure(known) && hasFigure(row))) byPeriod.set(row.period, row);
  }
  return [...byPeriod.values()];
}

/** One rule, for a territory: its own rows, then years from its shorter periods, then pairs from components. */
export function baseRows(
  rule: AggregationRule,
  own: readonly BaseRow[],
  find: FindComponent,
  periods: readonly number[],
  isPairedHere: (pair: BaseRow) => boolean = () => true,
): BaseRow[] {
  const yearly = yearsFromPeriods(rule, own);
  const given = merge(own, yearly);
  if (rule.phase === 0) return given;
  const pairs = periods.flatMap((period) => pairComponents(rule, period, find) ?? []).filter(isPairedHere);
  return merge(given, pairs).map((row) => weighRow(rule, row, find));
}

/**
 * Everything that follows from a territory's own rows: what a commune shows. Rules come components first. Where a
 * territory has parts, a pair of which a component is missing is left to them.
 */
export function settleTerritory(
  rules: readonly AggregationRule[],
  own: readonly BaseRow[],
  hasParts: boolean,
): TerritoryRows {
  const settled = new Map<string, ReadonlyMap<number, BaseRow>>();
  const byIndicator = new Map<string, BaseRow[]>();
  for (const row of own) {
    const rows = byIndicator.get(row.indicator);
    if (rows) rows.push(row);
    else byIndicator.set(row.indicator, [row]);
  }
  const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));
  const find: FindComponent = (indicator, period) => {
    const row = settled.get(indicator)?.get(period);
    const rule = ruleOf.get(indicator);
    return row && rule && componentFigure(rule, row);
  };
  for (const rule of rules) {
    const periods = rule.numerator === null ? [] : [...(settled.get(rule.numerator)?.keys() ?? [])];
    const rows = baseRows(
      rule,
      byIndicator.get(rule.code) ?? [],
      find,
      periods,
      (pair) => !hasParts || hasFigure(pair),
    );
    settled.set(rule.code, new Map(rows.map((row) => [row.period, row])));
  }
  return settled;
}

/** A row as a component of another indicator: its number before any suppression of ours. */
export function componentFigure(rule: AggregationRule, row: BaseRow): ComponentFigure {
  const measure = rowMeasure(rule, row);
  return 'value' in measure
    ? { value: measure.value, absence: null, status: row.status }
    : { value: null, absence: measure.absence, status: row.status };
}
