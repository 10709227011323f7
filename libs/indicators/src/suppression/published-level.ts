import type { IndicatorDefinition } from '../indicator';
import { absent, isValue, type Measure, measured } from '../measure';
import type { DatedValue } from '../project';
import { isSmallCount } from './primary';

type Counted = Pick<IndicatorDefinition, 'territorialRule' | 'suppressionThreshold'>;

/** A baseline, a target or a milestone as anybody may read it: a count under the indicator's threshold is secret. */
export const publishedLevel = (
  { value }: Pick<DatedValue, 'value'>,
  { territorialRule, suppressionThreshold }: Counted,
): Measure =>
  (territorialRule === 'sum' || territorialRule === 'distinct-count') && isSmallCount(value, suppressionThreshold)
    ? absent('suppressed-primary')
    : measured(value);

/** Progress from or towards what is secret, beside the current value, would tell it. */
export const hasSecretLevel = (
  levels: readonly (Pick<DatedValue, 'value'> | null | undefined)[],
  indicator: Counted,
): boolean => levels.some((level) => level != null && !isValue(publishedLevel(level, indicator)));
