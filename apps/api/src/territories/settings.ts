import type { TerritoryLevel } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import type { Queryable } from '../database/database';

/** Small facts about this installation, one row each. */
interface Settings {
  /** The territory that the home page shows. */
  home: { readonly level: TerritoryLevel; readonly code: string };
  /** When contours or zones were last loaded: pages made before are made again. */
  'geography-loaded': string;
  /** Year of the Code officiel géographique loaded, and version of the package it came from. */
  'geography-vintage': { readonly year: number; readonly version: string };
}

/** Grain: one value. */
export async function readSetting<Key extends keyof Settings>(
  db: Queryable,
  key: Key,
): Promise<Settings[Key] | undefined> {
  const { rows } = await db.query<{ value: Settings[Key] }>('select value from setting where key = $1', [key]);
  return rows[0]?.value;
}

export async function writeSetting<Key extends keyof Settings>(
  client: PoolClient,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await client.query(
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    [key, JSON.stringify(value)],
  );
}
