import type { IndicatorDefinition } from '../indicator';
import { isValue, type Measure, type ObservationStatus } from '../measure';
import { type Period, periodCode } from '../period';
import { smallestDifference } from './smallest-difference';

export interface SeriesPoint {
  readonly period: Period;
  readonly measure: Measure;
  readonly status: ObservationStatus;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'stable';
  readonly from: { readonly period: Period; readonly value: number };
  readonly to: { readonly period: Period; readonly value: number };
  readonly difference: number;
  /** |difference| ÷ threshold: 1 is just notable, 2 and more is clear. */
  readonly clearness: number;
}

/** Changes are read over a mandate: long enough to see something, short enough to be about the present. */
const windowYears = 5;
/** With fewer yearly steps a standard deviation says nothing. */
const fewestSteps = 3;

/**
 * The rule of every "en hausse", "en baisse" and "stable" on the screens. The newest value is compared with the oldest
 * one of the same rank in the year (October with October) at most five years before, never across a break in series.
 * It is notable when it exceeds both the smallest difference worth words and the series' own noise: the sample standard
 * deviation of its yearly first differences around their mean, so that a steady slope has no noise. Undefined when there
 * are not two comparable values; the newest period itself must have one.
 */
export function notableChange(
  series: readonly SeriesPoint[],
  indicator: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
): Change | undefined {
  const ordered = [...series].sort((a, b) => periodCode(a.period) - periodCode(b.period));
  const last = ordered.at(-1);
  if (!last || !isValue(last.measure)) return undefined;
  const comparable = afterLastBreak(ordered).flatMap(({ period, measure }) =>
    isValue(measure) &&
    period.kind === last.period.kind &&
    period.index === last.period.index &&
    period.year >= last.period.year - windowYears
      ? [{ period, value: measure.value }]
      : [],
  );
  const from = comparable[0];
  const to = comparable.at(-1);
  if (!from || !to || comparable.length < 2) return undefined;
  const difference = to.value - from.value;
  const threshold = Math.max(smallestDifference(indicator, from.value), noiseOf(comparable));
  const clearness = Math.abs(difference) / threshold;
  // Equal to the threshold counts, whatever binary fractions make of 12.3 − 12.1.
  const isNotable = clearness >= 1 - 1e-9;
  return { direction: !isNotable ? 'stable' : difference > 0 ? 'up' : 'down', from, to, difference, clearness };
}

function afterLastBreak(ordered: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const start = ordered.findLastIndex(({ status }) => status === 'series-break');
  return start < 0 ? ordered : ordered.slice(start);
}

function noiseOf(points: readonly { period: Period; value: number }[]): number {
  const steps: number[] = [];
  for (let index = 1; index < points.length; index++) {
    const before = points[index - 1]!;
    const after = points[index]!;
    steps.push((after.value - before.value) / (after.period.year - before.period.year));
  }
  if (steps.length < fewestSteps) return 0;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (steps.length - 1));
}
