import type { PlausibilityCode, PlausibilityPolicy } from './plausibility/plausibility-policy';
import type { TerritoryLevel } from './territory';

export const aims = ['prevention', 'participation', 'decloisonnement', 'revitalisation'] as const;
/** The four aims of développement social; `null` on an indicator that only serves to compute others. */
export type Aim = (typeof aims)[number];

export const indicatorKinds = ['context', 'input', 'output', 'outcome', 'impact'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

export const polarities = ['higher-is-better', 'lower-is-better', 'none'] as const;
export type Polarity = (typeof polarities)[number];

export const territorialRules = ['sum', 'ratio-of-sums', 'weighted-mean', 'distinct-count', 'none', 'derived'] as const;
/**
 * How a territory's value follows from its parts. `distinct-count` and `none` never add up: only the value that the
 * producer published at a level exists there. `derived` is recomputed from components that were added up (see `derivation`).
 */
export type TerritorialRule = (typeof territorialRules)[number];

export const temporalRules = ['sum', 'last', 'average', 'none'] as const;
/** How a year's value follows from its months or quarters. */
export type TemporalRule = (typeof temporalRules)[number];

/** The grammar of an indicator inside a sentence, in one language. */
export interface Wording {
  /** Subject with its article: "la part des 18-25 ans sans emploi ni formation". */
  readonly subject: string;
  /** Whether a French verb or adjective must agree in the feminine, or in the plural. */
  readonly isFeminine: boolean;
  readonly isPlural: boolean;
  /** Who or what is counted, plural: "jeunes", "logements". */
  readonly counted: string;
}

export interface IndicatorText {
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  /** What a reader must know before using the figure; may be empty. */
  readonly caveat: string;
  readonly wording: Wording;
}

/** A version of an indicator: what the catalogue holds. */
export interface IndicatorDefinition {
  /** Stable code, as files name it: "PREV-01". */
  readonly code: string;
  /** Other names under which files give it: "TP60", "MED". Matched without case or accents. */
  readonly synonyms: readonly string[];
  readonly kind: IndicatorKind;
  /** null for a component that only serves to compute others. */
  readonly aim: Aim | null;
  /** persons, percent, per-1000, per-10000, euros, euros-per-year, days, points, score, count, percent-per-year, fte, …: a key of wording's units. */
  readonly unit: string;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly territorialRule: TerritorialRule;
  readonly temporalRule: TemporalRule;
  /** For a ratio: value = scale × numerator ÷ denominator (100 for a percentage, 1000 for ‰). 1 elsewhere. */
  readonly scale: number;
  /** Codes of the component indicators a ratio or a derived value is computed from, when they are indicators of their own. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Code of the indicator that weighs a weighted mean; its observations may also carry their weight as denominator. */
  readonly weight: string | null;
  /**
   * share-of-total, on a ratio: value = scale × numerator ÷ (numerator + denominator), the two components being disjoint.
   * annual-growth-rate, on a derived value: of the numerator's component, over the five years that end at the period.
   */
  readonly derivation: 'annual-growth-rate' | 'share-of-total' | null;
  /** Whether a negative value can be true (a balance, a growth). */
  readonly allowsNegative: boolean;
  /** Smallest count that may be published, null when nothing need be hidden. */
  readonly suppressionThreshold: number | null;
  /** Share of the expected weight below which a computed value is not shown; 0.8 unless said. */
  readonly coverageThreshold: number;
  readonly source: string;
  /** P1Y, P6M, P3M, P1M (ISO 8601 durations). */
  readonly frequency: string;
  /** Days between the end of a period and its expected publication. */
  readonly expectedDelayDays: number;
  readonly levels: readonly TerritoryLevel[];
  /** What an implausible value does to an import; a warning unless said. */
  readonly plausibility?: Readonly<Partial<Record<PlausibilityCode, PlausibilityPolicy>>> | undefined;
  /** Whether the home page may lead with it, per aim: the smallest number leads. null: never. */
  readonly leadRank: number | null;
  readonly fr: IndicatorText;
  readonly en: IndicatorText;
}

export const isRatio = (indicator: Pick<IndicatorDefinition, 'territorialRule'>): boolean =>
  indicator.territorialRule === 'ratio-of-sums';
