import type { Interval } from '../comparison/interval';
import type { SeriesPoint } from '../comparison/notable-change';
import type { IndicatorDefinition, Wording } from '../indicator';
import type { Measure, ObservationStatus } from '../measure';
import type { Period } from '../period';

/** An indicator in one language, reduced to what a figure needs. */
export interface FigureIndicator
  extends Pick<IndicatorDefinition, 'code' | 'unit' | 'decimals' | 'polarity' | 'allowsNegative'> {
  readonly label: string;
  readonly wording: Wording;
}

export interface FigureTerritory {
  readonly level: string;
  readonly code: string;
  readonly name: string;
}

/** Where the numbers come from, under every figure. */
export interface FigureSource {
  readonly label: string;
  readonly licence: string;
  /** ISO dates: of the import, and of the next publication that the producer announces. */
  readonly updatedOn: string | null;
  readonly nextExpectedOn: string | null;
  readonly isDemo: boolean;
}

/** Everything that a trend is drawn, told and tabled from. JSON: the browser draws it again from the same facts. */
export interface TrendFacts {
  readonly kind: 'trend';
  readonly indicator: FigureIndicator;
  readonly territory: FigureTerritory;
  readonly series: readonly SeriesPoint[];
  /** Quartiles of the territories of the same level, itself included; periods with too few of them are left out. */
  readonly peers: {
    readonly level: string;
    readonly count: number;
    readonly points: readonly { period: Period; lowerQuartile: number; median: number; upperQuartile: number }[];
  } | null;
  /** The territory that the page compares with: the département for its parts. */
  readonly reference: { readonly territory: FigureTerritory; readonly series: readonly SeriesPoint[] } | null;
  readonly source: FigureSource;
}

export interface Area {
  readonly territory: FigureTerritory;
  readonly measure: Measure;
  readonly status: ObservationStatus;
  /** At 95 %, where the counts behind a rate are known. */
  readonly interval: Interval | null;
}

/** One value per territory of a level, at one period: what a map and a ranking show. */
export interface AreasFacts {
  readonly kind: 'areas';
  readonly indicator: FigureIndicator;
  readonly home: FigureTerritory;
  readonly level: string;
  readonly period: Period;
  readonly areas: readonly Area[];
  /** Published value of the whole that the areas are parts of. */
  readonly reference: { readonly territory: FigureTerritory; readonly measure: Measure } | null;
  /** Code of the area that the page is about. */
  readonly selected: string | null;
  /** Where the browser reads the contours; null when there are none. */
  readonly geometryUrl: string | null;
  readonly source: FigureSource;
}
