import { aggregatesFr } from '@sillage/indicators';
import { Database } from '../database/database';
import { stateTable } from './rebuild-state';

/** States whose aggregates stay readable under `?version=`. */
const statesKept = 24;

/**
 * Drops the aggregates of older states, in a transaction of its own: detaching a partition waits for its readers, and
 * whoever waits makes others wait. When a reader is there, it gives up at once and leaves it to the next rebuild.
 */
export async function dropOldStates(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ version: number }>(
    `select version from published_state where is_readable order by version desc offset $1`,
    [statesKept],
  );
  if (rows.length === 0) return [];
  const versions = rows.map(({ version }) => version);
  try {
    await database.transaction(async (client) => {
      await client.query(`set local lock_timeout = '200ms'`);
      await client.query('update published_state set is_readable = false where version = any($1)', [versions]);
      for (const version of versions) await client.query(`drop table if exists ${stateTable(version)}`);
    });
    return [aggregatesFr.dropped(versions)];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') return [aggregatesFr.notDropped];
    throw error;
  }
}
