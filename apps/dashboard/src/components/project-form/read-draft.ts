import type { ProjectSheet, StoredProject } from '../../api/projects';
import { type Draft, emptyValue, type TypedKnown, type TypedSource, type TypedValue } from './draft';
import { amountText, numberText } from './numbers';

type Dated = StoredProject['outcomes'][number]['target'];
type Known = Pick<NonNullable<Dated>, 'status' | 'source'>;
type Measure = StoredProject['participation'][number]['distinctPeople'];

const typedSource = (source: Known['source']): TypedSource => ({ source: source?.label ?? '', url: source?.url ?? '' });
const typedKnown = ({ status, source }: Known): TypedKnown => ({ status, ...typedSource(source) });
const typed = (given: Dated | undefined): TypedValue =>
  given ? { value: numberText(given.value), date: given.date, ...typedKnown(given) } : emptyValue();
const typedCount = (count: Measure): string => ('value' in count ? numberText(count.value) : '');
const isSecret = (count: Measure): boolean => 'absence' in count && count.absence.startsWith('suppressed-');

/** A stored project, to be changed. */
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
    ...activityOf(project),
    otherEventsSaid: project.otherEvents === null ? '' : project.otherEvents.length === 0 ? 'none' : 'some',
    otherEvents: project.otherEvents?.map(({ label, date }) => ({ label: label.fr, date })) ?? [],
    author: '',
  };
}

function activityOf({ actions, participation, facts, unitCosts }: StoredProject) {
  return {
    actions: actions.map(({ fr, startDate, endDate }) => ({
      label: fr,
      startDate: startDate ?? '',
      endDate: endDate ?? '',
    })),
    participation: participation.map((row) => ({
      ...typedKnown(row),
      period: row.period,
      people: typedCount(row.distinctPeople),
      attendances: typedCount(row.attendances),
      secret: isSecret(row.distinctPeople) || isSecret(row.attendances) ? row : null,
    })),
    facts: facts.flatMap(({ label, unit, indicator, statements }) =>
      statements.map((said) => ({
        ...typedKnown(said),
        label: label.fr,
        unit,
        indicator,
        low: typedCount(said.low),
        high: typedCount(said.high) === typedCount(said.low) ? '' : typedCount(said.high),
        when: said.when ?? '',
        secret: isSecret(said.low) ? said : null,
        note: said.note,
      })),
    ),
    unitCosts: unitCosts.map(({ label, lowCents, likelyCents, highCents, source, year, cashableShare, ...cost }) => ({
      ...cost,
      ...typedSource(source),
      label: label.fr,
      low: amountText(lowCents),
      likely: amountText(likelyCents),
      high: amountText(highCents),
      year: String(year),
      share: numberText(Math.round(cashableShare * 10_000) / 100),
    })),
  };
}
