import type { PoolClient } from 'pg';
import type { Queryable } from '../database/database';
import type { CheckResult } from './check-file';

export interface ReceivedFile {
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileSize: number;
  readonly source: string | null;
  readonly isDemo: boolean;
}

export async function insertBatch(database: Queryable, file: ReceivedFile): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into import_batch (state, file_name, file_hash, file_size, source, is_demo)
     values ('draft', $1, $2, $3, $4, $5) returning id`,
    [file.fileName, file.fileHash, file.fileSize, file.source, file.isDemo],
  );
  return rows[0]!.id;
}

/** Writes what a check found; false when the batch is no longer one that can be checked. */
export async function writeCheck(
  client: PoolClient,
  batchId: number,
  result: CheckResult,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update import_batch set state = $2, reading = $3, read_count = $4, kept_count = $5, ignored_count = $6,
       rejected_count = $7, value_count = $8, summary = $9, checked_at = $10
     where id = $1 and state in ('draft', 'checked', 'rejected')`,
    [
      batchId,
      result.outcome === 'reject' ? 'rejected' : 'checked',
      JSON.stringify(result.reading),
      result.read,
      result.kept,
      result.ignored,
      result.rejected,
      result.values,
      JSON.stringify(result.groups),
      now,
    ],
  );
  if (rowCount !== 1) return false;
  await client.query('delete from import_finding where batch_id = $1', [batchId]);
  const { findings } = result;
  await client.query(
    `insert into import_finding (batch_id, ordinal, code, severity, line, column_name, seen, expected, message)
     select $1, finding.* from unnest($2::integer[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::text[],
       $9::text[]) as finding`,
    [
      batchId,
      findings.map((_, ordinal) => ordinal),
      findings.map(({ code }) => code),
      findings.map(({ severity }) => severity),
      findings.map(({ line }) => line),
      findings.map(({ column }) => column),
      findings.map(({ seen }) => seen),
      findings.map(({ expected }) => expected),
      findings.map(({ message }) => message),
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
