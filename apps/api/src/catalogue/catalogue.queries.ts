import { type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type InForce, Versioned } from '../database/in-force';
import type { SourceDefinition } from './catalogue.dto';

export type Indicator = InForce<IndicatorDefinition>;

const indicators = new Versioned<IndicatorDefinition>('indicator');

/** One row per indicator, in its version in force. */
export const listIndicators = (database: Queryable): Promise<Indicator[]> => indicators.list(database);

/** At most one row: the version in force. */
export const findIndicator = (database: Queryable, code: string): Promise<Indicator | undefined> =>
  indicators.find(database, code);

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
