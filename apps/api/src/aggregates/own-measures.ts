import {
  type AggregateOrigin,
  absenceOfCode,
  type BaseRow,
  type Coverage,
  type Measure,
  type NodeWeight,
  type ObservationStatus,
  settleTerritory,
  showSettled,
  statusOfCode,
} from '@sillage/indicators';
import type { IndicatorRule } from './rebuild-inputs';

/** One figure of a state. The counts behind an absence are absent too. */
export interface MeasureRow {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly status: ObservationStatus;
  readonly coverage: Coverage;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly origin: AggregateOrigin;
  /** Where a published value comes from; null for a computed one. */
  readonly batchId: number | null;
  readonly line: number | null;
}

/** An observation as read from the database. */
export interface ObservationRow {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly absence: number | null;
  readonly status: number;
  readonly batchId: number;
  readonly line: number;
  readonly population: number | null;
  /** Arrondissements municipaux, or former perimeters. */
  readonly hasParts: boolean;
}

interface SourcedRow extends BaseRow {
  readonly batchId: number;
  readonly line: number;
}

const isSourced = (row: BaseRow): row is SourcedRow => row.origin === 'published' && 'batchId' in row;

/** What territories show by themselves: their latest observations, years from months, ratios from components, suppression. */
export function ownMeasures(rules: readonly IndicatorRule[], observations: readonly ObservationRow[]): MeasureRow[] {
  const codeOf = new Map(rules.map(({ id, code }) => [id, code]));
  const territories = new Map<number, { population: number | null; hasParts: boolean; rows: BaseRow[] }>();
  for (const row of observations) {
    const territory = territories.get(row.territoryId) ?? {
      population: row.population,
      hasParts: row.hasParts,
      rows: [],
    };
    territories.set(row.territoryId, territory);
    const base: SourcedRow = {
      indicator: codeOf.get(row.indicatorId) ?? '',
      period: row.period,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      absence: row.absence === null ? null : absenceOfCode(row.absence),
      status: statusOfCode(row.status),
      origin: 'published',
      batchId: row.batchId,
      line: row.line,
    };
    territory.rows.push(base);
  }
  const measures: MeasureRow[] = [];
  for (const [territoryId, { population, hasParts, rows }] of territories) {
    const weight: NodeWeight = { weight: population ?? 1, count: 1, partitions: [] };
    const settled = settleTerritory(rules, rows, hasParts);
    for (const rule of rules)
      for (const base of settled.get(rule.code)?.values() ?? [])
        measures.push(measureOf(territoryId, rule, base, weight));
  }
  return measures;
}

// Field by field: hundreds of thousands of rows pass here for a map of France, and spreading costs as much as reading them.
function measureOf(territoryId: number, rule: IndicatorRule, base: BaseRow, weight: NodeWeight): MeasureRow {
  const { measure, status, origin, coverage } = showSettled(rule, { base, sum: undefined }, weight);
  const isShown = 'value' in measure;
  const source = isSourced(base) ? base : undefined;
  return {
    territoryId,
    indicatorId: rule.id,
    period: base.period,
    measure,
    status,
    coverage,
    numerator: isShown ? base.numerator : null,
    denominator: isShown ? base.denominator : null,
    origin,
    batchId: source?.batchId ?? null,
    line: source?.line ?? null,
  };
}
