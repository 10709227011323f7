import type { Interval } from '../comparison/interval';

/**
 * Effect when trends after the start may have parted by `multiple` times the worst change of the gap seen before. A simple
 * conservative band in the spirit of Rambachan and Roth (2023), approximate: not their exact interval.
 */
export const approximateTrendBand = (
  estimate: number,
  halfWidth: number,
  largestChange: number,
  multiple: number,
): Interval => ({
  low: estimate - halfWidth - multiple * largestChange,
  high: estimate + halfWidth + multiple * largestChange,
});

/** The multiple from which that band holds 0; 0 when the interval itself does, null when the gap never moved before. */
export function trendBreakdown(estimate: number, { low, high }: Interval, largestChange: number): number | null {
  const margin = estimate > 0 ? low : -high;
  if (margin <= 0) return 0;
  return largestChange > 0 ? margin / largestChange : null;
}
