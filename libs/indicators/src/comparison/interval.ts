import { type Confidence, criticalValue } from './confidence';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson (1927) score interval of a proportion. */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  confidence: Confidence = 0.95,
): Interval | undefined {
  if (!(denominator > 0) || !(numerator >= 0) || numerator > denominator) return undefined;
  const z = criticalValue(confidence);
  const centre = 2 * numerator + z ** 2;
  const spread = z * Math.sqrt(z ** 2 + 4 * numerator * (1 - numerator / denominator));
  const scale = 2 * (denominator + z ** 2);
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Byar's approximation (Breslow and Day 1987, p. 69) of the interval of a rate whose numerator is a count of events. */
export function byarInterval(count: number, denominator: number, confidence: Confidence = 0.95): Interval | undefined {
  if (!(denominator > 0) || !(count >= 0)) return undefined;
  const z = criticalValue(confidence);
  const above = count + 1;
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return {
    low: Math.max(0, low) / denominator,
    high: (above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3) / denominator,
  };
}
