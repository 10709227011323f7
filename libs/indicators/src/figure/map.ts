import { classOf } from '../comparison/class-breaks';
import { quantile } from '../comparison/quantile';
import { isValue } from '../measure';
import { isQuantity } from '../unit';
import { capitalise } from '../wording/capitalise';
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
import type { Figure } from './figure';
import { dateLines, sourceLines, symbolNotes } from './figure-notes';
import { mapClasses, mapLegend } from './map-classes';
import { measureCell, statusCell } from './measure-cell';

/** C5: where, for every territory of a level at one period. */
export function composeMap(facts: AreasFacts, locale: Locale): Figure {
  const { indicator, home, period, areas } = facts;
  const words = figureWords[locale];
  const level = levelWords(facts, locale);
  const classes = mapClasses(facts, locale);
  const when = formatPeriod(period, locale);
  const place = words.allParts(level.many, home.name);
  const captions = [classes.breaks.kind === 'diverging' ? words.map.diverging : words.map.caption];
  if (isQuantity(indicator.unit)) captions.push(words.map.counts);
  return {
    id: 'map',
    kind: 'map',
    title: typeset(titleOf(facts, locale), locale),
    subtitle: typeset(words.inPlace(indicator.label, unitWords(indicator.unit, locale).name, place, when), locale),
    sentence: mapSentence(facts, locale),
    caption: typeset(captions.join(' '), locale),
    table: {
      caption: typeset(words.tableCaption(indicator.label, `${place}, ${when}`), locale),
      columns: [
        { label: words.columns.territory, isNumeric: false },
        { label: words.columns.value(unitWords(indicator.unit, locale).name), isNumeric: true },
        { label: words.columns.class, isNumeric: false },
        { label: words.columns.status, isNumeric: false },
      ],
      rows: orderedAreas(areas, locale).map(({ territory, measure, status }) => [
        { text: territory.name },
        measureCell(measure, indicator, territory, period, locale),
        { text: isValue(measure) ? (classes.labels[classOf(measure.value, classes.breaks)] ?? '') : '' },
        statusCell(status, measure, locale),
      ]),
    },
    legend: mapLegend(facts, locale),
    sources: sourceLines(facts.source, locale),
    dates: dateLines(facts.source, when, locale),
    notes: symbolNotes(
      areas.map(({ measure }) => measure),
      locale,
    ),
  };
}

const levelWords = ({ level }: AreasFacts, locale: Locale) =>
  vocabulary[locale].levels[level] ?? { one: level, many: level, others: level, according: level };

interface KnownArea extends Area {
  readonly measure: { readonly value: number };
}
const knownAreas = ({ areas }: AreasFacts, locale: Locale): KnownArea[] =>
  orderedAreas(areas, locale).filter((area): area is KnownArea => isValue(area.measure));

function titleOf(facts: AreasFacts, locale: Locale): string {
  const words = figureWords[locale].map;
  const { indicator } = facts;
  const known = knownAreas(facts, locale);
  const highest = known[0];
  const lowest = known.at(-1);
  const level = levelWords(facts, locale);
  if (!highest || !lowest) return words.empty(indicator.label, level.many);
  const low = formatValue(lowest.measure.value, indicator, locale);
  const high = formatValue(highest.measure.value, indicator, locale);
  if (low === high) return words.same(indicator.label, low);
  return words.title(indicator.label, low, high, level.according);
}

function mapSentence(facts: AreasFacts, locale: Locale): string {
  const words = sentences[locale];
  const { indicator, reference } = facts;
  const known = knownAreas(facts, locale);
  const highest = known[0];
  const lowest = known.at(-1);
  const level = levelWords(facts, locale);
  if (!highest || !lowest) return typeset(words.mapEmpty({ level: level.many }), locale);
  const write = (value: number): string => formatValue(value, indicator, locale);
  const range = words.map({
    subject: capitalise(indicator.wording.subject),
    isPlural: indicator.wording.isPlural,
    low: write(lowest.measure.value),
    lowPlace: lowest.territory.name,
    high: write(highest.measure.value),
    highPlace: highest.territory.name,
  });
  if (isQuantity(indicator.unit)) return typeset(range, locale);
  const isPublished = reference !== null && isValue(reference.measure);
  const median = quantile(
    known.map(({ measure }) => measure.value).sort((a, b) => a - b),
    0.5,
  )!;
  const threshold = isPublished && isValue(reference.measure) ? reference.measure.value : median;
  const above = known.filter(({ measure }) => measure.value > threshold).length;
  const comparison = words.mapAbove({
    above: formatNumber(above, 0, locale),
    count: formatNumber(known.length, 0, locale),
    level: above < 2 ? level.one : level.many,
    isMany: above >= 2,
    reference: isPublished
      ? words.referenceTerritory(reference.territory.name, write(threshold))
      : words.referenceMedian(write(threshold)),
  });
  return typeset(`${range} ${comparison}`, locale);
}
