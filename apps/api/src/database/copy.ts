import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/**
 * COPY … FROM STDIN in text format. Returns the number of rows that PostgreSQL says it stored: the caller compares it
 * with its own count (before version 18 a line holding only `\.` ends a COPY silently).
 */
export async function copyRows(client: PoolClient, statement: string, rows: Readable): Promise<number> {
  const target = client.query(copyFrom(statement));
  await pipeline(rows, target);
  return target.rowCount;
}

/** A field in COPY's text format; null becomes \N. */
export function copyField(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return value.replace(/[\\\t\n\r]/g, (character) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[character]}`);
}
