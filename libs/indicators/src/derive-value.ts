import { type AggregationRule, growthYears } from './aggregation-rule';
import { absent, type Measure, measured } from './measure';

/** The value that follows from added-up figures. A ratio is never averaged; dividing by zero has no answer. */
export function deriveValue(
  { form, scale }: Pick<AggregationRule, 'form' | 'scale'>,
  numerator: number | null,
  denominator: number | null,
): Measure {
  if (numerator === null) return absent('not-available');
  if (form === 'sum') return measured(numerator);
  if (denominator === null) return absent('not-available');
  if (denominator === 0) return absent('not-applicable');
  switch (form) {
    case 'ratio':
      return measured((scale * numerator) / denominator);
    case 'mean':
      return measured(numerator / denominator);
    case 'growth':
      return measured(100 * ((numerator / denominator) ** (1 / growthYears) - 1));
    case 'published':
      return absent('not-aggregable');
  }
}
