import type { AggregationRule } from '../aggregation-rule';

type Thresholds = Pick<
  AggregationRule,
  'valueThreshold' | 'numeratorThreshold' | 'denominatorThreshold' | 'complementThreshold'
>;

interface Figures {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A zero tells nobody apart. */
export const isSmallCount = (count: number | null, threshold: number | null): boolean =>
  count !== null && threshold !== null && count > 0 && count < threshold;

/**
 * Primary suppression: a count that is not zero and stays under the threshold; a ratio or a mean whose denominator,
 * numerator or remainder is such a count. A zero tells nobody apart and is shown; a zero denominator is not a secret.
 * Source: frequency rule of the French statistical service, 11 for persons, 3 for businesses.
 */
export function isSuppressedPrimary(thresholds: Thresholds, { value, numerator, denominator }: Figures): boolean {
  if (isSmallCount(value, thresholds.valueThreshold)) return true;
  if (denominator === 0) return false;
  return (
    isSmallCount(denominator, thresholds.denominatorThreshold) ||
    isSmallCount(numerator, thresholds.numeratorThreshold) ||
    (numerator !== null &&
      denominator !== null &&
      isSmallCount(denominator - numerator, thresholds.complementThreshold))
  );
}
