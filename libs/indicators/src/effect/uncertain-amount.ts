import type { Draws } from './draws';

/** What is not known exactly: a number, a triangle, or a lognormal given by its median and its 95th percentile. */
export type Uncertain =
  | number
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly high: number };

/** A cost is nothing without who published it and for which year. */
export interface SourcedCost {
  readonly amount: Uncertain;
  readonly source: string;
  readonly year: number;
}

/** 95th percentile of the normal distribution. */
const z95 = 1.6448536269514722;

export function drawUncertain(uncertain: Uncertain, draws: Draws): number {
  if (typeof uncertain === 'number') return uncertain;
  if (uncertain.kind === 'lognormal') {
    const { median, high } = uncertain;
    return median * Math.exp((Math.log(high / median) / z95) * draws.normal());
  }
  const { low, mode, high } = uncertain;
  const width = high - low;
  if (!(width > 0)) return mode;
  const uniform = draws.uniform();
  return uniform < (mode - low) / width
    ? low + Math.sqrt(uniform * width * (mode - low))
    : high - Math.sqrt((1 - uniform) * width * (high - mode));
}

/** Whether bounds are in order and nothing is below 0. */
export function isSound(uncertain: Uncertain): boolean {
  if (typeof uncertain === 'number') return uncertain >= 0;
  if (uncertain.kind === 'lognormal') return uncertain.median > 0 && uncertain.high >= uncertain.median;
  return uncertain.low >= 0 && uncertain.low <= uncertain.mode && uncertain.mode <= uncertain.high;
}
