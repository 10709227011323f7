import type { IndicatorDefinition } from '../indicator';
import { type AbsenceReason, isValue, type Measure } from '../measure';
import { formatNumber, formatSigned } from './format-number';
import { isSingular } from './is-singular';
import type { Locale } from './locale';
import type { UnitWords } from './vocabulary/fr';
import { vocabulary } from './vocabulary/vocabulary';

export type Quantity = Pick<IndicatorDefinition, 'unit' | 'decimals'>;

export const unitWords = (unit: string, locale: Locale): UnitWords =>
  vocabulary[locale].units[unit] ?? vocabulary[locale].unknownUnit(unit);

/** "12,1 %", "331 229", "20 110 € par an". */
export const formatValue = (value: number, { unit, decimals }: Quantity, locale: Locale): string =>
  unitWords(unit, locale).value(formatNumber(value, decimals, locale), isSingular(value, decimals, locale));

/** The number alone, for a cell whose column names the unit; the symbol of an absence. */
export const formatCell = (measure: Measure, { decimals }: Pick<Quantity, 'decimals'>, locale: Locale): string =>
  isValue(measure) ? formatNumber(measure.value, decimals, locale) : absenceSymbol(measure.absence, locale);

/** A value with its unit, or the symbol of its absence. */
export const formatMeasure = (measure: Measure, quantity: Quantity, locale: Locale): string =>
  isValue(measure) ? formatValue(measure.value, quantity, locale) : absenceSymbol(measure.absence, locale);

/** "−1,8 point", "+240": percentages differ by points, never by per cent. */
export const formatDifference = (value: number, { unit, decimals }: Quantity, locale: Locale): string =>
  unitWords(unit, locale).difference(formatSigned(value, decimals, locale), isSingular(value, decimals, locale));

export const absenceSymbol = (reason: AbsenceReason, locale: Locale): string =>
  vocabulary[locale].absences[reason].symbol;

export const absenceWords = (reason: AbsenceReason, locale: Locale): string =>
  vocabulary[locale].absences[reason].words;
