import {
  changeSentence,
  composeMap,
  composeRanking,
  composeTrend,
  formatPeriod,
  importsText,
  isQuantity,
  isValue,
  type Locale,
  type Period,
  type Position,
  pageWords,
  periodCode,
  periodText,
  positionAmong,
  type TerritoryLevel,
  type TrendFacts,
  templateLevels,
  unitWords,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import { figureIndicator, figureSource, frameOf, placeOf, seriesOf, shownSeries, tileOf } from './compose';
import { areasFacts, chooseView, levelViews, pointAt } from './compose-areas';
import { identityCard, knowledge } from './compose-knowledge';
import { referenceSentence } from './compose-reference';
import type { CommonFacts, Dress, FigurePage, Indicator, MeasurePoint, MeasureTable, Place } from './page-facts';
import type { indicatorPageSchema } from './pages.dto';

type IndicatorPage = z.infer<typeof indicatorPageSchema>;

export interface IndicatorFacts extends CommonFacts {
  readonly indicator: Indicator;
  readonly territory: Place;
  readonly parents: readonly Place[];
  /** Every part of the home territory, at every level that may be mapped. */
  readonly parts: readonly Place[];
  readonly table: MeasureTable;
  readonly wished: { readonly level: string | undefined; readonly period: Period | undefined };
}

export function composeIndicator(facts: IndicatorFacts, dress: Dress, locale: Locale): IndicatorPage {
  const { indicator, territory, table, wished } = facts;
  const series = seriesOf(table, indicator, territory);
  const views = levelViews(table, indicator, facts.parts, wished.period);
  const view = chooseView(views, wished.level ?? (territory.id === facts.home.id ? undefined : territory.level));
  const trend = series.length > 0 ? trendFacts(facts, series, locale) : null;
  const areas =
    view &&
    areasFacts(facts, table, indicator, view, {
      selected: territory.level === view.level ? territory.code : null,
      locale,
    });
  const figures = {
    trend: trend && dress(composeTrend(trend, locale), trend),
    map: areas ? dress(composeMap(areas, locale), areas) : null,
    ranking: areas ? dress(composeRanking(areas, locale), areas) : null,
  };
  return {
    frame: frameOf(facts, locale),
    indicator: {
      code: indicator.code,
      label: indicator[locale].label,
      aim: indicator.aim,
      aimLabel: indicator.aim ? vocabulary[locale].aims[indicator.aim] : vocabulary[locale].noAim,
      unit: unitWords(indicator.unit, locale).name,
      polarity: vocabulary[locale].polarities[indicator.polarity],
      kind: vocabulary[locale].kinds[indicator.kind],
      version: indicator.version,
    },
    territory: placeOf(territory, locale),
    levels: views.map(({ level }) => ({
      level,
      label: vocabulary[locale].levels[level]?.many ?? level,
      isChosen: level === view?.level,
    })),
    periods: (view?.periods ?? []).map((period) => ({
      period: periodText(period),
      label: formatPeriod(period, locale),
      isChosen: view !== undefined && periodCode(period) === periodCode(view.period),
    })),
    lead: leadOf(facts, series, locale),
    tile: tileOf(indicator, territory, series, locale),
    ...figures,
    knowledge: knowledge(indicator, locale),
    identityCard: identityCard(facts, indicator, series, locale),
    downloads: [...downloadsOf(figures, locale), ...templatesOf(indicator, view?.level, locale)],
  };
}

function leadOf(facts: IndicatorFacts, series: readonly MeasurePoint[], locale: Locale): string {
  const { indicator, state } = facts;
  if (!state) return pageWords[locale].unpublished;
  const sentence = changeSentence(series, { ...indicator, wording: indicator[locale].wording }, locale);
  const last = series.at(-1);
  if (last && isValue(last.measure)) return sentence;
  const reference = referenceSentence(facts, facts.table, indicator, facts.parents, last?.period, locale);
  return reference ? `${sentence} ${reference}` : sentence;
}

function downloadsOf(figures: Record<'trend' | 'map' | 'ranking', FigurePage | null>, locale: Locale) {
  const { downloadOf, figureNames } = pageWords[locale].indicator;
  return (['trend', 'map', 'ranking'] as const).flatMap((name) => {
    const figure = figures[name];
    return figure ? [{ label: downloadOf(figureNames[name]), url: figure.downloads.csv }] : [];
  });
}

/** The file to fill in at the level shown, when the département has figures to give there. */
function templatesOf(indicator: Indicator, level: TerritoryLevel | undefined, locale: Locale) {
  const levels = templateLevels(indicator);
  if (levels.length === 0) return [];
  const query = level && levels.includes(level) ? `?level=${level}` : '';
  return [
    { label: importsText(locale).templates.link, url: `/api/v1/imports/templates/${indicator.code}.csv${query}` },
  ];
}

/** The territory's series, the middle half of its peers, and the home territory (or what is above it) for reference. */
function trendFacts(facts: IndicatorFacts, series: readonly MeasurePoint[], locale: Locale): TrendFacts {
  const { indicator, territory, table, home, parents } = facts;
  const wholes = territory.id === home.id ? parents.filter(({ isDemo }) => isDemo === home.isDemo) : [home];
  const reference = wholes
    .map((place) => ({ place, points: seriesOf(table, indicator, place) }))
    .find(({ points }) => points.some(({ measure }) => isValue(measure)));
  const { level, code, name } = territory;
  return {
    kind: 'trend',
    indicator: figureIndicator(indicator, locale),
    territory: { level, code, name },
    series: shownSeries(series),
    peers: peersOf(facts, series),
    // A part of a count lies far below its whole: the two on one axis would flatten the part.
    reference:
      reference && !isQuantity(indicator.unit)
        ? {
            territory: { level: reference.place.level, code: reference.place.code, name: reference.place.name },
            series: shownSeries(reference.points),
          }
        : null,
    source: figureSource(facts, indicator, series.at(-1)?.period, locale),
  };
}

function peersOf(
  { indicator, territory, table, parts }: IndicatorFacts,
  series: readonly MeasurePoint[],
): TrendFacts['peers'] {
  const peers = parts.filter(({ level }) => level === territory.level);
  const values = table.get(indicator.id);
  const points = series.flatMap(({ period }) => {
    const known = peers.flatMap((peer) => {
      const measure = pointAt(values?.get(peer.id), period)?.measure;
      return measure && isValue(measure) ? [measure.value] : [];
    });
    const position: Position | undefined = positionAmong(0, known, indicator);
    if (!position) return [];
    const { count, lowerQuartile, median, upperQuartile } = position;
    return [{ count, point: { period, lowerQuartile, median, upperQuartile } }];
  });
  const newest = points.at(-1);
  // Territories whose value is known: those without one are in no quartile.
  return newest ? { level: territory.level, count: newest.count, points: points.map(({ point }) => point) } : null;
}
