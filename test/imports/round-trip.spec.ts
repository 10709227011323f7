import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { absenceOfCode, IndicatorIndex, periodOfCode, periodText, TerritoryIndex } from '@sillage/indicators';
import fc from 'fast-check';
import { measuresCsv } from '../../apps/api/src/aggregates/measures-csv';
import { checkFile } from '../../apps/api/src/imports/check-file';
import { aDialect, aTable, cellOf, type Table, writeTable } from '../support/dialects';
import { anImportedIndicator } from '../support/referential';

const codes = ['01001', '01004', '2A004', '47167', '97105'];
const indicators = ['MT_APA', 'MT_RSA', 'DEPENSE_PMI'];
const referential = {
  territories: new TerritoryIndex(
    codes.map((code, rank) => ({
      id: rank + 1,
      level: 'commune' as const,
      code,
      validFrom: '1943-01-01',
      validTo: null,
    })),
  ),
  indicators: new IndicatorIndex(
    indicators.map((code, rank) => anImportedIndicator({ id: rank + 1, code, unit: 'euros', decimals: 2 })),
  ),
};

/** What a file gives: a number or the reason of an absence, by territory, period and indicator. */
type Facts = ReadonlyMap<string, number | string>;

const factsOf = (table: Table): Facts =>
  new Map(
    table.codes.flatMap((code, c) =>
      table.years.flatMap((year, y) =>
        table.indicators.flatMap((indicator, i): [string, number | string][] => {
          const cell = cellOf(table, c, y, i);
          return cell === null
            ? []
            : [[`${code} ${year} ${indicator}`, 'cents' in cell ? cell.cents / 100 : cell.absence]];
        }),
      ),
    ),
  );

describe('a table written in any dialect', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-round-trip-'));
  const file = path.join(folder, 'fichier.csv');
  const spool = path.join(folder, 'rows.copy');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (bytes: Buffer | string): Promise<Facts> => {
    writeFileSync(file, bytes);
    const today = new Date('2026-11-22T12:00:00Z');
    const { outcome, findings } = await checkFile(file, referential, { batchId: 1, spool, findingsPerCode: 5, today });
    if (outcome === 'reject') throw new Error(findings.map(({ message }) => message).join('\n'));
    return new Map(
      readFileSync(spool, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [value, , , territory, period, , , indicator, absence] = line.split('\t');
          const key = `${codes[Number(territory) - 1]} ${periodText(periodOfCode(Number(period)))} ${indicators[Number(indicator) - 1]}`;
          return [key, absence === '\\N' ? Number(value) : absenceOfCode(Number(absence))];
        }),
    );
  };

  const exported = (facts: Facts, indicator: string, locale: 'fr' | 'en'): string =>
    measuresCsv(
      {
        version: 1,
        indicator: { code: indicator, label: indicator, unit: 'euros' },
        measures: [...facts].flatMap(([key, fact]) => {
          const [code = '', period = '', of] = key.split(' ');
          if (of !== indicator) return [];
          const isValue = typeof fact === 'number';
          return [
            {
              level: 'commune' as const,
              code,
              name: `Commune d’été ${code}`,
              period,
              value: isValue ? fact : null,
              absence: isValue ? null : (fact as 'not-available'),
              status: 'normal' as const,
              coverage: 1,
              origin: 'published',
            },
          ];
        }),
      },
      locale,
    );

  it('is imported, exported and imported again without any change', async () => {
    await fc.assert(
      fc.asyncProperty(
        aTable(codes, indicators),
        aDialect,
        fc.constantFrom('fr', 'en'),
        async (table, dialect, locale) => {
          const facts = await read(writeTable(table, dialect));
          expect(facts).toEqual(factsOf(table));
          for (const indicator of table.indicators) {
            const own = new Map([...facts].filter(([key]) => key.endsWith(` ${indicator}`)));
            if (own.size > 0) expect(await read(exported(facts, indicator, locale))).toEqual(own);
          }
        },
      ),
      { numRuns: 400, seed: 20_261_123 },
    );
  });
});
