import type { Queryable } from '../database/database';
import { enqueueJob } from '../jobs/job';
import { findBatchRun } from './imports.queries';

/** Queues a run for a batch, once; again only when the last one ended without doing its work. */
export async function queueBatch(
  database: Queryable,
  jobId: 'import-check' | 'import-publish',
  batchId: number,
): Promise<void> {
  const queued = await enqueueJob(database, jobId, `batch:${batchId}`, { batchId });
  if (queued) return;
  const last = await findBatchRun(database, batchId);
  if (last && ['queued', 'running'].includes(last.state)) return;
  // named after the run that failed: requests sent together still make one
  await enqueueJob(database, jobId, `batch:${batchId}:${last?.id ?? 0}`, { batchId });
}
