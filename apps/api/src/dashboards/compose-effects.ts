import {
  type DoubleEffectFacts,
  type EffectEstimate,
  type EffectRow,
  type EffectsFacts,
  type EffectVerdict,
  type Evaluation,
  effectVerdict,
  effectWords,
  type Facts,
  formatNumber,
  isTold,
  type Locale,
  type Refusal,
  type StandardEffect,
  type Told,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import { figureIndicator, figureSource } from './compose';
import type { CommonFacts } from './page-facts';
import type { EvaluatedOutcome, ProjectItem } from './project-facts';

export const projectName = ({ project }: ProjectItem, locale: Locale): string => (project[locale] ?? project.fr).title;

/** What the sentences on an outcome's effect are made of, territories by their names. */
export const toldOf = (item: ProjectItem, { indicator, record, persons }: EvaluatedOutcome, locale: Locale): Told => ({
  project: projectName(item, locale),
  subject: figureIndicator(indicator, locale),
  evaluation: withNames(record.evaluation, new Map(namesOf(record.pool))),
  persons,
});

const namesOf = ({ treated, donors }: EvaluatedOutcome['record']['pool']): [string, string][] =>
  [...treated, ...donors].map(({ code, name }) => [code, name]);

/** Estimations name territories by their codes, readers by their names. */
function withNames(evaluation: Evaluation, names: ReadonlyMap<string, string>): Evaluation {
  const named = <Item extends { readonly facts: Facts }>(item: Item): Item => {
    const unit = item.facts['unit'];
    const name = typeof unit === 'string' ? names.get(unit) : undefined;
    return name === undefined ? item : { ...item, facts: { ...item.facts, unit: name } };
  };
  const { result } = evaluation;
  return {
    ...evaluation,
    result: result.status === 'refused' ? named(result) : { ...result, warnings: result.warnings.map(named) },
    evidence: { ...evaluation.evidence, losses: evaluation.evidence.losses.map(named) },
    checks: evaluation.checks.map(named),
  };
}

/** Where a project acts: alone, after a number, and on a card. */
export function placesOf({ treatments }: ProjectItem, locale: Locale): { alone: string; after: string; card: string } {
  const { place } = effectWords[locale].sheet;
  const [first] = treatments;
  if (!first) return { alone: place.none, after: '', card: place.none };
  if (treatments.length === 1)
    return { alone: place.one(first.name), after: place.inOne(first.name), card: first.name };
  const isOneLevel = treatments.every(({ level }) => level === first.level);
  const level = (isOneLevel && vocabulary[locale].levels[first.level]?.many) || vocabulary[locale].territories.many;
  const count = formatNumber(treatments.length, 0, locale);
  return { alone: place.many(count, level), after: place.inMany(count, level), card: place.card(count, level) };
}

const expectedMean = ({ path }: EffectEstimate): number => {
  const after = path.filter(({ isAfter }) => isAfter);
  return after.reduce((sum, { counterfactual }) => sum + counterfactual, 0) / Math.max(after.length, 1);
};

export function effectRow(name: string, { indicator, record }: EvaluatedOutcome, locale: Locale): EffectRow {
  const { conclusion, certainty, evidence, result } = record.evaluation;
  return {
    name,
    indicator: figureIndicator(indicator, locale),
    conclusion,
    certainty,
    evidence: evidence.level,
    effect:
      result.status === 'ok'
        ? {
            estimate: result.estimate,
            interval: result.interval,
            expected: expectedMean(result),
            treatedCount: result.treatedCount,
          }
        : null,
    refusal: result.status === 'refused' ? result.code : null,
  };
}

/** Main effects of the Département's own projects; null where none was evaluated. */
export function forestFacts(facts: CommonFacts, items: readonly ProjectItem[], locale: Locale): EffectsFacts | null {
  const evaluated = ownItems(items).filter(({ outcomes }) => outcomes.length > 0);
  if (evaluated.length === 0) return null;
  return {
    kind: 'effects',
    id: 'effects-forest',
    rowsAre: 'projects',
    place: facts.home.name,
    rows: evaluated.map((item) => effectRow(projectName(item, locale), item.outcomes[0]!, locale)),
    sources: evaluated.map((item) => sourceOf(facts, item, item.outcomes[0]!, locale)),
  };
}

export const ownItems = (items: readonly ProjectItem[]): ProjectItem[] =>
  items.filter(({ project }) => !project.isExample);

export const sourceOf = (
  facts: CommonFacts,
  { project }: ProjectItem,
  { indicator }: EvaluatedOutcome,
  locale: Locale,
) => ({ ...figureSource(facts, indicator, undefined, locale), isDemo: project.isDemo });

const sides = { people: ['prevention', 'participation'], place: ['revitalisation'] } as const;
type Side = keyof typeof sides;

/** Each project's effect on people beside its effect on the place; null where no project aims at both. */
export function doubleEffectFacts(
  facts: CommonFacts,
  items: readonly ProjectItem[],
  locale: Locale,
): DoubleEffectFacts | null {
  const words = effectWords[locale].figures.double;
  const evaluated = ownItems(items).filter(({ outcomes }) => outcomes.length > 0);
  if (!evaluated.some((item) => outcomeOf(item, 'people') && outcomeOf(item, 'place'))) return null;
  const projects = evaluated.map((item) => {
    const people = outcomeOf(item, 'people');
    const place = outcomeOf(item, 'place');
    const told = { people: people && standardEffect(people, locale), place: place && standardEffect(place, locale) };
    const absences: string[] = [];
    if (!told.people) absences.push(words.peopleMissing(absenceOf(people, locale)));
    if (!told.place) absences.push(words.placeMissing(absenceOf(place, locale)));
    return {
      name: projectName(item, locale),
      people: told.people ?? null,
      place: told.place ?? null,
      absences: absences.map((text) => typeset(text, locale)),
    };
  });
  const sources = evaluated.flatMap((item) => item.outcomes.map((outcome) => sourceOf(facts, item, outcome, locale)));
  return { kind: 'double-effect', place: facts.home.name, projects, sources };
}

/** The main outcome when it is on this side, or else the first one declared: never the one that looks best. */
const outcomeOf = ({ outcomes }: ProjectItem, side: Side): EvaluatedOutcome | undefined =>
  outcomes.find(
    ({ indicator: { aim, polarity } }) =>
      polarity !== 'none' && aim !== null && (sides[side] as readonly string[]).includes(aim),
  );

function absenceOf(outcome: EvaluatedOutcome | undefined, locale: Locale): string {
  const words = effectWords[locale].figures;
  if (!outcome) return words.double.notEvaluated;
  return outcome.record.evaluation.result.status === 'refused' ? words.forest.refused : words.double.absent;
}

/** In standard deviations, positive when favourable. */
function standardEffect({ indicator, record, spread }: EvaluatedOutcome, locale: Locale): StandardEffect | undefined {
  const { result, evidence, conclusion } = record.evaluation;
  if (result.status !== 'ok' || spread === null) return undefined;
  const scale = (indicator.polarity === 'lower-is-better' ? -1 : 1) / spread;
  const ends = result.interval && [result.interval.low * scale, result.interval.high * scale];
  return {
    indicator: figureIndicator(indicator, locale),
    value: result.estimate * scale,
    interval: ends && { low: Math.min(...ends), high: Math.max(...ends) },
    evidence: evidence.level,
    isOpen: !isTold(conclusion),
  };
}

/** How much an effect has to say: its distance from zero, times the level of evidence. */
export function weightOf({ record: { evaluation } }: EvaluatedOutcome): number {
  const { result, conclusion, evidence } = evaluation;
  if (result.status !== 'ok' || !result.interval || !isTold(conclusion)) return 0;
  const spread = (result.interval.high - result.interval.low) / 2;
  return (Math.abs(result.estimate) / (spread || 1)) * (evidence.level + 1);
}

/** Why no effect can be told of a project; an example of the past that nothing measured is one that cannot be estimated. */
export function refusalOf({ project, outcomes: [main] }: ProjectItem): Refusal | null {
  const result = main?.record.evaluation.result;
  if (result) return result.status === 'refused' ? result : null;
  return project.isExample ? { status: 'refused', method: null, code: 'no-data-before', facts: {} } : null;
}

export function verdictOf(item: ProjectItem, locale: Locale): EffectVerdict {
  const [main] = item.outcomes;
  if (refusalOf(item)) return { kind: 'refused', text: effectWords[locale].finding.verdicts.refused };
  return effectVerdict(main?.record.evaluation ?? null, main?.indicator.polarity ?? 'none', locale);
}
