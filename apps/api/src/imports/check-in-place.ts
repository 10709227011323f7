import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { importsFr } from '@sillage/indicators';
import { Problem } from '../platform/problem';
import { type CheckResult, checkFile } from './check-file';
import type { CheckOptions, Referential } from './check-options';

const findingsInCommand = 1_000;

/** Checks a file where it stands; leaves nothing behind. */
export async function checkInPlace(
  file: string,
  referential: Referential,
  options: Omit<CheckOptions, 'batchId' | 'spool' | 'findingsPerCode'>,
): Promise<CheckResult> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(400, 'fichier-illisible', importsFr.problems.unreadablePath(file));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sillage-check-'));
  try {
    return await checkFile(file, referential, {
      batchId: 0,
      spool: path.join(folder, 'rows.copy'),
      findingsPerCode: findingsInCommand,
      ...options,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
