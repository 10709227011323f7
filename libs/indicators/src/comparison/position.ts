import type { IndicatorDefinition } from '../indicator';
import { quantile } from './quantile';
import { smallestDifference } from './smallest-difference';

export interface Position {
  /** Outside the middle half of the peers, and away from their median by more than the smallest difference. */
  readonly kind: 'higher' | 'lower' | 'close';
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** Fewer peers than this make no distribution. */
const fewestPeers = 5;

/** Where a value stands among territories of the same level (itself included); undefined with too few of them. */
export function positionAmong(
  value: number,
  peers: readonly number[],
  indicator: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
): Position | undefined {
  if (peers.length < fewestPeers) return undefined;
  const sorted = [...peers].sort((a, b) => a - b);
  const lowerQuartile = quantile(sorted, 0.25)!;
  const median = quantile(sorted, 0.5)!;
  const upperQuartile = quantile(sorted, 0.75)!;
  const isFar = Math.abs(value - median) >= smallestDifference(indicator, median);
  const kind = isFar && value > upperQuartile ? 'higher' : isFar && value < lowerQuartile ? 'lower' : 'close';
  return { kind, count: sorted.length, lowerQuartile, median, upperQuartile };
}
