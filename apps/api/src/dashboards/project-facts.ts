import type { ShownEvaluation } from '../effects/shown-evaluations.queries';
import type { OutcomeProgress } from '../programmes/outcome-progress.queries';
import type { PreRegistration, Programme, Project, ProjectNote, Treatment } from '../programmes/programmes.queries';
import type { CommonFacts, Indicator } from './page-facts';

// What the pages about projects are composed from: rows already read, nothing worded yet.

export interface EvaluatedOutcome {
  readonly indicator: Indicator;
  readonly isMain: boolean;
  readonly record: ShownEvaluation;
  /** People that the effect stands for in one period, without a sign; null when nobody can say. */
  readonly persons: number | null;
  /** Standard deviation, between the territories compared, of the outcome's change over the project; null with too few of them. */
  readonly spread: number | null;
}

export interface ProjectItem {
  readonly project: Project;
  readonly programme: Programme | null;
  readonly treatments: readonly Treatment[];
  /** The main outcome first; empty where nothing was evaluated. */
  readonly outcomes: readonly EvaluatedOutcome[];
}

export interface ProjectsFacts extends CommonFacts {
  readonly items: readonly ProjectItem[];
}

export interface ProjectFacts extends CommonFacts {
  readonly item: ProjectItem;
  /** The newest first, of every outcome. */
  readonly history: readonly ShownEvaluation[];
  readonly progress: readonly OutcomeProgress[];
  readonly preRegistration: PreRegistration | null;
  readonly notes: readonly ProjectNote[];
  /** Id of the estimation that the page shows. */
  readonly shown: number | null;
}
