import { listMeasures, type PublishedState } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';
import { MeasureTableBuilder } from './measure-table';
import type { Indicator, MeasureTable, Place } from './page-facts';

/** Gathers the values that a page needs, in as few queries as their periods allow. */
export class StateReader {
  private readonly builder = new MeasureTableBuilder();

  constructor(
    private readonly database: Queryable,
    /** null before the first state: then there is nothing to read. */
    private readonly state: PublishedState | null,
  ) {}

  /** Whole series. */
  async read(places: readonly Place[], indicators: readonly Indicator[]): Promise<void> {
    await this.list(places, indicators, {});
  }

  /** One period of each indicator: what a comparison of territories needs. */
  async readAtPeriods(places: readonly Place[], periods: ReadonlyMap<Indicator, number>): Promise<void> {
    for (const period of new Set(periods.values())) {
      const indicators = [...periods].flatMap(([indicator, own]) => (own === period ? [indicator] : []));
      await this.list(places, indicators, { from: period, to: period });
    }
  }

  table(): MeasureTable {
    return this.builder.build();
  }

  private async list(
    places: readonly Place[],
    indicators: readonly Indicator[],
    range: { from?: number; to?: number },
  ): Promise<void> {
    if (!this.state || places.length === 0 || indicators.length === 0) return;
    const territoryIds = [...new Set(places.map(({ id }) => id))];
    const indicatorIds = indicators.map(({ id }) => id);
    this.builder.add(await listMeasures(this.database, this.state, { territoryIds, indicatorIds, ...range }));
  }
}
