import { quantile } from '../comparison/quantile';
import { smallestDifference } from '../comparison/smallest-difference';
import { isValue } from '../measure';
import { isQuantity } from '../unit';
import { figureWords } from '../wording/figures/figure-words';
import { formatValue, unitWords } from '../wording/format-measure';
import { formatNumber } from '../wording/format-number';
import { formatPeriod } from '../wording/format-period';
import type { Locale } from '../wording/locale';
import { sentences } from '../wording/sentences/sentences';
import { typeset } from '../wording/typeset';
import { vocabulary } from '../wording/vocabulary/vocabulary';
import { orderedAreas } from './area-table';
import type { Area, AreasFacts } from './facts';
import type { Figure, FigureCell, LegendItem } from './figure';
import { dateLines, sourceLines, symbolNotes } from './figure-notes';
import { measureCell } from './measure-cell';
import { tokens } from './tokens';

export type Reading = 'above' | 'below' | 'close' | 'unknown';

/** Bars shown at each end when a level has too many territories for one chart. */
export const barsAtEachEnd = 10;
export const mostBars = 30;

/** What the bars are compared with: the whole's published value, or else the median of the territories. */
export function rankingReference(facts: AreasFacts, locale: Locale): { name: string; value: number } | undefined {
  const { reference, areas, indicator } = facts;
  const isShare = !isQuantity(indicator.unit);
  if (isShare && reference && isValue(reference.measure))
    return { name: reference.territory.name, value: reference.measure.value };
  const values = areas.flatMap(({ measure }) => (isValue(measure) ? [measure.value] : [])).sort((a, b) => a - b);
  const median = quantile(values, 0.5);
  return median === undefined ? undefined : { name: figureWords[locale].ranking.median, value: median };
}

/** Clear when the interval leaves the reference out; without an interval, when the difference is worth words. */
export function readingOf({ measure, interval }: Area, reference: number | undefined, facts: AreasFacts): Reading {
  if (!isValue(measure) || reference === undefined) return 'unknown';
  const isFar = Math.abs(measure.value - reference) >= smallestDifference(facts.indicator, reference);
  const isOutside = !interval || interval.low > reference || interval.high < reference;
  if (!isFar || !isOutside) return 'close';
  return measure.value > reference ? 'above' : 'below';
}

/** C7: the territories of a level beside a reference. No rank is printed: an order without uncertainty is not a verdict. */
export function composeRanking(facts: AreasFacts, locale: Locale): Figure {
  const { indicator, home, period, areas } = facts;
  const words = figureWords[locale];
  const level = vocabulary[locale].levels[facts.level]?.many ?? facts.level;
  const when = formatPeriod(period, locale);
  const place = words.allParts(level, home.name);
  const hasIntervals = areas.some(({ interval }) => interval !== null);
  const reference = rankingReference(facts, locale);
  return {
    id: 'ranking',
    kind: 'ranking',
    ...findingOf(facts, reference, level, locale),
    subtitle: typeset(words.inPlace(indicator.label, unitWords(indicator.unit, locale).name, place, when), locale),
    caption: captionOf(facts, hasIntervals, level, locale),
    table: {
      caption: typeset(words.tableCaption(indicator.label, `${place}, ${when}`), locale),
      columns: [
        { label: words.columns.territory, isNumeric: false },
        { label: words.columns.value(unitWords(indicator.unit, locale).name), isNumeric: true },
        ...(hasIntervals ? [{ label: typeset(words.columns.interval, locale), isNumeric: false }] : []),
        { label: words.columns.reading, isNumeric: false },
      ],
      rows: orderedAreas(areas, locale).map((area) => rowOf(area, facts, reference?.value, hasIntervals, locale)),
    },
    legend: legendOf(facts, locale),
    sources: sourceLines(facts.source, locale),
    dates: dateLines(facts.source, when, locale),
    notes: symbolNotes(
      areas.map(({ measure }) => measure),
      locale,
    ),
  };
}

function findingOf(
  facts: AreasFacts,
  reference: { name: string; value: number } | undefined,
  level: string,
  locale: Locale,
): { title: string; sentence: string } {
  const known = facts.areas.filter(({ measure }) => isValue(measure));
  if (!reference) {
    const sentence = typeset(sentences[locale].mapEmpty({ level }), locale);
    return { title: typeset(figureWords[locale].map.empty(facts.indicator.label, level), locale), sentence };
  }
  const count = (reading: Reading): string =>
    formatNumber(known.filter((area) => readingOf(area, reference.value, facts) === reading).length, 0, locale);
  const title = figureWords[locale].ranking.title(
    count('above'),
    formatNumber(known.length, 0, locale),
    level,
    reference.name,
  );
  const sentence = sentences[locale].ranking({
    above: count('above'),
    below: count('below'),
    close: count('close'),
    reference: `${reference.name} (${formatValue(reference.value, facts.indicator, locale)})`,
  });
  return { title: typeset(title, locale), sentence: typeset(sentence, locale) };
}

function captionOf(facts: AreasFacts, hasIntervals: boolean, level: string, locale: Locale): string {
  const words = figureWords[locale].ranking;
  const lines = [words.caption];
  if (hasIntervals) lines.push(words.whiskers);
  lines.push(words.closeBars);
  if (facts.areas.filter(({ measure }) => isValue(measure)).length > mostBars)
    lines.push(words.extremes(formatNumber(barsAtEachEnd, 0, locale), level));
  return typeset(lines.join(' '), locale);
}

function rowOf(area: Area, facts: AreasFacts, reference: number | undefined, hasIntervals: boolean, locale: Locale) {
  const { indicator, period } = facts;
  const words = figureWords[locale];
  const row: FigureCell[] = [
    { text: area.territory.name },
    measureCell(area.measure, indicator, area.territory, period, locale),
  ];
  if (hasIntervals) {
    const write = (value: number): string => formatNumber(value, indicator.decimals, locale);
    row.push({ text: area.interval ? words.between(write(area.interval.low), write(area.interval.high)) : '' });
  }
  const reading = readingOf(area, reference, facts);
  row.push({ text: reading === 'unknown' ? '' : words.ranking[reading] });
  return row;
}

function legendOf({ selected }: AreasFacts, locale: Locale): LegendItem[] {
  const words = figureWords[locale].ranking;
  return [
    { label: words.legendClear, color: tokens.other1, pattern: 'solid' },
    { label: words.legendClose, color: tokens.pale, pattern: 'solid' },
    ...(selected ? [{ label: words.legendSelected, color: tokens.observed, pattern: 'solid' as const }] : []),
    { label: words.legendReference, color: tokens.ink, pattern: 'dashed' },
  ];
}
