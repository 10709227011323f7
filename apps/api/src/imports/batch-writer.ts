import { isDeepStrictEqual } from 'node:util';
import type { ReadingHints } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import type { Queryable } from '../database/database';
import type { CheckResult } from './check-file';
import { type Batch, listMappings } from './imports.queries';
import { lastingHints } from './lasting-hints';
import { storedJson, storedText } from './stored-text';

export interface ReceivedFile {
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileSize: number;
  readonly source: string | null;
  readonly isDemo: boolean;
  readonly hints: ReadingHints | null;
}

export async function insertBatch(database: Queryable, file: ReceivedFile): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into import_batch (state, file_name, file_hash, file_size, source, is_demo, hints)
     values ('draft', $1, $2, $3, $4, $5, $6) returning id`,
    [
      file.fileName,
      file.fileHash,
      file.fileSize,
      storedText(file.source),
      file.isDemo,
      file.hints && storedJson(file.hints),
    ],
  );
  return rows[0]!.id;
}

/** Remembers which batch a client's request made, or found. */
export async function writeRequest(
  database: Queryable,
  { key, contentHash }: { readonly key: string; readonly contentHash: string },
  batchId: number,
): Promise<void> {
  await database.query('insert into import_request (key, content_hash, batch_id) values ($1, $2, $3)', [
    key,
    contentHash,
    batchId,
  ]);
}

/** Says how a batch is to be read, which is then to be checked again; false when it is no longer one that can be. */
export async function writeHints(client: PoolClient, batchId: number, hints: ReadingHints): Promise<boolean> {
  const { rowCount } = await client.query(
    `update import_batch set state = 'draft', hints = $2, hints_version = hints_version + 1
     where id = $1 and state in ('draft', 'checked', 'rejected')`,
    [batchId, storedJson(hints)],
  );
  return rowCount === 1;
}

/** Keeps how a published file was read, for the next one of its source. The demonstration's files share a name only. */
export async function rememberMapping(client: PoolClient, batch: Batch, now: Date): Promise<void> {
  const { id, source, reading, isDemo } = batch;
  if (source === null || reading === null || isDemo) return;
  const known = await listMappings(client, source);
  const next = { headers: reading.headers, hints: await lastingHints(client, batch) };
  if (known.some((mapping) => isDeepStrictEqual({ headers: mapping.headers, hints: mapping.hints }, next))) return;
  await client.query(
    `insert into import_mapping (source, version, headers, hints, batch_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      source,
      Math.max(0, ...known.map(({ version }) => version)) + 1,
      storedJson(next.headers),
      storedJson(next.hints),
      id,
      now,
    ],
  );
}

/** Writes what a check found; false when the batch can no longer be checked, or is by now to be read otherwise. */
export async function writeCheck(
  client: PoolClient,
  { id: batchId, hintsVersion }: Pick<Batch, 'id' | 'hintsVersion'>,
  result: CheckResult,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update import_batch set state = $2, reading = $3, read_count = $4, kept_count = $5, ignored_count = $6,
       rejected_count = $7, value_count = $8, summary = $9, checked_at = $10,
       -- among them, cells that a person mended
       hints = case when $12 then hints end
     where id = $1 and state in ('draft', 'checked', 'rejected') and hints_version = $11`,
    [
      batchId,
      result.outcome === 'reject' ? 'rejected' : 'checked',
      storedJson(result.reading),
      result.read,
      result.kept,
      result.ignored,
      result.rejected,
      result.values,
      storedJson(result.groups),
      now,
      hintsVersion,
      result.mayStay,
    ],
  );
  if (rowCount !== 1) return false;
  await client.query('delete from import_finding where batch_id = $1', [batchId]);
  const { findings } = result;
  await client.query(
    `insert into import_finding (batch_id, ordinal, code, severity, line, column_name, seen, detail, sheet)
     select $1, finding.* from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::jsonb[],
       $9::text[]) as finding`,
    [
      batchId,
      findings.map((_, ordinal) => ordinal),
      findings.map(({ code }) => code),
      findings.map(({ severity }) => severity),
      findings.map(({ line }) => line),
      findings.map(({ column }) => storedText(column)),
      findings.map(({ seen }) => storedText(seen)),
      findings.map(({ detail }) => (detail ? storedJson(detail) : null)),
      findings.map(({ sheet }) => storedText(sheet ?? null)),
    ],
  );
  await client.query('delete from batch_content where batch_id = $1', [batchId]);
  return true;
}

/** What a batch holds, for the rebuild. */
export async function writeContents(
  client: PoolClient,
  batchId: number,
  contents: CheckResult['contents'],
): Promise<void> {
  await client.query(
    `insert into batch_content (batch_id, indicator_id, period, value_count, shapes)
     select $1, content.* from unnest($2::smallint[], $3::integer[], $4::integer[], $5::smallint[]) as content`,
    [
      batchId,
      contents.map(({ indicatorId }) => indicatorId),
      contents.map(({ period }) => period),
      contents.map(({ count }) => count),
      contents.map(({ shapes }) => shapes),
    ],
  );
}
