import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { CsvRow, PreviewRow } from '@sillage/indicators';
import type { CheckResult } from './check-file';

/** Rows that a check keeps beside its file, to be looked at and mended. */
export interface StoredPreview {
  readonly headers: readonly string[];
  readonly rows: readonly PreviewRow[];
  readonly rejectedRows: readonly PreviewRow[];
  readonly firstRows: readonly CsvRow[];
}

export function writePreview(path: string, result: CheckResult): Promise<void> {
  const { reading, preview: rows, rejectedRows, firstRows } = result;
  const kept: StoredPreview = { headers: reading?.headers ?? [], rows, rejectedRows, firstRows };
  return writeFile(path, JSON.stringify(kept));
}

/** undefined before the first check. */
export async function readPreview(path: string): Promise<StoredPreview | undefined> {
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as StoredPreview) : undefined;
}
