import { absent, combine, type Measure } from './measure';

/** relative: share of the first value, ×100 · points: difference of percentages · absolute: difference in the unit. */
export type ChangeKind = 'relative' | 'points' | 'absolute';

export interface ChangeMeasure {
  readonly kind: ChangeKind;
  readonly measure: Measure;
}

/** Units of counts and amounts: their change is told relatively to where it started. */
const counted: ReadonlySet<string> = new Set([
  'persons',
  'count',
  'households',
  'euros',
  'euros-per-year',
  'euros-per-inhabitant',
  'euros-per-square-metre',
  'days',
  'fte',
]);

const inPoints: ReadonlySet<string> = new Set(['percent', 'per-100', 'percent-per-year']);

/** A quantity that can be negative (a balance) has no relative change: −2 to 4 is not "−300 %". */
export function changeKind(indicator: { readonly unit: string; readonly allowsNegative: boolean }): ChangeKind {
  if (inPoints.has(indicator.unit)) return 'points';
  return counted.has(indicator.unit) && !indicator.allowsNegative ? 'relative' : 'absolute';
}

/** Change between two periods; an absence on either side is the answer. */
export function changeBetween(
  indicator: { readonly unit: string; readonly allowsNegative: boolean },
  before: Measure,
  after: Measure,
): ChangeMeasure {
  const kind = changeKind(indicator);
  if (kind !== 'relative') return { kind, measure: combine([before, after], (first, last) => last - first) };
  if ('value' in before && before.value === 0) {
    return { kind, measure: 'value' in after ? absent('not-applicable') : after };
  }
  return { kind, measure: combine([before, after], (first, last) => (100 * (last - first)) / first) };
}
