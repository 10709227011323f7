import { vintageDate } from '../geography-vintage';
import { periodOfCode, yearOf } from '../period';
import type { ImportedIndicator } from './indicator-index';
import type { TerritoryReading } from './territory-code';
import type { ObservedMeasure } from './value-cell';

/**
 * What to remark on a value observed more than a year after its territory merged (producers are often one geography
 * behind): counts join those of its successor, a rate without its counts cannot.
 */
export function mergerRemark(
  { value, denominator }: ObservedMeasure,
  { territorialRule }: ImportedIndicator,
  { validTo, entries }: Extract<TerritoryReading, { kind: 'territory' }>,
  period: number,
): 'COMMUNE_FUSIONNEE' | 'COMMUNE_FUSIONNEE_NON_ADDITIVE' | null {
  if (validTo === null || validTo > vintageDate(yearOf(periodOfCode(period)).year - 1)) return null;
  const isAdditive = territorialRule === 'sum' || denominator !== null || value === null;
  if (!isAdditive) return 'COMMUNE_FUSIONNEE_NON_ADDITIVE';
  return entries.some((entry) => entry.validTo === null) ? null : 'COMMUNE_FUSIONNEE';
}
