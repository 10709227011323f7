import { type Period, periodOfRank, periodRank } from '../period';

/**
 * Every period from the first to the last, those without a value included: a hole must take its place on the axis. The
 * step is the smallest one met, so that a census known every five years is a line and not lonely points.
 */
export function periodAxis(periods: readonly Period[]): Period[] {
  const kind = periods.at(-1)?.kind;
  if (!kind) return [];
  const ranks = [...new Set(periods.filter((period) => period.kind === kind).map(periodRank))].sort((a, b) => a - b);
  const first = ranks[0]!;
  const last = ranks.at(-1)!;
  const step = Math.max(1, Math.min(...ranks.slice(1).map((rank, index) => rank - ranks[index]!), last - first));
  const isRegular = ranks.every((rank) => (rank - first) % step === 0);
  const stride = isRegular ? step : 1;
  return Array.from({ length: Math.floor((last - first) / stride) + 1 }, (_, index) =>
    periodOfRank(first + index * stride, kind),
  );
}
