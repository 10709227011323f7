import type { EffectEstimate } from './effect';
import { cohortsOf, type Panel } from './panel';
import { thresholds } from './thresholds';

/** 2020 or 2021 within one year of a start, where periods are years. */
export function nearbyShock(panel: Panel): number | undefined {
  const starts = cohortsOf(panel).map((start) => panel.periods[start]!);
  return thresholds.shockYears.find((year) => starts.some((start) => Math.abs(start - year) <= 1));
}

/** Says so of any method's estimate: comparison territories went through it too, not always in the same way. */
export function warnOfShock(result: EffectEstimate, panel: Panel): EffectEstimate {
  const year = nearbyShock(panel);
  if (year === undefined || result.warnings.some(({ code }) => code === 'external-shock')) return result;
  return { ...result, warnings: [...result.warnings, { code: 'external-shock', facts: { year } }] };
}
