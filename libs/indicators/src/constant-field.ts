import type { AggregationRule } from './aggregation-rule';
import { isCovered } from './coverage';
import { deriveValue } from './derive-value';
import { absent, type Measure } from './measure';

export interface PartFigures {
  readonly part: string;
  /** What the part brings to a sum; null when it has no value. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly weight: number;
}

export interface ConstantField {
  readonly before: Measure;
  readonly after: Measure;
  /** Parts present in both periods, and in at least one. */
  readonly keptParts: readonly string[];
  readonly partCount: number;
}

/**
 * Two periods compared over the parts that have a value in both ("champ constant", the DREES rule for changes of
 * national ratios): a part that only answered once would pass for an evolution.
 */
export function constantField(
  rule: Pick<AggregationRule, 'form' | 'scale' | 'coverageThreshold'>,
  before: readonly PartFigures[],
  after: readonly PartFigures[],
): ConstantField {
  const isUsable = ({ numerator, denominator }: PartFigures) =>
    numerator !== null && (rule.form === 'sum' || denominator !== null);
  const later = new Map(after.map((figures) => [figures.part, figures]));
  const parts = new Map([...before, ...after].map((figures) => [figures.part, figures.weight]));
  const kept = before.filter((figures) => {
    const match = later.get(figures.part);
    return match !== undefined && isUsable(figures) && isUsable(match);
  });
  const keptParts = kept.map(({ part }) => part);
  const weightOf = (codes: Iterable<string>) => [...codes].reduce((total, code) => total + (parts.get(code) ?? 0), 0);
  const coverage = {
    availableWeight: weightOf(keptParts),
    expectedWeight: weightOf(parts.keys()),
    availableCount: keptParts.length,
    suppressedCount: 0,
    expectedCount: parts.size,
  };
  const total = (rows: readonly (PartFigures | undefined)[]): Measure => {
    if (!isCovered(coverage, rule.coverageThreshold)) return absent('insufficient-coverage');
    const sum = (field: 'numerator' | 'denominator') => rows.reduce((amount, row) => amount + (row?.[field] ?? 0), 0);
    return deriveValue(rule, sum('numerator'), sum('denominator'));
  };
  return {
    before: total(kept),
    after: total(keptParts.map((part) => later.get(part))),
    keptParts,
    partCount: parts.size,
  };
}
