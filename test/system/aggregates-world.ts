import {
  aggregationRules,
  type IndicatorDefinition,
  type Measure,
  periodCode,
  periodOfText,
} from '@sillage/indicators';
import { findCurrentState, listMeasures, type MeasureRow } from '../../apps/api/src/aggregates/aggregates.queries';
import { type RebuildReport, RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { Log } from '../../apps/api/src/platform/log';
import { anIndicator } from '../support/builders';
import { aDatabase, type TestDatabase } from '../support/database';

export interface PlaceRow {
  readonly id: number;
  readonly level: string;
  readonly code?: string;
  readonly population?: number | null;
  readonly validFrom?: string;
  readonly validTo?: string | null;
}

/** [whole, part, share] */
export type Link = readonly [number, number, number?];

export interface ObservationInput {
  readonly territory: number;
  readonly indicator: string;
  readonly period: string;
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly absence?: number | null;
  readonly status?: number;
  readonly batch?: number;
}

export interface World {
  readonly places: readonly PlaceRow[];
  readonly links: readonly Link[];
  readonly changes?: readonly Link[];
  readonly indicators: readonly Partial<IndicatorDefinition>[];
  /** Published in this order; the others are withdrawn. */
  readonly batches?: readonly number[];
  readonly observations: readonly ObservationInput[];
}

export const code = (period: string): number => periodCode(periodOfText(period)!);

/** A database with a rebuild on it, filled by writing the tables directly: what importers and loaders would leave. */
export class AggregatesWorld {
  private readonly service: RebuildService;

  private constructor(
    readonly database: Database,
    readonly url: string,
    private readonly own?: TestDatabase,
  ) {
    this.service = new RebuildService(database, new Log(() => undefined));
  }

  static async on(url: string): Promise<AggregatesWorld> {
    return new AggregatesWorld(new Database(await createDataSource(url).initialize()), url);
  }

  /** On a database of the test file's own, dropped when this closes. */
  static async open(): Promise<AggregatesWorld> {
    const own = await aDatabase();
    return new AggregatesWorld(new Database(await createDataSource(own.url).initialize()), own.url, own);
  }

  async close(): Promise<void> {
    await this.database.onModuleDestroy();
    await this.own?.drop();
  }

  rebuild(): Promise<RebuildReport> {
    return this.service.rebuild('test');
  }

  async fill(world: World): Promise<void> {
    const { rows } = await this.database.query<{ version: number }>('select version from published_state');
    for (const { version } of rows) await this.database.query(`drop table if exists aggregate_v${version}`);
    await this.database.query(
      'truncate current_state, published_state, observation, batch_content, import_batch, indicator_version, indicator, boundary_change, territory_link, territory restart identity cascade',
    );
    const { places, links, changes = [] } = world;
    await this.insert(
      'insert into territory (id, level, code, name, population, valid_from, valid_to) overriding system value select id, level, code, code, population, valid_from, valid_to from jsonb_to_recordset($1) as t (id integer, level text, code text, population float8, valid_from date, valid_to date)',
      places.map(({ id, level, population = null, validFrom = '1943-01-01', validTo = null, ...place }) => ({
        id,
        level,
        code: place.code ?? String(id),
        population,
        valid_from: validFrom,
        valid_to: validTo,
      })),
    );
    await this.insert(
      'insert into territory_link select whole, part, share from jsonb_to_recordset($1) as t (whole integer, part integer, share float8)',
      links.map(([whole, part, share = 1]) => ({ whole, part, share })),
    );
    await this.insert(
      "insert into boundary_change (to_id, from_id, effective_date, kind, share) select whole, part, '2016-01-01', 'merger', share from jsonb_to_recordset($1) as t (whole integer, part integer, share float8)",
      changes.map(([whole, part, share = 1]) => ({ whole, part, share })),
    );
    await this.insert(
      'insert into indicator (id, code, current_version) overriding system value select id, code, 1 from jsonb_to_recordset($1) as t (id smallint, code text)',
      definitions(world).map((definition, index) => ({ id: index + 1, code: definition.code })),
    );
    await this.insert(
      'insert into indicator_version (indicator_id, version, is_shipped, definition) select id, 1, true, definition from jsonb_to_recordset($1) as t (id smallint, definition jsonb)',
      definitions(world).map((definition, index) => ({ id: index + 1, definition })),
    );
    await this.observe(world);
  }

  private async observe(world: World): Promise<void> {
    const { batches = [1], observations } = world;
    const ids = new Set([...batches, ...observations.map(({ batch = 1 }) => batch)]);
    await this.insert(
      "insert into import_batch (id, state, file_name, file_hash, file_size, publication) overriding system value select id, state, 'file.csv', id::text, 1, publication from jsonb_to_recordset($1) as t (id integer, state text, publication bigint)",
      [...ids].map((id) => ({
        id,
        state: batches.includes(id) ? 'published' : 'withdrawn',
        publication: batches.includes(id) ? batches.indexOf(id) + 1 : null,
      })),
    );
    const codes = definitions(world).map((definition) => definition.code);
    await this.insert(
      'insert into observation (territory_id, indicator_id, period, value, numerator, denominator, absence, status, batch_id, line) select territory_id, indicator_id, period, value, numerator, denominator, absence, status, batch_id, line from jsonb_to_recordset($1) as t (territory_id integer, indicator_id smallint, period integer, value float8, numerator float8, denominator float8, absence smallint, status smallint, batch_id integer, line integer)',
      observations.map((row, index) => ({
        territory_id: row.territory,
        indicator_id: codes.indexOf(row.indicator) + 1,
        period: code(row.period),
        value: row.value ?? null,
        numerator: row.numerator ?? null,
        denominator: row.denominator ?? null,
        absence: row.absence ?? null,
        status: row.status ?? 0,
        batch_id: row.batch ?? 1,
        line: index + 2,
      })),
    );
    await this.database.query(
      `insert into batch_content
       select batch_id, indicator_id, period, count(*), bit_or(case
           when absence is not null then case when num_nonnulls(value, numerator, denominator) > 0 then 4 else 0 end
           when num_nonnulls(numerator, denominator) = 2 then 2
           when num_nonnulls(numerator, denominator) = 0 and value is not null then 1
           else 4 end::smallint)
       from observation group by 1, 2, 3`,
    );
  }

  private async insert(sql: string, rows: readonly object[]): Promise<void> {
    await this.database.query(sql, [JSON.stringify(rows)]);
  }

  /** Every figure of the current state. */
  async measures(world: World): Promise<MeasureRow[]> {
    const state = await findCurrentState(this.database);
    if (!state) return [];
    return listMeasures(this.database, state, {
      territoryIds: world.places.map(({ id }) => id),
      indicatorIds: definitions(world).map((_, index) => index + 1),
    });
  }

  async measure(world: World, territory: number, indicator: string, period: string): Promise<MeasureRow | undefined> {
    const id = definitions(world).findIndex((definition) => definition.code === indicator) + 1;
    const rows = await this.measures(world);
    return rows.find((row) => row.territoryId === territory && row.indicatorId === id && row.period === code(period));
  }
}

export const definitions = (world: World): IndicatorDefinition[] =>
  world.indicators.map((change) =>
    anIndicator({ suppressionThreshold: null, temporalRule: 'none', scale: 1, ...change }),
  );

export const rulesOf = (world: World) => aggregationRules(definitions(world));

export const told = (measure: Measure | undefined): number | string | undefined =>
  measure && ('value' in measure ? measure.value : measure.absence);
