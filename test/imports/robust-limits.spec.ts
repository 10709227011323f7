import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hardFiles } from '../support/hard-files';
import type { Measured } from '../support/measure-hard-files';
import { smallReferential } from '../support/small-referential';

const root = path.resolve(__dirname, '../..');
const secondsPerMegabyte = 5;
const growthMegabytes = 64;

/** In a process of its own, that has read an ordinary file before: what grows is the file's own doing. */
function measureHardFiles(): Measured[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-hard-'));
  try {
    smallReferential(folder);
    mkdirSync(path.join(folder, 'files'));
    for (const [rank, [name, text]] of Object.entries(hardFiles).entries())
      writeFileSync(path.join(folder, 'files', `${String(rank).padStart(2, '0')} ${name}`), text());
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        '--heap-growing-percent=50',
        '-r',
        './test/support/run-typescript.cjs',
        './test/support/measure-hard-files.ts',
        folder,
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measured[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a file made to be hard to read', () => {
  const measured = measureHardFiles();

  it('is one of many kinds', () => {
    expect(measured).toHaveLength(Object.keys(hardFiles).length);
  });

  it.each(measured)('$name: read in time and in little memory', ({ megabytes, seconds, grownMegabytes }) => {
    expect(seconds).toBeLessThan(secondsPerMegabyte * Math.max(1, megabytes));
    expect(grownMegabytes).toBeLessThan(growthMegabytes);
  });
});
