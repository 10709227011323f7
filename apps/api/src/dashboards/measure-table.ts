import { type Measure, type ObservationStatus, periodOfCode } from '@sillage/indicators';
import type { MeasurePoint } from './page-facts';

interface MeasureRow {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly status: ObservationStatus;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Rows by indicator, territory and period; rows of several readings may overlap, the last one stays. */
export class MeasureTableBuilder {
  private readonly points = new Map<number, Map<number, Map<number, MeasurePoint>>>();

  add(rows: readonly MeasureRow[]): void {
    for (const { territoryId, indicatorId, period, measure, status, numerator, denominator } of rows) {
      const territories = this.points.get(indicatorId) ?? new Map<number, Map<number, MeasurePoint>>();
      this.points.set(indicatorId, territories);
      const periods = territories.get(territoryId) ?? new Map<number, MeasurePoint>();
      territories.set(territoryId, periods);
      // The counts behind a hidden value stop here: nothing later could let them out.
      const counts = 'value' in measure ? { numerator, denominator } : { numerator: null, denominator: null };
      periods.set(period, { period: periodOfCode(period), measure, status, ...counts });
    }
  }

  build(): Map<number, Map<number, MeasurePoint[]>> {
    const byPeriod = ([a]: [number, MeasurePoint], [b]: [number, MeasurePoint]): number => a - b;
    return new Map(
      [...this.points].map(([indicatorId, territories]) => [
        indicatorId,
        new Map([...territories].map(([id, periods]) => [id, [...periods].sort(byPeriod).map(([, point]) => point)])),
      ]),
    );
  }
}
