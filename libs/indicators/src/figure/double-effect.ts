import { drawnWords } from '../wording/effects/drawn-words';
import { figureWords } from '../wording/figures/figure-words';
import { formatNumber, formatSigned } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { DoubleEffectFacts, StandardEffect } from './effect-facts';
import { sourcesAndDates } from './effects-forest';
import type { Figure, FigureCell } from './figure';
import { tokens } from './tokens';

type Project = DoubleEffectFacts['projects'][number];
export type PlacedProject = Project & { readonly people: StandardEffect; readonly place: StandardEffect };

export const isPlaced = (project: Project): project is PlacedProject =>
  project.people !== null && project.place !== null;

/** Whether an effect can be told from zero. */
export const isApartFromZero = ({ interval, isOpen }: StandardEffect): boolean =>
  isOpen !== true && interval !== null && (interval.low > 0 || interval.high < 0);

const isClearlyGood = (effect: StandardEffect): boolean => isApartFromZero(effect) && effect.value > 0;

/** What the founding example is about: what a project does to people beside what it does to their place. */
export function composeDoubleEffect(facts: DoubleEffectFacts, locale: Locale): Figure {
  const words = drawnWords[locale].figures.double;
  const placed = facts.projects.filter(isPlaced);
  const others = facts.projects.filter((project) => !isPlaced(project));
  const count = (value: number): string => formatNumber(value, 0, locale);
  const both = placed.filter(({ people, place }) => isClearlyGood(people) && isClearlyGood(place)).length;
  const sentence = words.sentence(count(placed.length), count(both));
  const missing = others.length > 0 ? ` ${words.missing(count(others.length))}` : '';
  return {
    id: 'double-effect',
    kind: 'double-effect',
    title: typeset(
      placed.length === 0 ? words.empty : words.title(count(both), count(placed.length), both < 2),
      locale,
    ),
    subtitle: typeset(words.subtitle(facts.place), locale),
    sentence: typeset(sentence + missing, locale),
    caption: typeset(`${words.caption} ${words.causes}`, locale),
    table: {
      caption: typeset(words.subtitle(facts.place), locale),
      columns: [
        { label: words.columns.project, isNumeric: false },
        { label: words.columns.people, isNumeric: false },
        { label: words.columns.peopleOutcome, isNumeric: false },
        { label: words.columns.place, isNumeric: false },
        { label: words.columns.placeOutcome, isNumeric: false },
        { label: words.columns.reading, isNumeric: false },
      ],
      rows: [...placed, ...others].map((project) => rowOf(project, locale)),
    },
    legend:
      placed.length === 0
        ? []
        : [
            { label: words.clear, color: tokens.observed, pattern: 'point' },
            { label: words.open, color: tokens.ink3, pattern: 'hollow' },
          ],
    ...sourcesAndDates(facts.sources, locale),
    notes: others.map(({ name, absences }) => typeset(words.notPlaced(name, absences.join(' ; ')), locale)),
  };
}

function rowOf(project: Project, locale: Locale): FigureCell[] {
  const words = drawnWords[locale].figures.double;
  return [
    { text: project.name },
    { text: effectText(project.people, locale) },
    { text: project.people?.indicator.label ?? '' },
    { text: effectText(project.place, locale) },
    { text: project.place?.indicator.label ?? '' },
    {
      text: isPlaced(project)
        ? doubleReading(project, locale)
        : typeset(project.absences.join(' ; '), locale) || words.absent,
    },
  ];
}

function effectText(effect: StandardEffect | null, locale: Locale): string {
  const words = drawnWords[locale].figures;
  if (!effect) return words.double.absent;
  const write = (value: number): string => formatSigned(value, 2, locale);
  const between = effect.interval
    ? figureWords[locale].between(write(effect.interval.low), write(effect.interval.high))
    : words.forest.noMargin;
  return typeset(`${write(effect.value)} (${between})`, locale);
}

/** The quadrant in words, and whether the place in it is sure. */
export function doubleReading({ people, place }: PlacedProject, locale: Locale): string {
  const words = drawnWords[locale].figures.double;
  const quadrant = people.value >= 0 ? (place.value >= 0 ? 'both' : 'people') : place.value >= 0 ? 'place' : 'none';
  const sure = isApartFromZero(people) && isApartFromZero(place) ? words.clear : words.open;
  return typeset(`${words.quadrants[quadrant]} (${sure})`, locale);
}
