import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkInPlace } from '../../apps/api/src/imports/check-in-place';
import { readReferential } from '../../apps/api/src/imports/read-referential';
import { referentialOfFiles } from '../../apps/api/src/imports/referential';
import { smallReferential } from '../support/small-referential';
import { codes, numbers, periods } from './ugly-cases/cells';
import { encodings } from './ugly-cases/encodings';
import { attacks, persons } from './ugly-cases/hostile';
import { meanings } from './ugly-cases/meanings';
import { structures } from './ugly-cases/structures';
import type { UglyCase } from './ugly-cases/table';

const kinds: readonly (readonly [string, readonly UglyCase[]])[] = [
  ['encoding', encodings],
  ['structure', structures],
  ['numbers', numbers],
  ['periods', periods],
  ['codes', codes],
  ['meaning', meanings],
  ['persons', persons],
  ['attacks', attacks],
];

describe.each(kinds)('a file that is ugly by its %s', (_kind, cases) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-ugly-'));
  const file = path.join(folder, 'fichier.csv');
  beforeAll(() => smallReferential(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases)('$name: $outcome', async ({ content, outcome, code, kept, rejected, sum, message }) => {
    writeFileSync(file, content);
    const result = await checkInPlace(file, referentialOfFiles(await readReferential(folder)), {
      today: new Date('2026-11-22T12:00:00Z'),
    });
    const found = result.groups.map((group) => group.code);
    expect({ outcome: result.outcome, found }).toEqual({
      outcome,
      found: code === undefined ? found : expect.arrayContaining([code]),
    });
    expect(result).toMatchObject({
      ...(kept !== undefined && { kept }),
      ...(rejected !== undefined && { rejected }),
      ...(sum !== undefined && { sum }),
    });
    expect(result.read).toBe(result.kept + result.ignored + result.rejected);
    expect(result.findings.map(({ message: said }) => said).join('\n')).toMatch(message ?? /^/);
  });
});
