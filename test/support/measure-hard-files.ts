import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { readReferential } from '../../apps/api/src/imports/read-referential';
import { referentialOfFiles } from '../../apps/api/src/imports/referential';

export interface Measured {
  readonly name: string;
  readonly outcome: string;
  readonly megabytes: number;
  readonly seconds: number;
  readonly grownMegabytes: number;
}

const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** Checks each file of a folder, in the order of their names. The first, an ordinary one, is the measure of the others. */
async function main(folder: string): Promise<void> {
  const files = path.join(folder, 'files');
  const referential = referentialOfFiles(await readReferential(folder));
  const measured: Measured[] = [];
  const [first = '', ...others] = readdirSync(files).sort();
  for (const name of [first, first, ...others]) {
    const file = path.join(files, name);
    const before = peak();
    const startedAt = performance.now();
    const { outcome } = await checkInPlace(file, referential, { today: new Date() });
    const seconds = (performance.now() - startedAt) / 1000;
    measured.push({
      name,
      outcome,
      megabytes: statSync(file).size / 2 ** 20,
      seconds,
      grownMegabytes: peak() - before,
    });
  }
  process.stdout.write(JSON.stringify(measured.slice(1)));
}

void main(process.argv[2] ?? '.');
