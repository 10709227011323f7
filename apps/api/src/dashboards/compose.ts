import {
  absenceWords,
  changeVerdict,
  type FigureIndicator,
  type FigureSource,
  formatDate,
  formatMeasure,
  formatPeriod,
  type IndicatorDefinition,
  isValue,
  type Locale,
  nextExpectedDate,
  notableChange,
  type Period,
  pageWords,
  parisDate,
  periodText,
  type SeriesPoint,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import type { CommonFacts, Indicator, MeasurePoint, MeasureTable, Place } from './page-facts';
import type { frameSchema, tileSchema } from './pages.dto';

type Frame = z.infer<typeof frameSchema>;
export type Tile = z.infer<typeof tileSchema>;

export const placeOf = ({ level, code, name }: Place, locale: Locale) => ({
  level,
  code,
  name,
  levelLabel: vocabulary[locale].levels[level]?.one ?? level,
});

export const frameOf = ({ home, state }: CommonFacts, locale: Locale): Frame => ({
  identity: { name: home.name, isDemo: home.isDemo },
  home: placeOf(home, locale),
  state: state && {
    version: state.version,
    computedAt: state.computedAt,
    label: pageWords[locale].edition(formatDate(parisDate(state.computedAt), locale)),
  },
});

/** An indicator in one language, without what a figure has no use for. */
export function figureIndicator(indicator: IndicatorDefinition, locale: Locale): FigureIndicator {
  const { code, unit, decimals, polarity, allowsNegative } = indicator;
  const { label, wording } = indicator[locale];
  return { code, unit, decimals, polarity, allowsNegative, label, wording };
}

const kindOfFrequency: Record<string, Period['kind']> = { P1M: 'month', P3M: 'quarter', P6M: 'half' };

/**
 * The values that a series is told from: of one kind of period (the indicator's own, or else the newest value's), up to
 * the newest one that is more than "not available".
 */
export function mainSeries(points: readonly MeasurePoint[] | undefined, frequency: string): MeasurePoint[] {
  if (!points) return [];
  const isKnown = ({ measure }: MeasurePoint): boolean => isValue(measure) || measure.absence !== 'not-available';
  const known = points.filter(isKnown);
  const wished = kindOfFrequency[frequency];
  const kind = known.some(({ period }) => period.kind === wished) ? wished : known.at(-1)?.period.kind;
  const ofKind = points.filter(({ period }) => period.kind === kind);
  return ofKind.slice(0, ofKind.findLastIndex(isKnown) + 1);
}

/** Without the counts behind the values: what may leave the server. */
export const shownSeries = (points: readonly MeasurePoint[]): SeriesPoint[] =>
  points.map(({ period, measure, status }) => ({ period, measure, status }));

export const seriesOf = (table: MeasureTable, indicator: Indicator, place: Place): MeasurePoint[] =>
  mainSeries(table.get(indicator.id)?.get(place.id), indicator.frequency);

export function tileOf(indicator: Indicator, place: Place, series: readonly MeasurePoint[], locale: Locale): Tile {
  const last = series.at(-1);
  const measure = last?.measure ?? { absence: 'not-available' as const };
  return {
    indicator: indicator.code,
    label: indicator[locale].label,
    value: formatMeasure(measure, indicator, locale),
    absence: isValue(measure) ? null : absenceWords(measure.absence, locale),
    period: last ? formatPeriod(last.period, locale) : '',
    change: changeVerdict(notableChange(series, indicator), indicator.polarity, locale),
    provenance: last
      ? { indicator: indicator.code, level: place.level, code: place.code, period: periodText(last.period) }
      : null,
  };
}

/** Under a figure: the producer, the day of the computation, and what comes next. */
export function figureSource(
  facts: CommonFacts,
  indicator: Indicator,
  newest: Period | undefined,
  locale: Locale,
): FigureSource {
  const source = facts.sources.find(({ code }) => code === indicator.source);
  return {
    label: source?.[locale].label ?? indicator.source,
    licence: source?.licence ?? '',
    updatedOn: facts.state && parisDate(facts.state.computedAt),
    nextExpectedOn: newest ? nextExpectedDate(newest, indicator.frequency, indicator.expectedDelayDays) : null,
    isDemo: facts.home.isDemo,
  };
}

/** The shown order inside an aim: what may lead, then the codes. */
export const byLeadRank = (a: Indicator, b: Indicator): number =>
  (a.leadRank ?? 1000) - (b.leadRank ?? 1000) || a.code.localeCompare(b.code);
