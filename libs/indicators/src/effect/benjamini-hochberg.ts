/** Benjamini and Hochberg (1995): p-values adjusted so that at most the chosen share of the findings told is false. */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return stepwise(p, 'down', (value, rank, count) => (value * count) / rank);
}

/** Holm (1979): no false finding among all, with the chosen probability. */
export function holm(p: readonly number[]): number[] {
  return stepwise(p, 'up', (value, rank, count) => value * (count + 1 - rank));
}

export const bonferroni = (p: readonly number[]): number[] => p.map((value) => Math.min(1, value * p.length));

/** Adjusts by rank, then makes the adjusted values increase with the p-values: running minimum from the largest, or maximum. */
function stepwise(
  p: readonly number[],
  direction: 'up' | 'down',
  adjust: (value: number, rank: number, count: number) => number,
): number[] {
  const order = p.map((_, index) => index).sort((a, b) => p[a]! - p[b]!);
  const adjusted = new Array<number>(p.length).fill(1);
  let bound = direction === 'down' ? 1 : 0;
  for (let step = 0; step < order.length; step++) {
    const position = direction === 'down' ? order.length - 1 - step : step;
    const index = order[position]!;
    const value = Math.min(1, adjust(p[index]!, position + 1, p.length));
    bound = direction === 'down' ? Math.min(bound, value) : Math.max(bound, value);
    adjusted[index] = bound;
  }
  return adjusted;
}
