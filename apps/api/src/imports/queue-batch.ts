import type { Queryable } from '../database/database';
import { enqueueJob } from '../jobs/job';
import { type Batch, findBatchRun } from './imports.queries';

/** Queues a run for a batch as it is now read, once; again only when the last one ended without doing its work. */
export async function queueBatch(
  database: Queryable,
  jobId: 'import-check' | 'import-publish',
  { id: batchId, hintsVersion }: Pick<Batch, 'id' | 'hintsVersion'>,
): Promise<void> {
  const slot = hintsVersion === 0 ? `batch:${batchId}` : `batch:${batchId}:hints:${hintsVersion}`;
  const queued = await enqueueJob(database, jobId, slot, { batchId, hintsVersion });
  if (queued) return;
  const last = await findBatchRun(database, batchId);
  if (last && ['queued', 'running'].includes(last.state)) return;
  // named after the run that failed: requests sent together still make one
  await enqueueJob(database, jobId, `${slot}:${last?.id ?? 0}`, { batchId, hintsVersion });
}
