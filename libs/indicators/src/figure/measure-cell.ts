import { isValue, type Measure, type ObservationStatus } from '../measure';
import { type Period, periodText } from '../period';
import { absenceWords, formatCell, formatMeasure } from '../wording/format-measure';
import type { Locale } from '../wording/locale';
import { vocabulary } from '../wording/vocabulary/vocabulary';
import type { FigureIndicator, FigureTerritory } from './facts';
import type { DatumReference, FigureCell } from './figure';

const datumReference = (
  indicator: { readonly code: string },
  territory: FigureTerritory,
  period: Period,
): DatumReference => ({
  indicator: indicator.code,
  level: territory.level,
  code: territory.code,
  period: periodText(period),
});

/** A number without its unit, which is in the column's title, or the symbol of an absence with its words. */
export function measureCell(
  measure: Measure,
  indicator: FigureIndicator,
  territory: FigureTerritory,
  period: Period,
  locale: Locale,
): FigureCell {
  const cell = {
    text: formatCell(measure, indicator, locale),
    provenance: datumReference(indicator, territory, period),
  };
  return isValue(measure) ? cell : { ...cell, absence: absenceWords(measure.absence, locale) };
}

export const statusCell = (status: ObservationStatus, measure: Measure, locale: Locale): FigureCell => ({
  text: isValue(measure) ? vocabulary[locale].statuses[status].words : absenceWords(measure.absence, locale),
});

/** For a tooltip: the value with its unit, or the absence in words. */
export const spokenMeasure = (measure: Measure, indicator: FigureIndicator, locale: Locale): string =>
  isValue(measure) ? formatMeasure(measure, indicator, locale) : absenceWords(measure.absence, locale);
