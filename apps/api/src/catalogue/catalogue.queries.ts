import { type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { SourceDefinition } from './catalogue.dto';

/** An indicator as it is in force. Its id never changes; a new definition makes a new version. */
export type Indicator = IndicatorDefinition & { readonly id: number; readonly version: number };

interface IndicatorRow {
  id: number;
  version: number;
  definition: IndicatorDefinition;
}

const inForce = `
  select indicator.id, version.version, version.definition
  from indicator
  join indicator_version version
    on version.indicator_id = indicator.id and version.version = indicator.current_version`;

const toIndicator = ({ id, version, definition }: IndicatorRow): Indicator => ({ ...definition, id, version });

/** One row per indicator, in its version in force. */
export async function listIndicators(database: Queryable): Promise<Indicator[]> {
  const { rows } = await database.query<IndicatorRow>(`${inForce} order by indicator.code`);
  return rows.map(toIndicator);
}

/** At most one row: the version in force. */
export async function findIndicator(database: Queryable, code: string): Promise<Indicator | undefined> {
  const { rows } = await database.query<IndicatorRow>(`${inForce} where indicator.code = $1`, [code]);
  return rows[0] && toIndicator(rows[0]);
}

export interface IndicatorVersion {
  readonly version: number;
  readonly createdAt: Date;
  readonly definition: IndicatorDefinition;
}

/** One row per version of an indicator, the latest first. */
export async function listIndicatorVersions(database: Queryable, indicatorId: number): Promise<IndicatorVersion[]> {
  const { rows } = await database.query<IndicatorVersion>(
    `select version, created_at as "createdAt", definition
     from indicator_version where indicator_id = $1 order by version desc`,
    [indicatorId],
  );
  return rows;
}

/** A name under which files may give an indicator: its code or a synonym, spelled by `indicatorName`. */
export interface IndicatorName {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

/** One row per name of an indicator; a name belongs to one indicator only. */
export async function listIndicatorNames(database: Queryable): Promise<IndicatorName[]> {
  const indicators = await listIndicators(database);
  return indicators.flatMap(({ id, code, synonyms }) =>
    [...new Set([code, ...synonyms].map(indicatorName))].map((name) => ({ id, name, code })),
  );
}

/** One row per source. */
export async function listSources(database: Queryable): Promise<SourceDefinition[]> {
  const { rows } = await database.query<{ definition: SourceDefinition }>(
    'select definition from source order by code',
  );
  return rows.map((row) => row.definition);
}
