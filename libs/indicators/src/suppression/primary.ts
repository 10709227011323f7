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

const isSmall = (count: number | null, threshold: number | null): boolean =>
  count !== null && threshold !== null && count > 0 && count < threshold;

/**
 * Primary suppression: a count that is not zero and stays under the threshold; a ratio or a mean whose denominator,
 * numerator or remainder is such a count. A zero tells nobody apart and is shown; a zero denominator is not a secret.
 * Source: frequency rule of the French statistical service, 11 for persons, 3 for businesses.
 */
export function isSuppressedPrimary(thresholds: Thresholds, { value, numerator, denominator }: Figures): boolean {
  if (isSmall(value, thresholds.valueThreshold)) return true;
  if (denominator === 0) return false;
  return (
    isSmall(denominator, thresholds.denominatorThreshold) ||
    isSmall(numerator, thresholds.numeratorThreshold) ||
    (numerator !== null && denominator !== null && isSmall(denominator - numerator, thresholds.complementThreshold))
  );
}
