import {
  absenceWords,
  aims,
  changeSentence,
  changeVerdict,
  distanceSentence,
  formatCell,
  formatDate,
  formatInPeriod,
  formatMeasure,
  formatNumber,
  formatPeriod,
  formatValue,
  isValue,
  type Locale,
  type Measure,
  notableChange,
  type Position,
  pageWords,
  periodText,
  positionAmong,
  positionSentence,
  positionVerdict,
  sentences,
  sparklineDrawing,
  stripDrawing,
  territoryLevels,
  typeset,
  unitWords,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import { byLeadRank, frameOf, placeOf, seriesOf, shownSeries, tileOf } from './compose';
import { pointAt } from './compose-areas';
import { cardOf } from './compose-project-card';
import { referenceSentence } from './compose-reference';
import type { CommonFacts, Indicator, MeasurePoint, MeasureTable, Place } from './page-facts';
import type { indicatorRowSchema, territoryPageSchema } from './pages.dto';
import type { ProjectItem } from './project-facts';

type TerritoryPage = z.infer<typeof territoryPageSchema>;
type IndicatorRow = z.infer<typeof indicatorRowSchema>;

export interface TerritoryFacts extends CommonFacts {
  readonly territory: Place;
  /** The nearest first. */
  readonly parents: readonly Place[];
  readonly parts: readonly Place[];
  /** Territories of the same level that it is compared with, itself included. */
  readonly peers: readonly Place[];
  /** Of an EPCI across départements: its communes in the home département, and in all. */
  readonly share: { readonly insideCount: number; readonly totalCount: number } | null;
  /** The communes that it was made of, and the day of the last merger. */
  readonly merger: { readonly names: readonly string[]; readonly date: string } | null;
  readonly table: MeasureTable;
  /** Those that act here. */
  readonly projects: readonly ProjectItem[];
}

interface Read {
  readonly indicator: Indicator;
  readonly series: readonly MeasurePoint[];
  readonly position: Position | undefined;
  readonly peers: readonly number[];
}

const mostTiles = 4;
const mostRowCharacters = 10;

export function composeTerritory(facts: TerritoryFacts, locale: Locale): TerritoryPage {
  const { territory } = facts;
  const words = pageWords[locale].territory;
  const read = facts.indicators
    .filter(({ aim, levels }) => aim !== null && levels.includes(territory.level))
    .map((indicator) => readIndicator(facts, indicator))
    .sort((a, b) => Number(b.series.length > 0) - Number(a.series.length > 0) || byLeadRank(a.indicator, b.indicator));
  const known = read.filter(({ series }) => series.length > 0);
  return {
    frame: frameOf(facts, locale),
    territory: {
      ...placeOf(territory, locale),
      population: territory.population === null ? '' : words.population(formatNumber(territory.population, 0, locale)),
      parents: facts.parents.map((parent) => placeOf(parent, locale)),
      notice: noticeOf(facts, locale),
    },
    lead: facts.state ? leadOf(known, read.length, locale) : [pageWords[locale].unpublished],
    tiles: aims
      .flatMap((aim) => known.filter(({ indicator }) => indicator.aim === aim).slice(0, 1))
      .slice(0, mostTiles)
      .map(({ indicator, series }) => tileOf(indicator, territory, series, locale)),
    aims: aims.map((aim) => ({
      aim,
      label: vocabulary[locale].aims[aim],
      rows: read.filter(({ indicator }) => indicator.aim === aim).map((item) => rowOf(item, facts, locale)),
    })),
    parts: territoryLevels.flatMap((level) => {
      const territories = facts.parts.filter((part) => part.level === level).map((part) => placeOf(part, locale));
      return territories.length > 0
        ? [{ level, levelLabel: vocabulary[locale].levels[level]?.many ?? level, territories }]
        : [];
    }),
    projects: facts.projects.map((item) => cardOf(item, locale)),
  };
}

function readIndicator(facts: TerritoryFacts, indicator: Indicator): Read {
  const series = seriesOf(facts.table, indicator, facts.territory);
  const last = series.at(-1);
  if (!last) return { indicator, series, position: undefined, peers: [] };
  const peers = facts.peers.flatMap((peer) => {
    const measure = pointAt(facts.table.get(indicator.id)?.get(peer.id), last.period)?.measure;
    return measure && isValue(measure) ? [measure.value] : [];
  });
  // a count says how large a place is, not how it fares: only rates and prices are compared
  const isCount = indicator.territorialRule === 'sum' || indicator.territorialRule === 'distinct-count';
  const position = isValue(last.measure) && !isCount ? positionAmong(last.measure.value, peers, indicator) : undefined;
  return { indicator, series, position, peers };
}

function noticeOf({ share, merger }: TerritoryFacts, locale: Locale): string | null {
  const words = pageWords[locale].territory;
  const notices: string[] = [];
  if (share && share.insideCount > 0 && share.insideCount < share.totalCount) {
    const inside = formatNumber(share.insideCount, 0, locale);
    notices.push(words.partial(inside, formatNumber(share.totalCount, 0, locale), share.insideCount < 2));
  }
  if (merger) notices.push(words.changed(merger.names.join(', '), formatDate(merger.date, locale)));
  return notices.length > 0 ? typeset(notices.join(' '), locale) : null;
}

/** What differs most from the peers, what moved most, and how much of it all is known. */
function leadOf(known: readonly Read[], all: number, locale: Locale): string[] {
  const words = pageWords[locale].territory;
  if (known.length === 0) return [words.nothing];
  const subjectOf = (indicator: Indicator) => ({ ...indicator, wording: indicator[locale].wording });
  const farthest = known
    .flatMap(({ indicator, series, position }) => {
      const measure = series.at(-1)?.measure;
      if (!position || position.kind === 'close' || !measure || !isValue(measure)) return [];
      const spread = position.upperQuartile - position.lowerQuartile || 1;
      const distance = Math.abs(measure.value - position.median) / spread;
      return [{ indicator, value: measure.value, position, distance }];
    })
    .sort((a, b) => b.distance - a.distance || a.indicator.code.localeCompare(b.indicator.code))[0];
  const moved = known
    .map(({ indicator, series }) => ({ indicator, series, change: notableChange(series, indicator) }))
    .filter(({ change }) => change !== undefined && change.direction !== 'stable')
    .sort((a, b) => b.change!.clearness - a.change!.clearness || a.indicator.code.localeCompare(b.indicator.code))[0];
  const told = [
    farthest && distanceSentence(farthest.value, farthest.position, subjectOf(farthest.indicator), locale),
    moved && changeSentence(moved.series, subjectOf(moved.indicator), locale),
    words.known(formatNumber(known.length, 0, locale), formatNumber(all, 0, locale)),
  ];
  return told.filter((sentence) => sentence !== undefined).map((sentence) => typeset(sentence, locale));
}

function rowOf({ indicator, series, position, peers }: Read, facts: TerritoryFacts, locale: Locale): IndicatorRow {
  const { territory } = facts;
  const last = series.at(-1);
  const measure = last?.measure ?? { absence: 'not-available' as const };
  const hasValue = isValue(measure);
  const hasShape = series.filter((point) => isValue(point.measure)).length >= 2;
  return {
    code: indicator.code,
    label: indicator[locale].label,
    unit: unitWords(indicator.unit, locale).name,
    value: rowValue(measure, indicator, locale),
    absence: hasValue ? null : absenceWords(measure.absence, locale),
    period: last ? formatPeriod(last.period, locale) : '',
    strip: hasValue && position ? stripOf(measure.value, peers, position, indicator, territory, locale) : null,
    sparkline: hasShape ? sparklineOf(series, indicator, locale) : null,
    position: positionVerdict(position, locale),
    change: changeVerdict(notableChange(series, indicator), indicator.polarity, locale),
    reference: hasValue ? null : referenceSentence(facts, facts.table, indicator, facts.parents, last?.period, locale),
    provenance: last
      ? { indicator: indicator.code, level: territory.level, code: territory.code, period: periodText(last.period) }
      : null,
  };
}

/** The unit stands under the label: beside the number it is repeated only where it is short. */
function rowValue(measure: Measure, indicator: Indicator, locale: Locale): string {
  const text = formatMeasure(measure, indicator, locale);
  return text.length <= mostRowCharacters ? text : formatCell(measure, indicator, locale);
}

function stripOf(
  value: number,
  peers: readonly number[],
  position: Position,
  indicator: Indicator,
  place: Place,
  locale: Locale,
) {
  const sentence = positionSentence(place, value, position, indicator, locale);
  return { svg: stripDrawing(value, peers, position.median, sentence), sentence };
}

function sparklineOf(series: readonly MeasurePoint[], indicator: Indicator, locale: Locale) {
  const known = series.filter(({ measure }) => isValue(measure));
  const first = known[0]!;
  const last = known.at(-1)!;
  const write = ({ measure }: MeasurePoint): string =>
    isValue(measure) ? formatValue(measure.value, indicator, locale) : '';
  const sentence = typeset(
    sentences[locale].sparkline({
      from: write(first),
      since: formatInPeriod(first.period, locale),
      to: write(last),
      until: formatInPeriod(last.period, locale),
    }),
    locale,
  );
  return { svg: sparklineDrawing(shownSeries(series), sentence), sentence };
}
