import { type AggregationRule, growthYears } from './aggregation-rule';
import type { BaseRow } from './base-row';
import type { AbsenceReason, ObservationStatus } from './measure';
import { worstStatus } from './year-from-periods';

/** A component's figure at a territory, as it can enter a computation. */
export interface ComponentFigure {
  readonly value: number | null;
  readonly absence: AbsenceReason | null;
  readonly status: ObservationStatus;
}

export type FindComponent = (indicator: string, period: number) => ComponentFigure | undefined;

/** The period that ends a growth's span started `growthYears` before; period codes are year × 1000 + rank. */
export const growthStart = (period: number): number => period - growthYears * 1000;

/**
 * The pair (numerator, denominator) of a ratio or a growth, from the component indicators of the same territory. Both
 * must be there: a part that lacks one brings neither to a sum. undefined when either was never given.
 */
export function pairComponents(rule: AggregationRule, period: number, find: FindComponent): BaseRow | undefined {
  const { numerator, denominator } = rule;
  if (numerator === null || denominator === null) return undefined;
  const isGrowth = rule.form === 'growth';
  const top = find(numerator, period);
  const bottom = find(denominator, isGrowth ? growthStart(period) : period);
  if (!top || !bottom) return undefined;
  const row = { indicator: rule.code, period, value: null, origin: 'components' } as const;
  if (top.value === null || bottom.value === null) {
    return { ...row, numerator: null, denominator: null, absence: worstAbsence(top, bottom), status: 'normal' };
  }
  return {
    ...row,
    numerator: top.value,
    denominator: rule.isShareOfTotal ? top.value + bottom.value : bottom.value,
    absence: null,
    status: worstStatus([top.status, bottom.status]),
  };
}

/** Secrecy on either side hides the pair; otherwise the first absence. */
function worstAbsence(top: ComponentFigure, bottom: ComponentFigure): AbsenceReason {
  const absences = [top.absence, bottom.absence].filter((absence) => absence !== null);
  return absences.find((absence) => absence.startsWith('suppressed-')) ?? absences[0] ?? 'not-available';
}

/** A published mean or rate without its denominator takes the declared weight; a rate then only gives an estimate. */
export function weighRow(rule: AggregationRule, row: BaseRow, find: FindComponent): BaseRow {
  if (rule.weight === null || row.value === null || row.absence !== null || row.denominator !== null) return row;
  const weight = find(rule.weight, row.period)?.value ?? null;
  if (weight === null) return row;
  if (rule.form === 'mean') return { ...row, denominator: weight };
  if (rule.form !== 'ratio') return row;
  return {
    ...row,
    numerator: (row.value * weight) / rule.scale,
    denominator: weight,
    status: worstStatus([row.status, 'estimated']),
  };
}
