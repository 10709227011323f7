import type { ReadingHints } from '@sillage/indicators';
import type { Queryable } from '../../database/database';
import { storedJson, storedText } from '../stored-text';
import type { Freshness } from './download';
import type { PullResult } from './pulls.queries';

export interface PullSettings {
  readonly url: string;
  readonly source: string;
  readonly schedule: string;
  readonly isEnabled: boolean;
  readonly hints: ReadingHints | null;
  readonly readAs: number | null;
}

const settingsOf = ({ url, source, schedule, isEnabled, hints, readAs }: PullSettings) => [
  url,
  storedText(source),
  schedule,
  isEnabled,
  hints && storedJson(hints),
  readAs,
];

export async function insertPull(database: Queryable, settings: PullSettings, now: Date): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into import_pull (url, source, schedule, is_enabled, hints, hints_batch_id, effective_from)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [...settingsOf(settings), now],
  );
  return rows[0]!.id;
}

/** A new schedule owes nothing to the past; another address, source or reading takes its first file anew. */
export async function updatePull(
  database: Queryable,
  id: number,
  settings: PullSettings,
  { now, isSameFile }: { readonly now: Date; readonly isSameFile: boolean },
): Promise<void> {
  await database.query(
    `update import_pull set url = $2, source = $3, schedule = $4, is_enabled = $5, hints = $6, hints_batch_id = $7,
       effective_from = $8, freshness = case when $9 then freshness end, file_hash = case when $9 then file_hash end
     where id = $1`,
    [id, ...settingsOf(settings), now, isSameFile],
  );
}

export async function deletePull(database: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await database.query('delete from import_pull where id = $1', [id]);
  return rowCount === 1;
}

/** What a run gave; `taken` is the file that it took, when it took one. */
export async function writePullResult(database: Queryable, id: number, { result, now, taken }: PullRun): Promise<void> {
  await database.query(
    `update import_pull set last_run_at = $2, last_result = $3, freshness = coalesce($4, freshness),
       file_hash = coalesce($5, file_hash), last_batch_id = coalesce($6, last_batch_id)
     where id = $1`,
    [
      id,
      now,
      storedJson(result),
      taken ? storedJson(taken.freshness) : null,
      taken?.hash ?? null,
      taken?.batchId ?? null,
    ],
  );
}

interface PullRun {
  readonly result: PullResult;
  readonly now: Date;
  readonly taken?: { readonly freshness: Freshness; readonly hash: string; readonly batchId: number | null };
}
