import type { SampledValue } from './sampled-values';

export interface IncoherentTotal {
  readonly total: SampledValue;
  readonly sum: number;
  readonly partCount: number;
}

/** Rounding of parts to one unit, and of totals. */
const share = 0.005;

/**
 * Totals of one indicator and period that their parts, in the same file, do not add up to. `wholeOf` names the code of the
 * whole that a territory is a part of; a whole whose parts have gaps (a secret, a commune that is not there) is looked at
 * too: the reader judges.
 */
export function compareTotals(
  values: readonly SampledValue[],
  codeOf: (territoryId: number) => string,
  wholeOf: (territoryId: number) => string | null,
): IncoherentTotal[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { territoryId, value } of values) {
    const whole = wholeOf(territoryId);
    if (whole === null) continue;
    const { sum, count } = sums.get(whole) ?? { sum: 0, count: 0 };
    sums.set(whole, { sum: sum + value, count: count + 1 });
  }
  const found: IncoherentTotal[] = [];
  for (const total of values) {
    const parts = wholeOf(total.territoryId) === null ? sums.get(codeOf(total.territoryId)) : undefined;
    if (!parts || parts.count < 2) continue;
    const tolerance = Math.max(parts.count / 2 + 1, Math.abs(total.value) * share);
    if (Math.abs(total.value - parts.sum) > tolerance)
      found.push({ total, sum: Number(parts.sum.toPrecision(15)), partCount: parts.count });
  }
  return found;
}
