import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { IndicatorIndex, TerritoryIndex } from '@sillage/indicators';
import fc from 'fast-check';
import { type CheckResult, checkFile } from '../../apps/api/src/imports/check-file';
import { aMutatedFile } from '../support/mutated-files';
import { anImportedIndicator } from '../support/referential';

const referential = {
  territories: new TerritoryIndex(
    ['01001', '01002', '01004', '01010', '01033', '2A004'].map((code, rank) => ({
      id: rank + 1,
      level: 'commune' as const,
      code,
      validFrom: '1943-01-01',
      validTo: null,
    })),
  ),
  indicators: new IndicatorIndex([
    anImportedIndicator({ id: 1, code: 'NB_APA' }),
    anImportedIndicator({ id: 2, code: 'MT_APA', unit: 'euros', decimals: 2 }),
    anImportedIndicator({ id: 3, code: 'TX_RSA', unit: 'percent', scale: 100, territorialRule: 'ratio-of-sums' }),
    anImportedIndicator({ id: 4, code: 'SOLDE_MIG', allowsNegative: true }),
  ]),
};

describe('a file after accidents', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-robust-'));
  const file = path.join(folder, 'fichier.csv');
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  beforeAll(() => process.on('unhandledRejection', note));
  afterAll(() => {
    process.off('unhandledRejection', note);
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (): Promise<CheckResult> =>
    checkFile(file, referential, {
      batchId: 1,
      spool: path.join(folder, 'rows.copy'),
      findingsPerCode: 20,
      today: new Date('2026-11-22T12:00:00Z'),
    });

  it('always gets a verdict: accounts add up, a success holds a value, a refusal says why', async () => {
    const outcomes: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(aMutatedFile, async (bytes) => {
        writeFileSync(file, bytes);
        const { outcome, read, kept, ignored, rejected, values, sum, findings } = await check();
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        if (read !== kept + ignored + rejected) throw new Error(`${read} ≠ ${kept} + ${ignored} + ${rejected}`);
        if (!Number.isFinite(sum)) throw new Error(`The sum is ${sum}`);
        const isEmpty = kept === 0 || values === 0;
        if (outcome !== 'reject' && isEmpty) throw new Error('A success without anything');
        if (outcome === 'reject' && !findings.some(({ severity }) => severity === 'error'))
          throw new Error('No reason');
        if (findings.some(({ message }) => /undefined|null|NaN|\[object/.test(message.replaceAll(/«[^»]*»/g, ''))))
          throw new Error(`A message that says nothing: ${findings.map(({ message }) => message).join('\n')}`);
      }),
      { numRuns: 10_000, seed: 20_261_123 },
    );
    expect(unhandled).toEqual([]);
    // both ends are met, or the accidents would prove nothing
    expect(outcomes['reject']).toBeGreaterThan(1_000);
    expect((outcomes['accept'] ?? 0) + (outcomes['accept-with-warnings'] ?? 0)).toBeGreaterThan(1_000);
  }, 120_000);
});
