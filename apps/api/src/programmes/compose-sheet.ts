import type { OutcomeProgress } from './outcome-progress.queries';
import type { ProjectSheetDto } from './programmes.dto';
import type { PreRegistration, Project, ProjectNote, Treatment } from './programmes.queries';

interface SheetFacts {
  readonly project: Project;
  readonly treatments: readonly Treatment[];
  readonly progress: readonly OutcomeProgress[];
  readonly preRegistration: PreRegistration | null;
  readonly notes: readonly ProjectNote[];
}

export const composeSheet = ({
  project,
  treatments,
  progress,
  preRegistration,
  notes,
}: SheetFacts): ProjectSheetDto => ({
  project,
  territories: treatments.map(({ projectId: _projectId, ...treatment }) => treatment),
  crossing: crossingOf(project),
  progress: progress.map((row) => ({
    indicator: row.indicator.code,
    current: row.current,
    period: row.period,
    progress: row.progress,
  })),
  preRegistration: preRegistration && withoutProject(preRegistration),
  notes: [...notes],
});

/** Décloisonnement, measured: how many policies are crossed, with how many partners of each kind, how many bound by agreement. */
export function crossingOf({ policies, partners }: Pick<Project, 'policies' | 'partners'>) {
  const partnersByKind: Record<string, number> = {};
  for (const { kind } of partners) partnersByKind[kind] = (partnersByKind[kind] ?? 0) + 1;
  return {
    policies: policies.length,
    partners: partners.length,
    agreements: partners.filter(({ hasAgreement }) => hasAgreement).length,
    partnersByKind,
  };
}

export const withoutProject = ({
  projectId: _projectId,
  ...rest
}: PreRegistration): Omit<PreRegistration, 'projectId'> => rest;
