import { quantile } from './quantile';

/** Bounds between classes, ascending: `bounds.length + 1` classes; a value equal to a bound belongs to the class above. */
export interface ClassBreaks {
  readonly kind: 'sequential' | 'diverging';
  readonly bounds: readonly number[];
}

const classCount = 5;
const mantissas = [1, 2, 2.5, 5, 10];

/**
 * Five classes of about as many territories each, their bounds rounded to what is pleasant to read, fewer when the
 * values are few. Both signs make classes that mirror each other around zero, the middle one being "nearly nothing".
 */
export function classBreaks(values: readonly number[], decimals: number, canDiverge: boolean): ClassBreaks {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low === undefined || high === undefined || low === high) return { kind: 'sequential', bounds: [] };
  if (canDiverge && low < 0 && high > 0) return { kind: 'diverging', bounds: mirroredBounds(sorted, decimals) };
  const wished = [0.2, 0.4, 0.6, 0.8].map((probability) => quantile(sorted, probability)!);
  const spread = quantile(sorted, 0.9)! - quantile(sorted, 0.1)! || high - low;
  const step = niceStep(spread / (classCount * 3), decimals);
  return {
    kind: 'sequential',
    bounds: distinctInside(
      wished.map((bound) => roundTo(bound, step)),
      low,
      high,
    ),
  };
}

function mirroredBounds(sorted: readonly number[], decimals: number): number[] {
  const sizes = sorted.map(Math.abs).sort((a, b) => a - b);
  const outer = quantile(sizes, 0.8)!;
  const step = niceStep(outer / 6, decimals);
  const far = Math.max(roundTo(outer, step), step * 2);
  const near = Math.max(roundTo(far / 3, step), step);
  return [-far, -near, near, far];
}

/** The pleasant number nearest above, never finer than what is published. */
function niceStep(rough: number, decimals: number): number {
  const floor = 10 ** -decimals;
  if (rough <= floor) return floor;
  const power = 10 ** Math.floor(Math.log10(rough));
  const isPublishable = (step: number): boolean => Math.abs(step / floor - Math.round(step / floor)) < 1e-9;
  const steps = mantissas.map((mantissa) => mantissa * power).filter(isPublishable);
  return steps.find((step) => step >= rough * (1 - 1e-9)) ?? 10 * power;
}

/** Without the tails that binary fractions leave: 0.30000000000000004 → 0.3. */
const roundTo = (value: number, step: number): number => Number((Math.round(value / step) * step).toPrecision(12));

/** A bound must leave a value on each side, or its class would be empty. */
const distinctInside = (bounds: readonly number[], low: number, high: number): number[] =>
  [...new Set(bounds)].filter((bound) => bound > low && bound <= high);

/** Index of the class of a value, from 0. */
export const classOf = (value: number, { bounds }: ClassBreaks): number =>
  bounds.filter((bound) => value >= bound).length;
