import type { Fault } from '../../api/client';
import type { GivenProject, ProjectSheet, StoredProject } from '../../api/projects';
import type { Texts } from '../../text/texts';
import { amountText, numberText, readNumber } from './numbers';

type Level = StoredProject['territories'][number]['level'];
type PartnerKind = StoredProject['partners'][number]['kind'];

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
  baseline: { value: string; date: string };
  target: { value: string; date: string };
  otherOutcomes: string[];
  policies: StoredProject['policies'][number][];
  partners: { name: string; kind: PartnerKind; hasAgreement: boolean }[];
  budget: { year: string; voted: string; committed: string; spent: string }[];
  author: string;
}

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
  baseline: { value: '', date: '' },
  target: { value: '', date: '' },
  otherOutcomes: [],
  policies: [],
  partners: [],
  budget: [],
  author: '',
});

type Dated = { value: number; date: string } | null;
const typed = (given: Dated | undefined): Draft['target'] =>
  given ? { value: numberText(given.value), date: given.date } : { value: '', date: '' };

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
    otherOutcomes: project.outcomes.filter(({ isMain }) => !isMain).map(({ indicator }) => indicator),
    policies: [...project.policies],
    partners: project.partners.map((partner) => ({ ...partner })),
    budget: project.budget.map(({ year, votedCents, committedCents, spentCents }) => ({
      year: String(year),
      voted: amountText(votedCents),
      committed: amountText(committedCents),
      spent: amountText(spentCents),
    })),
    author: '',
  };
}

const cents = (text: string): number | null => {
  const euros = readNumber(text);
  return euros === null ? null : Math.round(euros * 100);
};

/** What is sent; what the form does not show (actions, facts, milestones…) stays as it was. */
export function givenOf(draft: Draft, before: StoredProject | null): GivenProject {
  const known = new Map(before?.outcomes.map((outcome) => [outcome.indicator, outcome]));
  const dated = ({ value, date }: Draft['target']): Dated => {
    const number = readNumber(value);
    return number === null ? null : { value: number, date };
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
    milestones: known.get(draft.mainOutcome)?.milestones ?? [],
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
    budget: draft.budget.map(({ year, voted, committed, spent }) => ({
      year: Number(year),
      votedCents: cents(voted),
      committedCents: cents(committed),
      spentCents: cents(spent),
    })),
    ...(draft.author.trim() ? { author: draft.author.trim() } : {}),
  };
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
  for (const field of ['baseline', 'target'] as const) {
    const { value, date } = draft[field];
    need(isNumber(value), `/outcomes/0/${field}/value`, words.number);
    need(value.trim() === '' || date !== '', `/outcomes/0/${field}/date`, words.date);
  }
  draft.partners.forEach(({ name }, rank) => {
    need(name.trim() !== '', `/partners/${rank}/name`, words.partner);
  });
  draft.budget.forEach((line, rank) => {
    need(/^\d{4}$/.test(line.year.trim()), `/budget/${rank}/year`, words.year);
    need(isNumber(line.voted), `/budget/${rank}/votedCents`, words.amount);
    need(isNumber(line.committed), `/budget/${rank}/committedCents`, words.amount);
    need(isNumber(line.spent), `/budget/${rank}/spentCents`, words.amount);
  });
  return faults;
}
