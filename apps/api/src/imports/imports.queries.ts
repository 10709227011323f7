import type { Finding, ReadingHints } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { FileReading } from './file-reading';
import type { FindingGroup } from './finding-log';
import { storedJson } from './stored-text';

export type BatchState = 'draft' | 'checked' | 'rejected' | 'published' | 'withdrawn';

export interface Batch {
  readonly id: number;
  readonly state: BatchState;
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileSize: number;
  readonly source: string | null;
  /** What a person said over the guesses; null when nobody said anything. */
  readonly hints: ReadingHints | null;
  readonly hintsVersion: number;
  readonly reading: FileReading | null;
  readonly readCount: number | null;
  readonly keptCount: number | null;
  readonly ignoredCount: number | null;
  readonly rejectedCount: number | null;
  readonly valueCount: number | null;
  readonly summary: readonly FindingGroup[] | null;
  readonly isDemo: boolean;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly publication: string | null;
}

const batchColumns = `id, state, file_name as "fileName", file_hash as "fileHash", file_size::double precision as "fileSize",
  source, hints, hints_version as "hintsVersion", reading, read_count as "readCount", kept_count as "keptCount", ignored_count as "ignoredCount",
  rejected_count as "rejectedCount", value_count as "valueCount", summary, is_demo as "isDemo", created_at as "createdAt",
  checked_at as "checkedAt", published_at as "publishedAt", withdrawn_at as "withdrawnAt", publication`;

/** At most one row: the batch. */
export async function findBatch(database: Queryable, id: number): Promise<Batch | undefined> {
  const { rows } = await database.query<Batch>(`select ${batchColumns} from import_batch where id = $1`, [id]);
  return rows[0];
}

/**
 * At most one row: the live batch of the same bytes, read as asked. Another sheet of a workbook, or another column of a
 * table, is another import.
 */
export async function findLiveBatchOfFile(
  database: Queryable,
  fileHash: string,
  hints: ReadingHints | null,
): Promise<Batch | undefined> {
  const { rows } = await database.query<Batch>(
    `select ${batchColumns} from import_batch
     where file_hash = $1 and state in ('draft', 'checked', 'published') and ($2::jsonb is null or hints = $2::jsonb)
     order by id desc limit 1`,
    [fileHash, hints && storedJson(hints)],
  );
  return rows[0];
}

/** At most one row: a client's request of before. */
export async function findRequest(
  database: Queryable,
  key: string,
): Promise<{ readonly contentHash: string; readonly batchId: number } | undefined> {
  const { rows } = await database.query<{ contentHash: string; batchId: number }>(
    'select content_hash as "contentHash", batch_id as "batchId" from import_request where key = $1',
    [key],
  );
  return rows[0];
}

export interface Mapping {
  readonly version: number;
  readonly headers: readonly string[];
  readonly hints: ReadingHints;
}

/** Grain: one row per set of headers that a source's published files had: how the last such file was read, the newest first. */
export async function listMappings(database: Queryable, source: string): Promise<Mapping[]> {
  const { rows } = await database.query<Mapping>(
    `select version, headers, hints
     from (
       select distinct on (headers) version, headers, hints from import_mapping where source = $1
       order by headers, version desc
     ) latest
     order by version desc limit 10`,
    [source],
  );
  return rows;
}

/** Sources of which a mapping is remembered, by name. */
export async function listMappedSources(database: Queryable): Promise<string[]> {
  const { rows } = await database.query<{ source: string }>(
    'select distinct source from import_mapping order by source',
  );
  return rows.map(({ source }) => source);
}

/** One row per batch, of one source when asked, the newest first. `before` is the id of the last batch already read. */
export async function listBatches(
  database: Queryable,
  { before, limit, source = null }: { before: number | null; limit: number; source?: string | null },
): Promise<Batch[]> {
  const { rows } = await database.query<Batch>(
    `select ${batchColumns} from import_batch
     where ($1::integer is null or id < $1) and ($3::text is null or source = $3)
     order by id desc limit $2`,
    [before, limit, source],
  );
  return rows;
}

/** One row per finding kept for the page, in the order of the report; of one code when asked. */
export async function listFindings(database: Queryable, batchId: number, code: string | null): Promise<Finding[]> {
  const { rows } = await database.query<Omit<Finding, 'sheet'> & { readonly sheet: string | null }>(
    `select code, severity, line, column_name as "column", seen, detail, sheet
     from import_finding where batch_id = $1 and ($2::text is null or code = $2) order by ordinal`,
    [batchId, code],
  );
  return rows.map(({ sheet, ...finding }) => ({ ...finding, sheet: sheet ?? undefined }));
}

export interface BatchRun {
  readonly id: string;
  readonly jobId: string;
  readonly state: string;
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly unit: 'bytes' | 'rows' | 'steps';
    readonly elapsedMs: number;
  } | null;
}

/** At most one row: the last run that checks or publishes a batch. */
export async function findBatchRun(database: Queryable, batchId: number): Promise<BatchRun | undefined> {
  const { rows } = await database.query<BatchRun>(
    `select id, job_id as "jobId", state, progress from job_run
     where job_id in ('import-check', 'import-publish') and (input ->> 'batchId')::integer = $1
     order by id desc limit 1`,
    [batchId],
  );
  return rows[0];
}
