import { absent, combine, type Measure } from './measure';

/**
 * Progress towards a target, in percent: (current − baseline) ÷ (target − baseline), whatever the direction.
 * Unclamped: below 0 when moving away, above 100 when exceeded. Without distance to cover there is no progress to tell.
 */
export function progress(baseline: Measure, target: Measure, current: Measure): Measure {
  if ('value' in baseline && 'value' in target && baseline.value === target.value) return absent('not-applicable');
  // + 0: no move towards a lower target is 0, not −0
  return combine([baseline, target, current], (from, to, now) => (100 * (now - from)) / (to - from) + 0);
}
