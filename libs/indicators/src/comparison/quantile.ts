/** Hyndman and Fan (1996), definition 7: linear between order statistics. `sorted` is ascending; undefined when empty. */
export function quantile(sorted: readonly number[], probability: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
