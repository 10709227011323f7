import type { AggregationRule } from './aggregation-rule';
import { deriveValue } from './derive-value';
import { type AbsenceReason, absent, type Measure, measured, type ObservationStatus } from './measure';
import { isSuppressedPrimary } from './suppression/primary';

/** published: given by the producer · parts: sum of parts · components: from other indicators · periods: from shorter periods. */
export const aggregateOrigins = ['published', 'parts', 'components', 'periods'] as const;
export type AggregateOrigin = (typeof aggregateOrigins)[number];

/** What is known of a territory by itself, for one indicator and one period code, before anything is added up. */
export interface BaseRow {
  readonly indicator: string;
  readonly period: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly absence: AbsenceReason | null;
  readonly status: ObservationStatus;
  readonly origin: AggregateOrigin;
}

export interface Addends {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a row brings to a sum; null when it cannot be added. A sum has no denominator: 0. */
export function addendsOf({ form }: Pick<AggregationRule, 'form'>, row: BaseRow): Addends | null {
  const { value, numerator, denominator } = row;
  if (row.absence !== null || form === 'published') return null;
  if (form === 'sum') return value === null ? null : { numerator: value, denominator: 0 };
  if (denominator === null) return null;
  if (form === 'mean') return value === null ? null : { numerator: value * denominator, denominator };
  return numerator === null ? null : { numerator, denominator };
}

/** The figure of a row as it stands: the published one keeps the precision that its producer gave it. */
export function rowMeasure(rule: AggregationRule, row: BaseRow): Measure {
  if (row.absence !== null) return absent(row.absence);
  return row.value === null ? deriveValue(rule, row.numerator, row.denominator) : measured(row.value);
}

/** The figure that may be shown. */
export function shownMeasure(rule: AggregationRule, row: BaseRow): Measure {
  const measure = rowMeasure(rule, row);
  if (!('value' in measure)) return measure;
  const { numerator, denominator } = row;
  return isSuppressedPrimary(rule, { value: measure.value, numerator, denominator })
    ? absent('suppressed-primary')
    : measure;
}

/** Whether a producer's secrecy stands on the row: nothing may be computed in its place. */
export const isSecret = (row: BaseRow): boolean => row.absence?.startsWith('suppressed-') ?? false;
