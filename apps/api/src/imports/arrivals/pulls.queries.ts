import type { PullRefusalCode, ReadingHints } from '@sillage/indicators';
import type { Queryable } from '../../database/database';
import type { Arrival } from './arrivals.service';
import type { Freshness } from './download';

export type PullResult =
  | { readonly code: Arrival['outcome'] | 'unchanged'; readonly detail: string }
  | { readonly code: 'not-fetched'; readonly refusal: PullRefusalCode; readonly detail: string };

export interface Pull {
  readonly id: number;
  readonly url: string;
  readonly source: string;
  readonly schedule: string;
  /** How its files are read; null: as those of its source. */
  readonly hints: ReadingHints | null;
  /** The import that this reading was learnt from. */
  readonly readAs: number | null;
  readonly isEnabled: boolean;
  readonly effectiveFrom: Date;
  readonly freshness: Freshness | null;
  readonly fileHash: string | null;
  readonly lastRunAt: Date | null;
  readonly lastResult: PullResult | null;
  readonly lastBatchId: number | null;
  /** Whether a run waits or is under way. */
  readonly isRunning: boolean;
}

export const pullJobId = 'import-pull';

const pullColumns = `id, url, source, schedule, hints, hints_batch_id as "readAs", is_enabled as "isEnabled", effective_from as "effectiveFrom", freshness,
  file_hash as "fileHash", last_run_at as "lastRunAt", last_result as "lastResult", last_batch_id as "lastBatchId",
  exists (select 1 from job_run where job_id = 'import-pull' and state in ('queued', 'running')
    and (input ->> 'pullId')::integer = import_pull.id) as "isRunning"`;

/** One row per pull. */
export async function listPulls(database: Queryable): Promise<Pull[]> {
  const { rows } = await database.query<Pull>(`select ${pullColumns} from import_pull order by source, id`);
  return rows;
}

/** At most one row: the pull. */
export async function findPull(database: Queryable, id: number): Promise<Pull | undefined> {
  const { rows } = await database.query<Pull>(`select ${pullColumns} from import_pull where id = $1`, [id]);
  return rows[0];
}
