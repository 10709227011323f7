import { type ClassBreaks, classBreaks, classOf } from '../comparison/class-breaks';
import { isSuppressed, isValue, type Measure } from '../measure';
import { figureWords } from '../wording/figures/figure-words';
import { absenceWords, unitWords } from '../wording/format-measure';
import { formatNumber } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { AreasFacts, FigureIndicator } from './facts';
import type { LegendItem } from './figure';
import { diverging, paletteOf, sequential, tokens } from './tokens';

export interface MapClasses {
  readonly breaks: ClassBreaks;
  readonly colors: readonly string[];
  readonly labels: readonly string[];
}

/** Only published values make bounds: a suppressed one has no number that could. */
export function mapClasses({ areas, indicator }: AreasFacts, locale: Locale): MapClasses {
  const values = areas.flatMap(({ measure }) => (isValue(measure) ? [measure.value] : []));
  const breaks = classBreaks(values, indicator.decimals, indicator.allowsNegative && indicator.polarity !== 'none');
  const count = breaks.bounds.length + 1;
  const palette = breaks.kind === 'sequential' ? sequential : oriented(indicator);
  return { breaks, colors: paletteOf(palette, count), labels: classLabels(breaks, indicator, locale) };
}

/** Blue is the favourable side. */
const oriented = ({ polarity }: FigureIndicator): readonly string[] =>
  polarity === 'lower-is-better' ? [...diverging].reverse() : diverging;

function classLabels({ bounds }: ClassBreaks, indicator: FigureIndicator, locale: Locale): string[] {
  const words = figureWords[locale].map.classes;
  const write = (bound: number): string => {
    const isPercent = indicator.unit === 'percent';
    const decimals = bounds.every(Number.isInteger) ? 0 : indicator.decimals;
    const number = formatNumber(bound, decimals, locale);
    return isPercent ? unitWords('percent', locale).value(number, false) : number;
  };
  const first = bounds[0];
  const last = bounds.at(-1);
  if (first === undefined || last === undefined) return [''];
  return [
    words.below(write(first)),
    ...bounds.slice(1).map((bound, index) => words.between(write(bounds[index]!), write(bound))),
    words.above(write(last)),
  ].map((label) => typeset(label, locale));
}

export type Pattern = 'solid' | 'lines' | 'dots' | 'flat';

/** Dots hide a secret, lines say that nothing is known, flat grey that there is nothing to know. */
export function patternOf(measure: Measure): Pattern {
  if (isValue(measure)) return 'solid';
  if (isSuppressed(measure)) return 'dots';
  return measure.absence === 'not-applicable' ? 'flat' : 'lines';
}

export const areaColor = (measure: Measure, { breaks, colors }: MapClasses): string =>
  isValue(measure)
    ? colors[classOf(measure.value, breaks)]!
    : patternOf(measure) === 'flat'
      ? tokens.grid
      : tokens.white;

/** Highest class first, as one reads a scale; then each kind of absence that the map shows, with its words. */
export function mapLegend(facts: AreasFacts, locale: Locale): LegendItem[] {
  const classes = mapClasses(facts, locale);
  const hasValues = facts.areas.some(({ measure }) => isValue(measure));
  const items: LegendItem[] = hasValues
    ? classes.labels
        .map((label, index) => ({ label, color: classes.colors[index]!, pattern: 'solid' as const }))
        .reverse()
    : [];
  const absences = new Map<string, { pattern: Pattern; count: number }>();
  for (const { measure } of facts.areas) {
    if (isValue(measure)) continue;
    const words = absenceWords(measure.absence, locale);
    absences.set(words, { pattern: patternOf(measure), count: (absences.get(words)?.count ?? 0) + 1 });
  }
  for (const [words, { pattern, count }] of [...absences].sort(([a], [b]) => a.localeCompare(b)))
    items.push({
      label: figureWords[locale].map.withReason(words, formatNumber(count, 0, locale)),
      color: pattern === 'flat' ? tokens.grid : tokens.ink3,
      pattern,
    });
  return items;
}
