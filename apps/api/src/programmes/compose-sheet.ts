import { deviationsOf } from '@sillage/indicators';
import { crossingOf } from './crossing';
import type { OutcomeProgress } from './outcome-progress.queries';
import type { ProjectSheetDto } from './programmes.dto';
import type { PreRegistration, Project, ProjectNote, Treatment } from './programmes.queries';
import { publicProject } from './public-project';

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
  project: publicProject(project),
  territories: treatments.map(({ projectId: _projectId, ...treatment }) => treatment),
  crossing: crossingOf(project),
  progress: progress.map((row) => ({
    indicator: row.indicator.code,
    current: row.current,
    period: row.period,
    progress: row.progress,
    milestones: [...row.milestones],
  })),
  preRegistration: preRegistration && withoutProject(preRegistration),
  deviations: preRegistration ? deviationsOf(preRegistration, project) : [],
  notes: [...notes],
});

export const withoutProject = ({
  projectId: _projectId,
  asFixed: _asFixed,
  ...rest
}: PreRegistration): Omit<PreRegistration, 'projectId' | 'asFixed'> => rest;
