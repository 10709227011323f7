import { type ComparisonPool, deviationsOf, keepsDesign, type ProjectOutcome } from '@sillage/indicators';
import type { PublishedState } from '../aggregates/aggregates.queries';
import type { Indicator } from '../catalogue/catalogue.queries';
import type { PreRegistration, Project, Treatment } from '../programmes/programmes.queries';

export interface OutcomeToEvaluate {
  readonly indicator: Indicator;
  readonly given: ProjectOutcome;
  /** ISO date fixed beforehand for the main outcome; null: none. */
  readonly readingDate: string | null;
  /** Size under which an effect changes nothing, fixed beforehand for the main outcome; null: none. */
  readonly negligible: number | null;
}

export interface ProjectToEvaluate {
  readonly id: number;
  readonly code: string;
  readonly state: PublishedState;
  readonly anticipationPeriods: number;
  readonly treatments: readonly Treatment[];
  /** Where other projects work. */
  readonly elsewhere: readonly Treatment[];
  readonly preRegistration: PreRegistration | null;
  /** The treated territories were drawn by lot, and are still those. */
  readonly isRandomised: boolean;
  readonly fixedScope: ComparisonPool | null;
  /** Years of what else happened there, as declared; null: nobody said. */
  readonly declaredEvents: readonly number[] | null;
  readonly outcomes: readonly OutcomeToEvaluate[];
}

interface World {
  readonly state: PublishedState;
  readonly projects: readonly Project[];
  readonly treatments: readonly Treatment[];
  readonly preRegistrations: readonly PreRegistration[];
  readonly indicators: readonly Indicator[];
}

/** Each project with what its evaluation needs to know of the others. */
export function projectsToEvaluate(world: World): ProjectToEvaluate[] {
  const indicators = new Map(world.indicators.map((indicator) => [indicator.code, indicator]));
  const preRegistrations = new Map(world.preRegistrations.map((one) => [one.projectId, one]));
  return world.projects.map((project) => {
    const { id, code, anticipationPeriods, otherEvents, outcomes } = project;
    const preRegistration = preRegistrations.get(id) ?? null;
    // starts moved to the future, fixed, then moved back, would buy a level of evidence
    const kept = preRegistration && keepsDesign(deviationsOf(preRegistration, project)) ? preRegistration : null;
    return {
      id,
      code,
      state: world.state,
      anticipationPeriods,
      treatments: world.treatments.filter(({ projectId }) => projectId === id),
      elsewhere: world.treatments.filter(({ projectId }) => projectId !== id),
      preRegistration,
      isRandomised: kept?.isRandomised ?? false,
      fixedScope: preRegistration?.comparisonPool ?? null,
      declaredEvents: otherEvents?.map(({ date }) => Number(date.slice(0, 4))) ?? null,
      outcomes: outcomes.flatMap((given) => {
        const indicator = indicators.get(given.indicator);
        if (!indicator) return [];
        const fixed = preRegistration?.mainOutcome === given.indicator ? preRegistration : null;
        const negligible = fixed && (kept?.negligible ?? null);
        return [{ indicator, given, readingDate: fixed?.readingDate ?? null, negligible }];
      }),
    };
  });
}
