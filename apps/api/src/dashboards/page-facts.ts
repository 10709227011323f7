import type { Figure, FigureFacts, IndicatorDefinition, SeriesPoint, TerritoryLevel } from '@sillage/indicators';
import type { z } from 'zod';
import type { figureSchema } from './pages.dto';

// What the pages are composed from: rows already read, nothing worded yet.

export type Indicator = IndicatorDefinition & { readonly id: number; readonly version: number };

export interface Place {
  readonly id: number;
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly isDemo: boolean;
}

/** A value with the counts behind it: never sent as it is, the counts stay on the server. */
export interface MeasurePoint extends SeriesPoint {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Values by indicator id, then by territory id, in order of period. */
export type MeasureTable = ReadonlyMap<number, ReadonlyMap<number, readonly MeasurePoint[]>>;

export interface StateFacts {
  readonly version: number;
  /** ISO instant. */
  readonly computedAt: string;
}

export interface Source {
  readonly code: string;
  readonly producer: string;
  readonly dataset: string;
  readonly licence: string;
  readonly url: string | null;
  readonly fr: { readonly label: string };
  readonly en: { readonly label: string };
}

/** What every page knows. */
export interface CommonFacts {
  readonly home: Place;
  /** null before the first rebuild: then no table holds a value. */
  readonly state: StateFacts | null;
  /** ISO date, in France. */
  readonly today: string;
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
}

export interface HomeFacts extends CommonFacts {
  readonly table: MeasureTable;
  readonly parts: readonly Place[];
  /** Code of the indicator that the reader wants on the map. */
  readonly wishedMap: string | undefined;
}

export type FigurePage = z.infer<typeof figureSchema>;

/** Draws a figure and adds its files' addresses: the one thing that composition cannot do by itself. */
export type Dress = (figure: Figure, facts: FigureFacts) => FigurePage;
