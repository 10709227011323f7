/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson (1927) score interval of a proportion. */
export function wilsonInterval(numerator: number, denominator: number): Interval | undefined {
  if (!(denominator > 0) || numerator < 0 || numerator > denominator) return undefined;
  const proportion = numerator / denominator;
  const centre = proportion + z ** 2 / (2 * denominator);
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / denominator + z ** 2 / (4 * denominator ** 2));
  const scale = 1 + z ** 2 / denominator;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Byar's approximation (Breslow and Day 1987, p. 69) of the interval of a rate whose numerator is a count of events. */
export function byarInterval(count: number, denominator: number): Interval | undefined {
  if (!(denominator > 0) || count < 0) return undefined;
  const above = count + 1;
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return {
    low: low / denominator,
    high: (above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3) / denominator,
  };
}
