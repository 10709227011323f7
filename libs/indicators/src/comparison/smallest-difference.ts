import type { IndicatorDefinition } from '../indicator';

/** Units whose differences are read in points. */
const pointUnits = new Set(['percent', 'percent-per-year']);

/**
 * The difference between two values below which a screen says nothing: one unit of the last published decimal, 0.2 point
 * for percentages (0.02 for a growth per year, ten times smaller), 1 % of the older value for everything else.
 */
export function smallestDifference(
  { unit, decimals }: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
  from: number,
): number {
  const precision = 10 ** -decimals;
  if (unit === 'percent-per-year') return Math.max(precision, 0.02);
  if (pointUnits.has(unit)) return Math.max(precision, 0.2);
  return Math.max(precision, Math.abs(from) * 0.01);
}
