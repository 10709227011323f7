import type { PathPoint } from '../effect/effect';
import { drawnWords } from '../wording/effects/drawn-words';
import { effectDecimals, formatEffect } from '../wording/effects/effect-number';
import { figureWords } from '../wording/figures/figure-words';
import { unitWords } from '../wording/format-measure';
import { formatNumber, formatSigned } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { differenceRange } from './axis-range';
import { gapInterval, periodLabel, rangeText, sinceLabel } from './counterfactual';
import type { EffectPathFacts } from './effect-facts';
import type { Figure, LegendItem } from './figure';
import { dateLines, sourceLines } from './figure-notes';
import { tokens } from './tokens';

export type GapReading = 'clear' | 'open' | 'unknown';

export const gapOf = ({ observed, counterfactual }: PathPoint): number => observed - counterfactual;

/** Whether the gap of a period can be told from zero. */
export function gapReading({ gap }: PathPoint): GapReading {
  if (!gap) return 'unknown';
  return gap.low > 0 || gap.high < 0 ? 'clear' : 'open';
}

/** Zero is always on the axis: it is what a gap is read against. */
export function gapRange({ path, indicator }: EffectPathFacts) {
  const values = path.flatMap((point) => [gapOf(point), ...(point.gap ? [point.gap.low, point.gap.high] : [])]);
  return differenceRange(values, 10 ** -(indicator.decimals + 1));
}

/** C2: the gap of each period, before and after the start. */
export function composeGapByPeriod(facts: EffectPathFacts, locale: Locale): Figure {
  const { indicator, path, place } = facts;
  const words = drawnWords[locale].figures.gap;
  const range = rangeText(facts, locale);
  const unit = differenceUnit(indicator.unit, locale);
  const told = tellGap(facts, locale);
  const decimals = effectDecimals([], indicator);
  return {
    id: 'gap-by-period',
    kind: 'gap-by-period',
    title: typeset(told.title, locale),
    subtitle: typeset(words.subtitle(unit, place), locale),
    sentence: typeset(told.sentence, locale),
    caption: typeset(words.caption, locale),
    table: {
      caption: typeset(figureWords[locale].tableCaption(indicator.label, place), locale),
      columns: [
        { label: words.columns.period, isNumeric: false },
        { label: words.columns.gap(unit), isNumeric: true },
        { label: words.columns.interval, isNumeric: false },
        { label: words.columns.reading, isNumeric: false },
      ].map((column) => ({ ...column, label: typeset(column.label, locale) })),
      rows: path.map((point) => {
        const reading = words.readings[gapReading(point)];
        return [
          { text: periodLabel(point.period, facts, locale) },
          { text: formatSigned(gapOf(point), decimals, locale) },
          { text: gapInterval(point, facts, locale) },
          { text: point.isAfter ? reading : words.beforeReading(reading) },
        ];
      }),
    },
    legend: legendOf(locale),
    sources: sourceLines(facts.source, locale),
    dates: dateLines(facts.source, range, locale),
    notes: [],
  };
}

/** What a difference of this unit is counted in: "points" for percentages. */
export function differenceUnit(unit: string, locale: Locale): string {
  const written = unitWords(unit, locale).difference('', false).trim();
  return written === '' || unit.startsWith('euros') ? unitWords(unit, locale).name : written;
}

function tellGap(facts: EffectPathFacts, locale: Locale): { title: string; sentence: string } {
  const words = drawnWords[locale].figures.gap;
  const after = facts.path.filter(({ isAfter }) => isAfter);
  const first = after[0];
  const last = after.at(-1);
  if (!first || !last) return { title: words.titleUnknown, sentence: words.titleUnknown };
  const trend = words.trends[trendOf(first, last)];
  const since = sinceLabel(first.period, facts, locale);
  const readings = after.map(gapReading);
  if (readings.every((reading) => reading === 'unknown'))
    return { title: words.titleUnknown, sentence: words.sentenceUnknown(trend, since) };
  const clear = readings.filter((reading) => reading === 'clear').length;
  if (clear === 0) return { title: words.titleNone, sentence: words.sentenceNone(trend, since) };
  // "since" is said only of a run that reaches the newest period
  const lastOpen = readings.findLastIndex((reading) => reading !== 'clear');
  const run = after[lastOpen + 1];
  if (run && after.length - 1 - lastOpen === clear)
    return {
      title: words.titleSince(sinceLabel(run.period, facts, locale)),
      sentence: words.sentenceSince(trend, since, sinceLabel(run.period, facts, locale)),
    };
  const count = formatNumber(clear, 0, locale);
  const all = formatNumber(after.length, 0, locale);
  return { title: words.titleSome(count, all), sentence: words.sentenceSome(trend, since, count, all) };
}

/** A gap moves when its newest value leaves the interval of the first one, or doubles or halves it without intervals. */
function trendOf(first: PathPoint, last: PathPoint): 'grows' | 'shrinks' | 'steady' {
  const from = Math.abs(gapOf(first));
  const to = Math.abs(gapOf(last));
  const { gap } = first;
  const isInside = gap ? gapOf(last) >= gap.low && gapOf(last) <= gap.high : to < 2 * from && to > from / 2;
  if (first === last || isInside) return 'steady';
  return to > from ? 'grows' : 'shrinks';
}

function legendOf(locale: Locale): LegendItem[] {
  const words = drawnWords[locale].figures.gap;
  return [
    { label: words.legendClear, color: tokens.observed, pattern: 'point' },
    { label: words.legendOpen, color: tokens.observed, pattern: 'hollow' },
    { label: words.legendBefore, color: tokens.peers, pattern: 'hollow' },
  ];
}

/** For a tooltip: "2024 : −1,8 point". */
export const gapInWords = (point: PathPoint, facts: EffectPathFacts, locale: Locale): string =>
  typeset(
    `${periodLabel(point.period, facts, locale)} : ${formatEffect(gapOf(point), facts.indicator, locale)}`,
    locale,
  );
