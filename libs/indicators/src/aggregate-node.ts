import type { NodeWeight } from './aggregate-weights';
import type { AggregationRule } from './aggregation-rule';
import { type AggregateOrigin, addendsOf, type BaseRow, isSecret, shownMeasure } from './base-row';
import { type Coverage, isCovered } from './coverage';
import { deriveValue } from './derive-value';
import { absent, type Measure, type ObservationStatus } from './measure';
import type { ComponentFigure } from './pair-components';
import { componentFigure } from './settle-territory';
import type { Sum } from './sum-parts';
import { isSuppressedPrimary } from './suppression/primary';

/** A territory's figure for one indicator and period: what it has of its own, what its parts sum up to, or both. */
export interface Settled {
  readonly base: BaseRow | undefined;
  readonly sum: Sum | undefined;
}

export interface Shown {
  readonly measure: Measure;
  readonly status: ObservationStatus;
  readonly origin: AggregateOrigin;
  readonly coverage: Coverage;
}

/** A published value, or a producer's secrecy, stands against any sum of parts. */
export const decides = (base: BaseRow | undefined): boolean =>
  base !== undefined && (base.absence === null || isSecret(base));

const covers = ({ weight, count }: NodeWeight, isAvailable: boolean, isHidden: boolean): Coverage => ({
  availableWeight: isAvailable ? weight : 0,
  expectedWeight: weight,
  availableCount: isAvailable ? count : 0,
  suppressedCount: isHidden ? count : 0,
  expectedCount: count,
});

/** What a territory brings to the sums of its wholes: its own figure, or what its parts sum up to, however incomplete. */
export function contributionOf(
  rule: AggregationRule,
  { base, sum }: Settled,
  weight: NodeWeight,
  isGround: boolean,
): Sum {
  const addends = base && addendsOf(rule, base);
  if (base && addends) return { ...addends, status: base.status, ...covers(weight, true, false) };
  const nothing = { numerator: 0, denominator: 0, status: 'normal' } as const;
  if (base && isSecret(base)) return { ...nothing, ...covers(weight, false, true) };
  if (!sum) return { ...nothing, ...covers(weight, false, false) };
  if (!isGround) return sum;
  // A commune counts for one in its wholes, whatever it is made of.
  const isAvailable = sum.availableCount > 0;
  return {
    ...sum,
    availableCount: isAvailable ? 1 : 0,
    suppressedCount: !isAvailable && sum.suppressedCount > 0 ? 1 : 0,
    expectedCount: 1,
  };
}

/** The figure that enters the computation of another indicator: covered, before any suppression of ours. */
export function figureOf(rule: AggregationRule, { base, sum }: Settled): ComponentFigure {
  if (base && decides(base)) return componentFigure(rule, base);
  if (sum && isCovered(sum, rule.coverageThreshold)) {
    const measure = deriveValue(rule, sum.numerator, sum.denominator);
    const value = 'value' in measure ? measure.value : null;
    return { value, absence: 'value' in measure ? null : measure.absence, status: sum.status };
  }
  return { value: null, absence: base?.absence ?? 'insufficient-coverage', status: 'normal' };
}

/** The figure that may be shown, with what it rests on. */
export function showSettled(rule: AggregationRule, { base, sum }: Settled, weight: NodeWeight): Shown {
  if (base && decides(base)) {
    const coverage = covers(weight, !isSecret(base), isSecret(base));
    return { measure: shownMeasure(rule, base), status: base.status, origin: base.origin, coverage };
  }
  const coverage = sum ? coverageOf(sum) : covers(weight, false, false);
  if (!sum || !isCovered(sum, rule.coverageThreshold)) {
    const measure = absent(base?.absence ?? 'insufficient-coverage');
    return { measure, status: sum?.status ?? 'normal', origin: base?.origin ?? originOfSums(rule), coverage };
  }
  const { numerator, denominator, status } = sum;
  const measure = deriveValue(rule, numerator, denominator);
  const isHidden = 'value' in measure && isSuppressedPrimary(rule, { value: measure.value, numerator, denominator });
  return { measure: isHidden ? absent('suppressed-primary') : measure, status, origin: originOfSums(rule), coverage };
}

const originOfSums = (rule: AggregationRule): AggregateOrigin => (rule.phase > 0 ? 'components' : 'parts');

const coverageOf = (sum: Sum): Coverage => ({
  availableWeight: sum.availableWeight,
  expectedWeight: sum.expectedWeight,
  availableCount: sum.availableCount,
  suppressedCount: sum.suppressedCount,
  expectedCount: sum.expectedCount,
});
