import { drawnWords } from '../wording/effects/drawn-words';
import { intervalEnds } from '../wording/effects/effect-number';
import { formatMeanEffect } from '../wording/effects/mean-effect';
import { shortEvidence } from '../wording/effects/short-evidence';
import { figureWords } from '../wording/figures/figure-words';
import { formatNumber } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { EffectRow, EffectsFacts } from './effect-facts';
import type { FigureSource } from './facts';
import type { Figure, FigureCell, LegendItem } from './figure';
import { dateLines, sourceLines } from './figure-notes';
import { differenceUnit } from './gap-by-period';
import { tokens } from './tokens';

/** Where the units of the rows differ, effects are drawn in per cent of what was expected. */
export const isRelative = ({ rows }: EffectsFacts): boolean =>
  new Set(rows.map(({ indicator }) => differenceUnit(indicator.unit, 'fr'))).size > 1;

/** What a row is drawn at: the estimate and its ends, on the scale of the figure; null for a refusal. */
export function drawnEffect({ effect }: EffectRow, relative: boolean) {
  if (!effect || (relative && effect.expected === 0)) return null;
  const scale = relative ? 100 / Math.abs(effect.expected) : 1;
  return {
    value: effect.estimate * scale,
    low: effect.interval && effect.interval.low * scale,
    high: effect.interval && effect.interval.high * scale,
  };
}

/** False where every row is a refusal: an axis would then show a scale that nobody measured. */
export const hasDrawnEffect = (facts: EffectsFacts): boolean =>
  facts.rows.some((row) => drawnEffect(row, isRelative(facts)) !== null);

/** From the lowest effect to the highest, then the refusals, which keep a row each. */
export function orderedEffects(facts: EffectsFacts): EffectRow[] {
  const relative = isRelative(facts);
  const shownValue = (row: EffectRow): number => drawnEffect(row, relative)?.value ?? Number.POSITIVE_INFINITY;
  return [...facts.rows].sort((a, b) => shownValue(a) - shownValue(b) || a.name.localeCompare(b.name, 'fr'));
}

/** C3: effects side by side with their intervals; what is open or refused is as visible as the rest. */
export function composeEffectsForest(facts: EffectsFacts, locale: Locale): Figure {
  const words = drawnWords[locale].figures.forest;
  const { rowsAre } = facts;
  const counts = countOf(facts.rows);
  const relative = isRelative(facts);
  const unit = facts.rows[0]?.indicator.unit ?? 'count';
  const scale = relative ? words.relativeScale : differenceUnit(unit, locale);
  const all = words.rows[rowsAre](formatNumber(facts.rows.length, 0, locale), facts.rows.length < 2);
  const unjudged = counts.unjudged > 0 ? ` ${words.unjudged(formatNumber(counts.unjudged, 0, locale))}` : '';
  const { favourable, unfavourable, open, negligible, refused } = counts;
  return {
    id: facts.id,
    kind: 'effects-forest',
    title: typeset(words.title(favourable, unfavourable, open, negligible, refused) || words.empty, locale),
    subtitle: typeset(words.subtitles[rowsAre](scale, facts.place), locale),
    sentence: typeset(words.sentence(all, favourable, unfavourable, open, negligible, refused) + unjudged, locale),
    caption: hasDrawnEffect(facts)
      ? typeset(relative ? `${words.caption} ${words.relative}` : words.caption, locale)
      : '',
    table: {
      caption: typeset(words.subtitles[rowsAre](scale, facts.place), locale),
      columns: [
        { label: words.columns[rowsAre], isNumeric: false },
        { label: words.columns.indicator, isNumeric: false },
        { label: words.columns.gap, isNumeric: true },
        { label: words.columns.interval, isNumeric: false },
        { label: words.columns.certainty, isNumeric: false },
        { label: words.columns.evidence, isNumeric: false },
      ].map((column) => ({ ...column, label: typeset(column.label, locale) })),
      rows: orderedEffects(facts).map((row) => cellsOf(row, locale)),
    },
    legend: legendOf(facts, locale),
    ...sourcesAndDates(facts.sources, locale),
    notes: [],
  };
}

/** Each source once, with the newest of its dates. */
export function sourcesAndDates(sources: readonly FigureSource[], locale: Locale) {
  const lines = new Set(sources.flatMap((source) => sourceLines(source, locale)));
  const updated = sources
    .map(({ updatedOn }) => updatedOn ?? '')
    .sort()
    .at(-1);
  const dates = updated
    ? dateLines({ ...sources[0]!, updatedOn: updated, nextExpectedOn: null }, '', locale).slice(1)
    : [];
  return { sources: [...lines], dates };
}

function countOf(rows: readonly EffectRow[]) {
  const counts = { favourable: 0, unfavourable: 0, unjudged: 0, open: 0, negligible: 0, refused: 0 };
  for (const { conclusion, indicator } of rows) {
    if (conclusion === 'refused') counts.refused += 1;
    else if (conclusion === 'inconclusive') counts.open += 1;
    else if (conclusion === 'negligible') counts.negligible += 1;
    else if (conclusion === 'unjudged' || indicator.polarity === 'none') counts.unjudged += 1;
    else counts[conclusion] += 1;
  }
  return counts;
}

function cellsOf(row: EffectRow, locale: Locale): FigureCell[] {
  const { figures, certainty } = drawnWords[locale];
  const { effect, indicator } = row;
  const ends = effect?.interval && intervalEnds(effect.interval, indicator, locale);
  return [
    { text: row.name },
    { text: indicator.label },
    effect
      ? { text: formatMeanEffect(effect.estimate, indicator, effect.treatedCount, locale) }
      : { text: figures.forest.refused },
    { text: ends ? typeset(figureWords[locale].between(ends.low, ends.high), locale) : '' },
    {
      text: typeset(
        effect && row.certainty ? certainty[row.certainty] : figures.forest.conclusions[row.conclusion],
        locale,
      ),
    },
    { text: shortEvidence(row.evidence, locale) },
  ];
}

/** Colour and shape of a row's mark, which the words of the table repeat. */
export function markOf({ conclusion, indicator }: EffectRow): { color: string; shape: 'point' | 'diamond' | 'hollow' } {
  if (conclusion === 'inconclusive' || conclusion === 'negligible' || conclusion === 'refused')
    return { color: tokens.ink3, shape: 'hollow' };
  if (conclusion === 'unjudged' || indicator.polarity === 'none') return { color: tokens.ink, shape: 'point' };
  return conclusion === 'favourable'
    ? { color: tokens.favourable, shape: 'point' }
    : { color: tokens.unfavourable, shape: 'diamond' };
}

function legendOf({ rows }: EffectsFacts, locale: Locale): LegendItem[] {
  const words = drawnWords[locale].figures.forest;
  const items = new Map<string, LegendItem>();
  for (const row of rows) {
    if (row.conclusion === 'refused') continue;
    const { color, shape } = markOf(row);
    const label = words.conclusions[color === tokens.ink ? 'unjudged' : row.conclusion];
    items.set(label, { label, color, pattern: shape });
  }
  return [...items.values()];
}
