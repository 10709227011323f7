import type { Aim } from './indicator';
import type { TerritoryLevel } from './territory';

/**
 * Public policies that a project may bring together: décloisonnement is measured by their number. The first eight are the
 * headings under which ODAS-Apriles filed the founding example.
 */
export const policies = [
  'employment',
  'social-development',
  'facility',
  'housing',
  'disability',
  'inclusion',
  'social-ties',
  'health',
  'childhood',
  'youth',
  'ageing',
  'education',
  'culture-and-sport',
  'mobility',
  'digital',
  'economy',
  'environment',
  'town-planning',
] as const;
export type Policy = (typeof policies)[number];

export const partnerKinds = [
  'departement',
  'commune',
  'intercommunality',
  'region',
  'state',
  'social-security',
  'health',
  'education',
  'association',
  'company',
  'inhabitants',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** declared: what somebody says; observed: what was counted. */
export const statementStatuses = ['declared', 'observed'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

/** Where the comparison territories may be taken from; fixed beforehand by a pre-registration. */
export const comparisonPools = ['similar-everywhere', 'similar-in-region', 'similar-in-departement'] as const;
export type ComparisonPool = (typeof comparisonPools)[number];

export const noteKinds = ['director-comment', 'dissent'] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Titled {
  readonly title: string;
  readonly summary: string;
}

export interface InBothLanguages {
  readonly fr: string;
  /** null: not translated; the French text is shown. */
  readonly en: string | null;
}

export interface ValueSource {
  readonly label: string;
  readonly url: string | null;
}

/** A treated territory and its own start: dates that differ make a staggered project. */
export interface TreatedTerritory {
  readonly level: TerritoryLevel;
  readonly code: string;
  /** ISO date of the intervention there. */
  readonly startDate: string;
}

export interface ProjectAction extends InBothLanguages {
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** Something else that happened there and may have moved the outcomes: another programme, a plant that closed. */
export interface OtherEvent {
  readonly label: InBothLanguages;
  /** ISO date. */
  readonly date: string;
}

export interface Partner {
  readonly name: string;
  readonly kind: PartnerKind;
  /** Bound by a written agreement. */
  readonly hasAgreement: boolean;
}

/** Distinct people and attendances are different things; distinct people are never added across periods. null: not given. */
export interface Participation {
  /** As `periodText` spells it: "2025", "2025-T2". */
  readonly period: string;
  readonly distinctPeople: number | null;
  readonly attendances: number | null;
  readonly status: StatementStatus;
  readonly source: ValueSource;
}

/** How a value is known, and from whom; null: no source was given. */
export interface Known {
  readonly status: StatementStatus;
  readonly source: ValueSource | null;
}

/** Whole cents; null: not given. */
export interface YearlyBudget extends Known {
  readonly year: number;
  readonly votedCents: number | null;
  readonly committedCents: number | null;
  readonly spentCents: number | null;
}

/** A value at a date: a baseline, a target or a milestone, in the indicator's unit. */
export interface DatedValue extends Known {
  readonly value: number;
  readonly date: string;
}

/** An indicator that the project means to move; the wished direction is the indicator's polarity. */
export interface ProjectOutcome {
  readonly indicator: string;
  readonly isMain: boolean;
  readonly baseline: DatedValue | null;
  readonly target: DatedValue | null;
  readonly milestones: readonly DatedValue[];
}

/** What one source says: one value, or a range from `low` to `high`. */
export interface Statement {
  readonly low: number;
  readonly high: number;
  /** As `periodText` spells it, or an ISO date; null: the source does not say. */
  readonly when: string | null;
  readonly status: StatementStatus;
  readonly source: ValueSource;
  readonly note: InBothLanguages | null;
}

/** Something that can be counted about a project, and what each source says of it: sources that disagree stand side by side. */
export interface ProjectFact {
  readonly label: InBothLanguages;
  readonly unit: string;
  /** Code of the indicator that it feeds, if any. */
  readonly indicator: string | null;
  readonly statements: readonly Statement[];
}

/** Price of one event that a project may avoid, for the calculation of avoided costs. */
export interface UnitCost {
  readonly label: InBothLanguages;
  /** Code of the outcome whose events it prices. */
  readonly indicator: string;
  readonly lowCents: number;
  readonly likelyCents: number;
  readonly highCents: number;
  readonly source: ValueSource;
  readonly year: number;
  /** Part of the cost that would really not be spent, 0 to 1. */
  readonly cashableShare: number;
  readonly payer: string;
  readonly gainer: string;
}

export interface ProjectDefinition {
  /** Stable code: "MAISONS-2023". */
  readonly code: string;
  /** Code of its programme; null: none. */
  readonly programme: string | null;
  readonly fr: Titled;
  readonly en: Titled | null;
  /** Whether it belongs to the library of inspiring examples. */
  readonly isExample: boolean;
  readonly aims: readonly Aim[];
  readonly territories: readonly TreatedTerritory[];
  readonly endDate: string | null;
  /** How many periods before the start the effect may already show, as declared. */
  readonly anticipationPeriods: number;
  readonly objectives: readonly InBothLanguages[];
  readonly actions: readonly ProjectAction[];
  readonly policies: readonly Policy[];
  readonly partners: readonly Partner[];
  readonly participation: readonly Participation[];
  readonly budget: readonly YearlyBudget[];
  readonly outcomes: readonly ProjectOutcome[];
  readonly facts: readonly ProjectFact[];
  readonly unitCosts: readonly UnitCost[];
  /** null: nobody said whether anything else happened; empty: nothing else did, as declared. */
  readonly otherEvents: readonly OtherEvent[] | null;
}

/** A set of projects with common objectives and funding. */
export interface ProgrammeDefinition {
  readonly code: string;
  readonly fr: Titled;
  readonly en: Titled | null;
  readonly aims: readonly Aim[];
  readonly objectives: readonly InBothLanguages[];
  readonly budget: readonly YearlyBudget[];
}
