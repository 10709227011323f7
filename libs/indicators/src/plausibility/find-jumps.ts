import { median } from '../comparison/median';
import { robustScale } from '../effect/robust-scale';
import { periodOfCode, periodRank } from '../period';
import type { SampledValue } from './sampled-values';

/** A value that leaves its own past (or returns to it) as chance and ordinary change do not. */
export interface Jump {
  readonly value: SampledValue;
  readonly before: SampledValue;
}

/** Year-on-year changes beyond this factor: 86 in the twelve series of DREES by département, most of them errors. */
const largestFactor = 2.5;
/** Of a rate: share of change that is looked at, and how many robust standard deviations from the others' changes. */
const smallestShare = 0.3;
const farFromOthers = 5;
const fewestOthers = 10;
/** Of a rate without others to compare with. */
const largestShareAlone = 0.5;

/**
 * Jumps of one indicator. A count jumps when it changes by 2.5 or more and by more than its Poisson noise explains (the
 * variance-stabilised 2√x moves by 4: Anscombe, Biometrika 35, 1948); a rate when its change is large and far from the other
 * territories' changes over the same periods. A peak that comes back the next period is told once, where it stands.
 */
export function findJumps(values: readonly SampledValue[], isCount: boolean): Jump[] {
  const sorted = [...values].sort((a, b) => a.territoryId - b.territoryId || a.period - b.period);
  const isFar = isCount ? isCountJump : rateJump(sorted);
  const jumps: Jump[] = [];
  for (const pair of consecutivePairs(sorted)) if (isFar(pair)) jumps.push(pair);
  const landed = new Map(jumps.map((jump) => [jump.value, jump]));
  // 137 → 617 → 264: 264 is back near 137; it is 617 that stands out
  return jumps.filter((jump) => !isReturn(jump, landed.get(jump.before)));
}

const isReturn = ({ value, before }: Jump, earlier: Jump | undefined): boolean =>
  earlier !== undefined && Math.sign(value.value - before.value) !== Math.sign(before.value - earlier.before.value);

/** Of values sorted by territory then period: each with the one of the period just before, a pair at a time. */
function* consecutivePairs(sorted: readonly SampledValue[]): Generator<Jump> {
  for (let rank = 1; rank < sorted.length; rank += 1) {
    const [before, value] = [sorted[rank - 1]!, sorted[rank]!];
    if (before.territoryId !== value.territoryId || !isNext(before.period, value.period)) continue;
    // two published values are no news
    if (before.line !== null || value.line !== null) yield { value, before };
  }
}

function isNext(one: number, other: number): boolean {
  const [before, after] = [periodOfCode(one), periodOfCode(other)];
  return before.kind === after.kind && periodRank(after) - periodRank(before) === 1;
}

function isCountJump({ value: { value: now }, before: { value: then } }: Jump): boolean {
  if (now < 0 || then < 0) return false;
  const factor = Math.max(now, then) / Math.max(Math.min(now, then), 1);
  return factor >= largestFactor && 2 * Math.abs(Math.sqrt(now) - Math.sqrt(then)) >= 4;
}

function rateJump(sorted: readonly SampledValue[]): (jump: Jump) => boolean {
  const changes = new Map<number, number[]>();
  for (const { value, before } of consecutivePairs(sorted)) {
    const change = value.value - before.value;
    const same = changes.get(value.period);
    if (same) same.push(change);
    else changes.set(value.period, [change]);
  }
  const usual = new Map(
    [...changes].map(([period, all]) => {
      return [period, all.length < fewestOthers ? null : { middle: median(all) ?? 0, scale: robustScale(all) }];
    }),
  );
  return ({ value, before }) => {
    const size = Math.abs(before.value);
    const change = value.value - before.value;
    const others = usual.get(value.period);
    if (!others) return size > 0 && Math.abs(change) >= largestShareAlone * size;
    const distance = Math.abs(change - others.middle) / others.scale;
    return Math.abs(change) >= smallestShare * size && distance >= farFromOthers;
  };
}
