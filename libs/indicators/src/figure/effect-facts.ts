import type { Interval } from '../comparison/interval';
import type { PathPoint, RefusalCode } from '../effect/effect';
import type { Conclusion, Evaluation, EvidenceLevel } from '../effect/evaluation';
import type { AreasFacts, FigureIndicator, FigureSource, TrendFacts } from './facts';

/** What is observed in a project's territories and what is expected there without it, period by period. */
export interface EffectPathFacts {
  readonly kind: 'effect-path';
  readonly project: string;
  readonly indicator: FigureIndicator;
  /** Already worded: "8 communes du projet". */
  readonly place: string;
  readonly path: readonly PathPoint[];
  /** Whether territories started at different dates: the line marks the first one. */
  readonly isStaggered: boolean;
  /** Periods of the path are years since the start of each territory, 0 being the first one with the project. */
  readonly isSinceStart: boolean;
  /** Declared last year of the project; null: none is declared. */
  readonly endYear: number | null;
  readonly treatedCount: number;
  /** First and last year of the data. */
  readonly years: readonly [number, number];
  readonly conclusion: Conclusion;
  readonly certainty: Evaluation['certainty'];
  readonly evidence: EvidenceLevel;
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly source: FigureSource;
}

/** A line of a forest: a project, one of its outcomes, or one of its territories. */
export interface EffectRow {
  readonly name: string;
  readonly indicator: FigureIndicator;
  readonly conclusion: Conclusion;
  readonly certainty: Evaluation['certainty'];
  readonly evidence: EvidenceLevel;
  /** null where no effect can be told. */
  readonly effect: {
    readonly estimate: number;
    readonly interval: Interval | null;
    readonly expected: number;
    readonly treatedCount: number;
  } | null;
  readonly refusal: RefusalCode | null;
}

export interface EffectsFacts {
  readonly kind: 'effects';
  /** Anchor of the figure: a page may hold several forests. */
  readonly id: string;
  /** What the rows are; it decides the first column's title and the words of the sentence. */
  readonly rowsAre: 'projects' | 'outcomes' | 'territories';
  /** Already worded, for the subtitle. */
  readonly place: string;
  readonly rows: readonly EffectRow[];
  readonly sources: readonly FigureSource[];
}

/** An effect in standard deviations of its outcome between territories, positive when favourable. */
export interface StandardEffect {
  readonly indicator: FigureIndicator;
  readonly value: number;
  readonly interval: Interval | null;
  readonly evidence: EvidenceLevel;
  /** Nothing may be concluded, whatever the interval. */
  readonly isOpen?: boolean;
}

export interface DoubleEffectFacts {
  readonly kind: 'double-effect';
  readonly place: string;
  readonly projects: readonly {
    readonly name: string;
    /** On people: prevention or participation. null: not evaluated, or refused. */
    readonly people: StandardEffect | null;
    /** On the place: revitalisation. */
    readonly place: StandardEffect | null;
    /** Why a side is absent, already worded; empty when both are there. */
    readonly absences: readonly string[];
  }[];
  readonly sources: readonly FigureSource[];
}

export interface BudgetFacts {
  readonly kind: 'budget';
  readonly project: string;
  /** Whole euros; null: not given. */
  readonly years: readonly {
    readonly year: number;
    readonly voted: number | null;
    readonly committed: number | null;
    readonly spent: number | null;
  }[];
  readonly isFictitious: boolean;
}

/** What any figure is drawn from. */
export type FigureFacts = TrendFacts | AreasFacts | EffectPathFacts | EffectsFacts | DoubleEffectFacts | BudgetFacts;
