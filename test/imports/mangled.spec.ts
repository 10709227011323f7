import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { IndicatorIndex, TerritoryIndex } from '@sillage/indicators';
import fc from 'fast-check';
import { checkFile } from '../../apps/api/src/imports/check-file';
import { anImportedIndicator } from '../support/referential';

const referential = {
  territories: new TerritoryIndex(
    ['01001', '01002', '47167'].map((code, rank) => ({
      id: rank + 1,
      level: 'commune' as const,
      code,
      validFrom: '1943-01-01',
      validTo: null,
    })),
  ),
  indicators: new IndicatorIndex([anImportedIndicator()]),
};
const years = Array.from({ length: 40 }, (_, rank) => 1980 + rank);
const good = Buffer.from(
  `code_territoire;libelle;annee;indicateur;valeur\r\n${years.map((year) => `47167;Mézin;${year};NB_APA;${year}\r\n`).join('')}`,
);

describe('a file with mangled bytes', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-mangled-'));
  const file = path.join(folder, 'fichier.csv');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = (withoutBytePath: boolean) =>
    checkFile(file, referential, {
      batchId: 1,
      spool: path.join(folder, 'rows.copy'),
      findingsPerCode: 100,
      today: new Date('2026-11-22T12:00:00Z'),
      withoutBytePath,
    });

  const nasty = fc.constantFrom(0, 9, 10, 13, 34, 39, 44, 59, 0xa0, 0xc0, 0xc3, 0xe9, 0xef, 0xfe, 0xff, 65, 48);
  const change = fc.record({
    at: fc.nat(good.length - 1),
    bytes: fc.array(fc.oneof(nasty, fc.nat(255)), { maxLength: 6 }),
    dropped: fc.nat(20),
  });

  it('always gets a verdict whose accounts add up, the same on both paths, and never success for nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = good;
        for (const { at, bytes: put, dropped } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + dropped)]);
        writeFileSync(file, bytes);
        const result = await check(false);
        expect(result.kept + result.ignored + result.rejected).toBe(result.read);
        if (result.outcome !== 'reject') expect(result.values).toBeGreaterThan(0);
        else expect(result.findings.some(({ severity }) => severity === 'error')).toBe(true);
        const asText = await check(true);
        const said = ({ reading, ...rest }: typeof result) => ({ ...rest, reading: { ...reading, path: null } });
        expect(said(result)).toEqual(said(asText));
      }),
      { numRuns: 600 },
    );
  });
});
