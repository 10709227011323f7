import type { Fault } from '../../api/client';
import type { GivenProject, ProjectSheet, StoredProject } from '../../api/projects';
import type { Texts } from '../../text/texts';
import { amountText, numberText, readNumber } from './numbers';

type Level = StoredProject['territories'][number]['level'];
type PartnerKind = StoredProject['partners'][number]['kind'];

type Status = StoredProject['budget'][number]['status'];

/** How a value is known, and from whom, as typed. */
export interface TypedKnown {
  status: Status;
  source: string;
  url: string;
}
export type TypedValue = TypedKnown & { value: string; date: string };

/** A project as a person types it. */
export interface Draft {
  code: string;
  title: string;
  summary: string;
  titleEn: string;
  summaryEn: string;
  programme: string;
  aims: StoredProject['aims'][number][];
  objective: string;
  territories: { level: Level; code: string; name: string; startDate: string }[];
  endDate: string;
  anticipation: string;
  mainOutcome: string;
  baseline: TypedValue;
  target: TypedValue;
  milestones: TypedValue[];
  otherOutcomes: string[];
  policies: StoredProject['policies'][number][];
  partners: { name: string; kind: PartnerKind; hasAgreement: boolean }[];
  budget: (TypedKnown & { year: string; voted: string; committed: string; spent: string })[];
  /** Whether anybody said that something else happened there, or that nothing did. */
  otherEventsSaid: '' | 'none' | 'some';
  otherEvents: { label: string; date: string }[];
  author: string;
}

export const unknown = (): TypedKnown => ({ status: 'declared', source: '', url: '' });
export const emptyValue = (): TypedValue => ({ value: '', date: '', ...unknown() });

export const emptyDraft = (): Draft => ({
  code: '',
  title: '',
  summary: '',
  titleEn: '',
  summaryEn: '',
  programme: '',
  aims: [],
  objective: '',
  territories: [],
  endDate: '',
  anticipation: '0',
  mainOutcome: '',
  baseline: emptyValue(),
  target: emptyValue(),
  milestones: [],
  otherOutcomes: [],
  policies: [],
  partners: [],
  budget: [],
  otherEventsSaid: '',
  otherEvents: [],
  author: '',
});

type Dated = StoredProject['outcomes'][number]['target'];
type Known = Pick<NonNullable<Dated>, 'status' | 'source'>;
const typedKnown = ({ status, source }: Known): TypedKnown => ({
  status,
  source: source?.label ?? '',
  url: source?.url ?? '',
});
const typed = (given: Dated | undefined): TypedValue =>
  given ? { value: numberText(given.value), date: given.date, ...typedKnown(given) } : emptyValue();

export function draftOf({ project, territories }: Pick<ProjectSheet, 'project' | 'territories'>): Draft {
  const main = project.outcomes.find(({ isMain }) => isMain);
  const names = new Map(territories.map(({ level, code, name }) => [`${level} ${code}`, name]));
  return {
    code: project.code,
    title: project.fr.title,
    summary: project.fr.summary,
    titleEn: project.en?.title ?? '',
    summaryEn: project.en?.summary ?? '',
    programme: project.programme ?? '',
    aims: [...project.aims],
    objective: project.objectives[0]?.fr ?? '',
    territories: project.territories.map((place) => ({
      ...place,
      name: names.get(`${place.level} ${place.code}`) ?? place.code,
    })),
    endDate: project.endDate ?? '',
    anticipation: String(project.anticipationPeriods),
    mainOutcome: main?.indicator ?? '',
    baseline: typed(main?.baseline),
    target: typed(main?.target),
    milestones: main?.milestones.map(typed) ?? [],
    otherOutcomes: project.outcomes.filter(({ isMain }) => !isMain).map(({ indicator }) => indicator),
    policies: [...project.policies],
    partners: project.partners.map((partner) => ({ ...partner })),
    budget: project.budget.map(({ year, votedCents, committedCents, spentCents, ...known }) => ({
      ...typedKnown(known),
      year: String(year),
      voted: amountText(votedCents),
      committed: amountText(committedCents),
      spent: amountText(spentCents),
    })),
    otherEventsSaid: project.otherEvents === null ? '' : project.otherEvents.length === 0 ? 'none' : 'some',
    otherEvents: project.otherEvents?.map(({ label, date }) => ({ label: label.fr, date })) ?? [],
    author: '',
  };
}

const cents = (text: string): number | null => {
  const euros = readNumber(text);
  return euros === null ? null : Math.round(euros * 100);
};

