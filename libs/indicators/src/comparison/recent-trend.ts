import type { Interval } from './interval';

export interface ProportionPoint {
  readonly year: number;
  readonly count: number;
  readonly denominator: number;
}

export interface MeasuredPoint {
  readonly year: number;
  readonly value: number;
  /** 95 %. */
  readonly interval: Interval;
}

export interface RecentTrend {
  readonly direction: 'increasing' | 'decreasing' | 'no-significant-change';
  readonly chiSquare: number;
}

const points = 5;
/** Chi-square quantile at 99.8 %, one degree of freedom: control limits, since hundreds of series are read at once. */
const significantFrom = 9.54953570608324;

/**
 * Recent trend as Fingertips marks it: the last five yearly points, significant at 99.8 %, with a slope of the same sign in the
 * whole fit and in the five fits that leave one point out. Proportions are given as counts with denominators (chi-square
 * for trend, slope of log-odds), other values with their 95 % interval (weighted by its inverse variance). Undefined with
 * fewer than five points, or when the last five are not consecutive years.
 */
export function recentTrend(series: readonly ProportionPoint[] | readonly MeasuredPoint[]): RecentTrend | undefined {
  const last = [...(series as readonly (ProportionPoint | MeasuredPoint)[])]
    .sort((a, b) => a.year - b.year)
    .slice(-points);
  const first = last[0];
  if (!first || last.length < points || last.some(({ year }, index) => year !== first.year + index)) return undefined;
  const years = last.map((point, index) => weighted(point, index + 1));
  const whole = fitLine(years);
  const signs = [whole, ...years.map((_, left) => fitLine(years.filter((_year, index) => index !== left)))].map(
    ({ slope }) => Math.sign(slope),
  );
  const chiSquare = last.every((point) => 'count' in point) ? chiSquareForTrend(last) : whole.chiSquare;
  const isSteady = signs.every((sign) => sign === signs[0]) && signs[0] !== 0;
  if (!isSteady || !(chiSquare > significantFrom)) return { direction: 'no-significant-change', chiSquare };
  return { direction: whole.slope > 0 ? 'increasing' : 'decreasing', chiSquare };
}

interface WeightedPoint {
  readonly rank: number;
  readonly value: number;
  readonly weight: number;
}

function weighted(point: ProportionPoint | MeasuredPoint, rank: number): WeightedPoint {
  if ('count' in point) {
    return { rank, value: Math.log(point.count / (point.denominator - point.count)), weight: 1 };
  }
  return { rank, value: point.value, weight: (3.92 / (point.interval.high - point.interval.low)) ** 2 };
}

function fitLine(years: readonly WeightedPoint[]): { slope: number; chiSquare: number } {
  let weights = 0;
  let ranks = 0;
  let squares = 0;
  let values = 0;
  let products = 0;
  for (const { rank, value, weight } of years) {
    weights += weight;
    ranks += weight * rank;
    squares += weight * rank ** 2;
    values += weight * value;
    products += weight * rank * value;
  }
  const spread = weights * squares - ranks ** 2;
  const slope = (weights * products - ranks * values) / spread;
  return { slope, chiSquare: slope ** 2 / (weights / spread) };
}

/** Armitage (1955). */
function chiSquareForTrend(series: readonly ProportionPoint[]): number {
  let counts = 0;
  let denominators = 0;
  let weightedCounts = 0;
  let weightedDenominators = 0;
  let squares = 0;
  series.forEach(({ count, denominator }, index) => {
    const rank = index + 1;
    counts += count;
    denominators += denominator;
    weightedCounts += rank * count;
    weightedDenominators += rank * denominator;
    squares += rank ** 2 * denominator;
  });
  return (
    (denominators * (denominators * weightedCounts - counts * weightedDenominators) ** 2) /
    (counts * (denominators - counts) * (denominators * squares - weightedDenominators ** 2))
  );
}
