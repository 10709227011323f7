import type { PathPoint } from '../effect/effect';
import { drawnWords } from '../wording/effects/drawn-words';
import { intervalEnds } from '../wording/effects/effect-number';
import { gapSentences, levelSentence } from '../wording/effects/gap-sentences';
import { isTold } from '../wording/effects/told';
import { figureWords } from '../wording/figures/figure-words';
import { formatDifference, formatValue, unitWords } from '../wording/format-measure';
import { formatNumber, formatSigned } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { axisRange } from './axis-range';
import type { EffectPathFacts } from './effect-facts';
import type { Figure, FigureCell, LegendItem } from './figure';
import { dateLines, sourceLines } from './figure-notes';
import { tokens } from './tokens';

/** What is expected without the project, with its 95 % bounds: the interval of the gap, seen from the observed value. */
export const expectedBounds = ({ observed, gap }: PathPoint): { low: number; high: number } | null =>
  gap && { low: observed - gap.high, high: observed - gap.low };

/** The years of the data, and how they are counted, in words. */
export function rangeText({ years, isSinceStart }: EffectPathFacts, locale: Locale): string {
  const range = figureWords[locale].range(String(years[0]), String(years[1]));
  return isSinceStart ? `${range}, ${drawnWords[locale].figures.path.sinceStart}` : range;
}

/** A period under an axis or in a cell: "2024", or "+3" where years are counted from the start. */
export const periodLabel = (period: number, { isSinceStart }: EffectPathFacts, locale: Locale): string =>
  isSinceStart ? formatSigned(period, 0, locale) : String(period);

/** The same after "since": "2024", "la 4e année". */
export const sinceLabel = (period: number, { isSinceStart }: EffectPathFacts, locale: Locale): string =>
  isSinceStart ? drawnWords[locale].finding.nthYear(period + 1) : String(period);

/** The bounds of the vertical axis; the caption announces one that does not start at zero. */
export function counterfactualRange({ path, indicator }: EffectPathFacts) {
  const values = path.flatMap((point) => {
    const bounds = expectedBounds(point);
    return [point.observed, point.counterfactual, ...(bounds ? [bounds.low, bounds.high] : [])];
  });
  return axisRange(values, 10 ** -indicator.decimals);
}

/** Where the path passes the declared end of the project; −1 where it does not, or where years are counted from the start. */
export const endIndex = ({ path, endYear, isSinceStart }: EffectPathFacts): number =>
  isSinceStart ? -1 : path.findIndex(({ period }, index) => period === endYear && index < path.length - 1);

/** C1: observed, expected without the project, and how far the expectation can be trusted. */
export function composeCounterfactual(facts: EffectPathFacts, locale: Locale): Figure {
  const { indicator, path, place } = facts;
  const words = drawnWords[locale].figures.path;
  const common = figureWords[locale];
  const range = rangeText(facts, locale);
  const unit = unitWords(indicator.unit, locale).name;
  return {
    id: 'counterfactual',
    kind: 'counterfactual',
    title: typeset(titleOf(facts, locale), locale),
    subtitle: typeset(common.inPlace(indicator.label, unit, place, range), locale),
    sentence: sentenceOf(facts, locale),
    caption: captionOf(facts, locale),
    table: {
      caption: typeset(common.tableCaption(indicator.label, place), locale),
      columns: [
        { label: words.columns.period, isNumeric: false },
        { label: words.columns.observed(unit), isNumeric: true },
        { label: words.columns.expected, isNumeric: true },
        { label: words.columns.interval, isNumeric: false },
        { label: words.columns.gap, isNumeric: true },
      ].map((column) => ({ ...column, label: typeset(column.label, locale) })),
      rows: path.map((point) => rowOf(point, facts, locale)),
    },
    legend: legendOf(locale),
    sources: sourceLines(facts.source, locale),
    dates: dateLines(facts.source, range, locale),
    notes: [],
  };
}

function sentenceOf({ indicator: subject, place, ...facts }: EffectPathFacts, locale: Locale): string {
  const gap = { ...facts, subject };
  const level = levelSentence(gap, `(${place})`, locale);
  return [level ?? '', gapSentences(gap, locale)[0] ?? ''].join(' ').trim();
}

function titleOf(facts: EffectPathFacts, locale: Locale): string {
  const { conclusion, path, estimate } = facts;
  const words = drawnWords[locale].figures.path;
  const start = path.find(({ isAfter }) => isAfter)?.period;
  if (isTold(conclusion)) return words.told(sinceLabel(start ?? 0, facts, locale), estimate < 0);
  return conclusion === 'negligible' ? words.negligible : words.inconclusive;
}

function captionOf(facts: EffectPathFacts, locale: Locale): string {
  const words = drawnWords[locale].figures.path;
  const { min } = counterfactualRange(facts);
  const lines = min === 0 ? [] : [words.axis(formatValue(min, facts.indicator, locale))];
  lines.push(facts.path.some(({ gap }) => gap) ? words.band : words.noBand, words.mean);
  if (facts.isSinceStart) lines.push(words.sinceStartCaption);
  if (endIndex(facts) >= 0) lines.push(words.end(String(facts.endYear)));
  return typeset(lines.join(' '), locale);
}

function rowOf(point: PathPoint, facts: EffectPathFacts, locale: Locale): FigureCell[] {
  const { indicator } = facts;
  const bounds = expectedBounds(point);
  const write = (value: number): string => formatNumber(value, indicator.decimals, locale);
  return [
    { text: periodLabel(point.period, facts, locale) },
    { text: write(point.observed) },
    { text: write(point.counterfactual) },
    { text: bounds ? typeset(figureWords[locale].between(write(bounds.low), write(bounds.high)), locale) : '' },
    { text: formatDifference(point.observed - point.counterfactual, indicator, locale) },
  ];
}

function legendOf(locale: Locale): LegendItem[] {
  const words = drawnWords[locale].figures.path;
  return [
    { label: words.observed, color: tokens.observed, pattern: 'solid' },
    { label: words.expected, color: tokens.expected, pattern: 'dashed' },
  ];
}

/** The interval of a gap in words; empty where there is none. */
export function gapInterval(point: PathPoint, { indicator }: EffectPathFacts, locale: Locale): string {
  if (!point.gap) return '';
  const { low, high } = intervalEnds(point.gap, indicator, locale);
  return typeset(figureWords[locale].between(low, high), locale);
}
