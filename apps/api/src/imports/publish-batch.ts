import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { importsFr } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { copyRows } from '../database/copy';
import { enqueueJob } from '../jobs/job';
import { Problem } from '../platform/problem';
import { writeContents } from './batch-writer';
import type { CheckResult } from './check-file';
import type { CheckOptions } from './check-options';
import { unknownImport } from './import-problems';
import type { BatchState } from './imports.queries';

export interface PublishReport {
  readonly values: number;
  /** false when the batch was published already: nothing changed. */
  readonly isNew: boolean;
}

const pieceBytes = 1 << 18;

/** The order of the columns is that of RowLedger's COPY rows. */
const copyObservations = `copy observation (value, numerator, denominator, territory_id, period, batch_id, line, indicator_id,
  absence, status, column_number) from stdin`;

/** Runs inside one transaction: readers see all of the batch or nothing of it. */
export async function publishBatch(
  client: PoolClient,
  batch: {
    readonly batchId: number;
    /** The reading that was approved. */
    readonly hintsVersion: number;
    /** Files of the check; read under the lock, as a check writes them. */
    readonly spool: string;
    readonly contents: string;
    readonly now: Date;
  },
  control: Pick<CheckOptions, 'signal' | 'onProgress'>,
): Promise<PublishReport> {
  const { rows } = await client.query<{ state: BatchState; value_count: number; hints_version: number }>(
    'select state, value_count, hints_version from import_batch where id = $1 for update',
    [batch.batchId],
  );
  const found = rows[0];
  if (!found) throw unknownImport();
  if (found.state === 'published') return { values: found.value_count, isNew: false };
  if (found.state !== 'checked')
    throw new Problem(409, 'publication-impossible', importsFr.problems.notPublishable(importsFr.states[found.state]));
  if (found.hints_version !== batch.hintsVersion)
    throw new Problem(409, 'lecture-changee', importsFr.problems.readOtherwise);
  const contents = JSON.parse(await readFile(batch.contents, 'utf8')) as CheckResult['contents'];
  const stored = await copyRows(
    client,
    copyObservations,
    Readable.from(spoolPieces(batch.spool, control), { objectMode: false }),
  );
  // before PostgreSQL 18 a line that holds only \. ends a COPY silently
  if (stored !== found.value_count) throw new Error(`COPY stored ${stored} rows of ${found.value_count}`);
  await writeContents(client, batch.batchId, contents);
  await client.query(
    `update import_batch set state = 'published', published_at = $2, publication = nextval('publication_sequence') where id = $1`,
    [batch.batchId, batch.now],
  );
  await enqueueJob(client, 'rebuild', `batch:${batch.batchId}`, { batchId: batch.batchId });
  return { values: stored, isNew: true };
}

async function* spoolPieces(
  path: string,
  { signal, onProgress }: Pick<CheckOptions, 'signal' | 'onProgress'>,
): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  let done = 0;
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
    signal?.throwIfAborted();
    yield piece as Buffer;
    done += (piece as Buffer).length;
    await onProgress?.(done, size);
  }
}