/** What is sent; what the form does not show (actions, facts…) stays as it was. */
export function givenOf(draft: Draft, before: StoredProject | null): GivenProject {
  const known = new Map(before?.outcomes.map((outcome) => [outcome.indicator, outcome]));
  const knownOf = ({ status, source, url }: TypedKnown): Known => ({
    status,
    source: source.trim() ? { label: source.trim(), url: url.trim() || null } : null,
  });
  const dated = ({ value, date, ...known }: TypedValue): Dated => {
    const number = readNumber(value);
    return number === null ? null : { value: number, date, ...knownOf(known) };
  };
  const others = draft.otherOutcomes.map((indicator) => ({
    ...(known.get(indicator) ?? { baseline: null, target: null, milestones: [] }),
    indicator,
    isMain: false,
  }));
  const main = {
    indicator: draft.mainOutcome,
    isMain: true,
    baseline: dated(draft.baseline),
    target: dated(draft.target),
    milestones: draft.milestones.flatMap((milestone) => dated(milestone) ?? []),
  };
  const objective = draft.objective.trim();
  const firstObjective = before?.objectives[0];
  const translation = firstObjective?.fr === objective ? firstObjective.en : null;
  return {
    code: draft.code.trim(),
    fr: { title: draft.title.trim(), summary: draft.summary.trim() },
    en: draft.titleEn.trim() ? { title: draft.titleEn.trim(), summary: draft.summaryEn.trim() } : null,
    programme: draft.programme || null,
    aims: draft.aims,
    objectives: [...(objective ? [{ fr: objective, en: translation }] : []), ...(before?.objectives.slice(1) ?? [])],
    territories: draft.territories.map(({ level, code, startDate }) => ({ level, code, startDate })),
    endDate: draft.endDate || null,
    anticipationPeriods: readNumber(draft.anticipation) ?? 0,
    outcomes: [...(draft.mainOutcome ? [main] : []), ...others],
    policies: draft.policies,
    partners: draft.partners.map((partner) => ({ ...partner, name: partner.name.trim() })),
    budget: draft.budget.map(({ year, voted, committed, spent, ...known }) => ({
      ...knownOf(known),
      year: Number(year),
      votedCents: cents(voted),
      committedCents: cents(committed),
      spentCents: cents(spent),
    })),
    otherEvents: draft.otherEventsSaid === '' ? null : eventsOf(draft, before),
    ...(draft.author.trim() ? { author: draft.author.trim() } : {}),
  };
}

/** A translation that was given stays with a label that did not change. */
function eventsOf({ otherEventsSaid, otherEvents }: Draft, before: StoredProject | null) {
  if (otherEventsSaid === 'none') return [];
  return otherEvents.map(({ label, date }) => {
    const fr = label.trim();
    return { label: { fr, en: before?.otherEvents?.find((event) => event.label.fr === fr)?.label.en ?? null }, date };
  });
}

/** What can be seen without asking the server, under the same pointers as the server's own faults. */
export function faultsOf(draft: Draft, words: Texts['projectForm']['needed']): Fault[] {
  const faults: Fault[] = [];
  const need = (isFine: boolean, pointer: string, detail: string): void => {
    if (!isFine) faults.push({ pointer, detail });
  };
  const isNumber = (text: string): boolean => text.trim() === '' || readNumber(text) !== null;
  need(draft.title.trim() !== '', '/fr/title', words.title);
  need(/^[A-Z0-9][A-Z0-9_-]{0,39}$/.test(draft.code.trim()), '/code', words.code);
  need(draft.aims.length > 0, '/aims', words.aims);
  need(draft.territories.length > 0, '/territories', words.territories);
  draft.territories.forEach(({ name, startDate }, rank) => {
    need(startDate !== '', `/territories/${rank}/startDate`, words.startDate(name));
  });
  need(draft.mainOutcome !== '' || draft.otherOutcomes.length === 0, '/outcomes', words.outcomeFirst);
  const needValue = ({ value, date, url, source }: TypedValue, pointer: string): void => {
    need(isNumber(value), `${pointer}/value`, words.number);
    need(value.trim() === '' || date !== '', `${pointer}/date`, words.date);
    needSource({ url, source }, pointer);
  };
  const needSource = ({ url, source }: Pick<TypedKnown, 'url' | 'source'>, pointer: string): void => {
    need(url.trim() === '' || URL.canParse(url.trim()), `${pointer}/source/url`, words.url);
    need(url.trim() === '' || source.trim() !== '', `${pointer}/source/label`, words.source);
  };
  needValue(draft.baseline, '/outcomes/0/baseline');
  needValue(draft.target, '/outcomes/0/target');
  draft.milestones.forEach((milestone, rank) => {
    needValue(milestone, `/outcomes/0/milestones/${rank}`);
    need(milestone.value.trim() !== '', `/outcomes/0/milestones/${rank}/value`, words.number);
  });
  if (draft.otherEventsSaid === 'some') {
    need(draft.otherEvents.length > 0, '/otherEvents', words.events);
    draft.otherEvents.forEach(({ label, date }, rank) => {
      need(label.trim() !== '', `/otherEvents/${rank}/label`, words.event);
      need(date !== '', `/otherEvents/${rank}/date`, words.date);
    });
  }
  draft.partners.forEach(({ name }, rank) => {
    need(name.trim() !== '', `/partners/${rank}/name`, words.partner);
  });
  draft.budget.forEach((line, rank) => {
    need(/^\d{4}$/.test(line.year.trim()), `/budget/${rank}/year`, words.year);
    need(isNumber(line.voted), `/budget/${rank}/votedCents`, words.amount);
    need(isNumber(line.committed), `/budget/${rank}/committedCents`, words.amount);
    need(isNumber(line.spent), `/budget/${rank}/spentCents`, words.amount);
    needSource(line, `/budget/${rank}`);
  });
  return faults;
}
