import type { AggregateOrigin } from './base-row';
import type { Measure, ObservationStatus } from './measure';

/** A figure that a published state shows for a perimeter. */
export interface PerimeterFigure {
  readonly perimeter: number;
  readonly indicator: string;
  readonly period: number;
  readonly measure: Measure;
  readonly status: ObservationStatus;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly origin: AggregateOrigin;
  /** own: given in the perimeter's own code. sum: of all its former perimeters. partial: of some of them. */
  readonly basis: 'own' | 'sum' | 'partial';
}
