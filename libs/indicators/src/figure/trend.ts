import { notableChange, type SeriesPoint } from '../comparison/notable-change';
import { isSuppressed, isValue } from '../measure';
import { type Period, periodCode } from '../period';
import { capitalise } from '../wording/capitalise';
import { changeSentence } from '../wording/change-sentence';
import { figureWords } from '../wording/figures/figure-words';
import { formatValue, unitWords } from '../wording/format-measure';
import { formatNumber } from '../wording/format-number';
import { formatInPeriod, formatPeriod } from '../wording/format-period';
import type { Locale } from '../wording/locale';
import { peersInWords } from '../wording/position-sentence';
import { sentences } from '../wording/sentences/sentences';
import { typeset } from '../wording/typeset';
import { vocabulary } from '../wording/vocabulary/vocabulary';
import { axisRange } from './axis-range';
import type { TrendFacts } from './facts';
import type { Figure, FigureCell, LegendItem } from './figure';
import { dateLines, sourceLines, symbolNotes } from './figure-notes';
import { measureCell, statusCell } from './measure-cell';
import { periodAxis } from './period-axis';
import { tokens } from './tokens';

/** Longest title before the short form, with the label and a colon, takes its place. */
const mostTitleWords = 12;

/** C4: how one indicator moved in one territory, beside its peers and a reference. */
export function composeTrend(facts: TrendFacts, locale: Locale): Figure {
  const { indicator, territory, series } = facts;
  const words = figureWords[locale];
  const periods = periodAxis(series.map(({ period }) => period));
  const first = periods[0];
  const last = periods.at(-1);
  const range = first && last ? words.range(formatPeriod(first, locale), formatPeriod(last, locale)) : '';
  return {
    id: 'trend',
    kind: 'trend',
    title: typeset(titleOf(facts, locale), locale),
    subtitle: typeset(
      words.inPlace(indicator.label, unitWords(indicator.unit, locale).name, territory.name, range),
      locale,
    ),
    sentence: changeSentence(series, indicator, locale),
    caption: captionOf(facts, locale),
    table: {
      caption: typeset(words.tableCaption(indicator.label, territory.name), locale),
      columns: columnsOf(facts, locale),
      rows: periods.map((period) => rowOf(facts, period, locale)),
    },
    legend: legendOf(facts, locale),
    sources: sourceLines(facts.source, locale),
    dates: dateLines(facts.source, range, locale),
    notes: symbolNotes(
      series.map(({ measure }) => measure),
      locale,
    ),
  };
}

function titleOf({ indicator, series }: TrendFacts, locale: Locale): string {
  const words = figureWords[locale].trend;
  const last = series.at(-1);
  if (!last) return words.missing(indicator.label);
  if (!isValue(last.measure))
    return isSuppressed(last.measure)
      ? words.withheld(indicator.label, formatPeriod(last.period, locale))
      : words.missing(indicator.label);
  const change = notableChange(series, indicator);
  if (!change) {
    const value = formatValue(last.measure.value, indicator, locale);
    return words.level(indicator.label, value, formatInPeriod(last.period, locale));
  }
  const since = formatPeriod(change.from.period, locale);
  const verb = sentences[locale].verb(change.direction, indicator.wording);
  const told = words.told(capitalise(indicator.wording.subject), verb, since);
  if (told.split(' ').length <= mostTitleWords) return told;
  return words.short(indicator.label, change.direction, since);
}

/** The bounds that the chart's vertical axis takes: the caption announces one that does not start at zero. */
export function trendRange({ indicator, series, peers, reference }: TrendFacts) {
  const values = [...series, ...(reference?.series ?? [])].flatMap(({ measure }) =>
    isValue(measure) ? [measure.value] : [],
  );
  const bands = (peers?.points ?? []).flatMap(({ lowerQuartile, upperQuartile }) => [lowerQuartile, upperQuartile]);
  return axisRange([...values, ...bands], 10 ** -indicator.decimals);
}

function captionOf(facts: TrendFacts, locale: Locale): string {
  const words = figureWords[locale].trend;
  const { series, peers, indicator } = facts;
  const known = series.filter(({ measure }) => isValue(measure)).length;
  // Nothing is drawn: nothing to explain.
  if (known === 0) return '';
  const lines: string[] = [];
  const { min } = trendRange(facts);
  if (min !== 0) lines.push(words.axis(formatValue(min, indicator, locale)));
  if (peers && peers.points.length > 0) lines.push(words.band(peersInWords(peers.count, peers.level, locale)));
  if (series.some(({ status }) => status === 'provisional' || status === 'estimated')) lines.push(words.provisional);
  if (series.some(({ status }) => status === 'series-break')) lines.push(words.seriesBreak);
  if (known < periodAxis(series.map(({ period }) => period)).length) lines.push(words.gap);
  return typeset(lines.join(' '), locale);
}

function columnsOf({ indicator, peers, reference }: TrendFacts, locale: Locale) {
  const { columns } = figureWords[locale];
  const level = peers ? (vocabulary[locale].levels[peers.level]?.many ?? peers.level) : '';
  return [
    { label: columns.period, isNumeric: false },
    { label: columns.value(unitWords(indicator.unit, locale).name), isNumeric: true },
    { label: columns.status, isNumeric: false },
    ...(peers ? [{ label: columns.median(level), isNumeric: true }] : []),
    ...(reference ? [{ label: reference.territory.name, isNumeric: true }] : []),
  ].map((column) => ({ ...column, label: typeset(column.label, locale) }));
}

const at = (series: readonly SeriesPoint[], period: Period): SeriesPoint =>
  series.find((point) => periodCode(point.period) === periodCode(period)) ?? {
    period,
    measure: { absence: 'not-available' },
    status: 'normal',
  };

function rowOf({ indicator, territory, series, peers, reference }: TrendFacts, period: Period, locale: Locale) {
  const { measure, status } = at(series, period);
  const row: FigureCell[] = [
    { text: formatPeriod(period, locale) },
    measureCell(measure, indicator, territory, period, locale),
    statusCell(status, measure, locale),
  ];
  if (peers) {
    const median = peers.points.find((point) => periodCode(point.period) === periodCode(period))?.median;
    row.push({ text: median === undefined ? '' : formatNumber(median, indicator.decimals, locale) });
  }
  if (reference)
    row.push(measureCell(at(reference.series, period).measure, indicator, reference.territory, period, locale));
  return row;
}

function legendOf({ territory, peers, reference }: TrendFacts, locale: Locale): LegendItem[] {
  const words = figureWords[locale].trend;
  const items: LegendItem[] = [{ label: territory.name, color: tokens.observed, pattern: 'solid' }];
  if (reference) items.push({ label: reference.territory.name, color: tokens.ink3, pattern: 'dashed' });
  if (peers && peers.points.length > 0) {
    const level = vocabulary[locale].levels[peers.level]?.many ?? peers.level;
    items.push({ label: words.legendBand(level), color: tokens.band, pattern: 'flat' });
    items.push({ label: words.legendMedian(level), color: tokens.peers, pattern: 'solid' });
  }
  return items;
}
