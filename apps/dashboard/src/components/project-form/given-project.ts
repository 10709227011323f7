import type { SentProject, StoredProject } from '../../api/projects';
import type { Draft, TypedKnown, TypedSource, TypedValue } from './draft';
import { givenFacts } from './given-facts';
import { readNumber } from './numbers';
import { translated } from './translated';

type Dated = StoredProject['outcomes'][number]['target'];
type Known = Pick<NonNullable<Dated>, 'status' | 'source'>;

const cents = (text: string): number | null => {
  const euros = readNumber(text);
  return euros === null ? null : Math.round(euros * 100);
};
const sourceOf = ({ source, url }: TypedSource) => ({ label: source.trim(), url: url.trim() || null });
const knownOf = ({ status, ...source }: TypedKnown): Known => ({
  status,
  source: source.source.trim() ? sourceOf(source) : null,
});

/** What is sent; what the form does not show stays as it was. */
export function givenOf(draft: Draft, before: StoredProject | null): SentProject {
  const objective = draft.objective.trim();
  return {
    code: draft.code.trim(),
    fr: { title: draft.title.trim(), summary: draft.summary.trim() },
    en: draft.titleEn.trim() ? { title: draft.titleEn.trim(), summary: draft.summaryEn.trim() } : null,
    programme: draft.programme || null,
    aims: draft.aims,
    objectives: [
      ...(objective ? [translated(objective, before?.objectives.slice(0, 1))] : []),
      ...(before?.objectives.slice(1) ?? []),
    ],
    territories: draft.territories.map(({ level, code, startDate }) => ({ level, code, startDate })),
    endDate: draft.endDate || null,
    anticipationPeriods: readNumber(draft.anticipation) ?? 0,
    outcomes: outcomesOf(draft, before),
    policies: draft.policies,
    partners: draft.partners.map((partner) => ({ ...partner, name: partner.name.trim() })),
    budget: draft.budget.map(({ year, voted, committed, spent, ...known }) => ({
      ...knownOf(known),
      year: Number(year),
      votedCents: cents(voted),
      committedCents: cents(committed),
      spentCents: cents(spent),
    })),
    actions: draft.actions.map(({ label, startDate, endDate }) => ({
      ...translated(label, before?.actions),
      startDate: startDate || null,
      endDate: endDate || null,
    })),
    participation: draft.participation.map(({ period, people, attendances, status, secret, ...source }) => ({
      period: secret?.period ?? period.trim(),
      distinctPeople: secret?.distinctPeople ?? readNumber(people),
      attendances: secret?.attendances ?? readNumber(attendances),
      status,
      source: secret?.source ?? sourceOf(source),
    })),
    facts: givenFacts(draft.facts, before),
    unitCosts: draft.unitCosts.map(
      ({ label, indicator, low, likely, high, year, share, payer, gainer, ...source }) => ({
        label: translated(
          label,
          before?.unitCosts.map((cost) => cost.label),
        ),
        indicator,
        lowCents: cents(low) ?? 0,
        likelyCents: cents(likely) ?? 0,
        highCents: cents(high) ?? 0,
        source: sourceOf(source),
        year: Number(year),
        cashableShare: (readNumber(share) ?? 0) / 100,
        payer: payer.trim(),
        gainer: gainer.trim(),
      }),
    ),
    otherEvents: draft.otherEventsSaid === '' ? null : eventsOf(draft, before),
    ...(draft.author.trim() ? { author: draft.author.trim() } : {}),
  };
}

function outcomesOf(draft: Draft, before: StoredProject | null) {
  const known = new Map(before?.outcomes.map((outcome) => [outcome.indicator, outcome]));
  const dated = ({ value, date, ...from }: TypedValue): Dated => {
    const number = readNumber(value);
    return number === null ? null : { value: number, date, ...knownOf(from) };
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
  return [...(draft.mainOutcome ? [main] : []), ...others];
}

function eventsOf({ otherEventsSaid, otherEvents }: Draft, before: StoredProject | null) {
  if (otherEventsSaid === 'none') return [];
  const known = before?.otherEvents?.map(({ label }) => label);
  return otherEvents.map(({ label, date }) => ({ label: translated(label, known), date }));
}
