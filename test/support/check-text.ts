import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ReadingHints } from '@sillage/indicators';
import type { CheckResult } from '../../apps/api/src/imports/check-file';
import type { ImportsService } from '../../apps/api/src/imports/imports.service';

/** The verdicts on a text, as `sillage check` gives them on a file. */
export async function checkText(imports: ImportsService, text: string, hints?: ReadingHints): Promise<CheckResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sillage-text-'));
  try {
    const file = path.join(folder, 'essai.csv');
    await writeFile(file, text);
    return await imports.checkFile(file, hints ? { hints } : {});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
