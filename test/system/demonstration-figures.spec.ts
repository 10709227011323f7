import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { IndicatorIndex, TerritoryIndex } from '@sillage/indicators';
import { shippedIndicators } from '../../apps/api/src/catalogue/default-catalogue';
import { exampleNames, findExample } from '../../apps/api/src/demonstration/example-files';
import { demonstrationFiles } from '../../apps/api/src/demonstration/figures/demonstration-files';
import { demonstrationTerritories } from '../../apps/api/src/demonstration/geography/demonstration-content';
import { demonstrationDepartement } from '../../apps/api/src/demonstration/geography/demonstration-departement';
import { type CheckResult, checkFile } from '../../apps/api/src/imports/check-file';

const files = demonstrationFiles();
const indicators = shippedIndicators().map((indicator, index) => ({ ...indicator, id: index + 1 }));
const territories = demonstrationTerritories(demonstrationDepartement()).map(({ level, code }, index) => ({
  id: index + 1,
  level,
  code,
  validFrom: '1943-01-01',
  validTo: null,
}));
const referential = { territories: new TerritoryIndex(territories), indicators: new IndicatorIndex(indicators) };

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-demonstration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(name: string, content: string): Promise<CheckResult> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return checkFile(file, referential, {
    batchId: 1,
    spool: `${file}.spool`,
    findingsPerCode: 5,
    today: new Date('2026-11-22T12:00:00Z'),
  });
}

interface TidyRow {
  readonly indicator: string;
  readonly level: string;
  readonly code: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
}

const tidyRows: TidyRow[] = files
  .filter((file) => file.content.startsWith('code_territoire;niveau;'))
  .flatMap((file) =>
    file.content
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [code = '', level = '', period = '', indicator = '', value = '', numerator = '', denominator = ''] =
          line.split(';');
        return { indicator, level, code, period, value, numerator, denominator };
      }),
  );

describe('the figures of the demonstration', () => {
  it('are the same on every machine', () => {
    const hash = createHash('sha256').update(JSON.stringify(demonstrationFiles())).digest('hex').slice(0, 16);
    expect(hash).toBe(createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16));
    expect(hash).toBe('6993337139d6f2bd');
  });

  it('say in their names that they are fictitious, and stay small', () => {
    for (const { name, content } of files) {
      expect(name).toMatch(/^demonstration_[a-z0-9_]+\.csv$/);
      expect(content.split('\n').length).toBeLessThanOrEqual(60_000);
      expect(content).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  });

  it('give every one of the 53 indicators, or the components that it is computed from', () => {
    const header = files.map((file) => file.content.split('\n', 1)[0]).join(';');
    const given = new Set(tidyRows.map((row) => row.indicator));
    for (const stem of ['POP', 'RSA_MENSUEL']) given.add(stem);
    expect(header).toContain('p23_pop');
    const missing = indicators
      .filter((indicator) => indicator.aim !== null && !given.has(indicator.code))
      .filter(
        ({ numerator, denominator }) => !numerator || !given.has(numerator) || (denominator && !given.has(denominator)),
      );
    expect(missing.map((indicator) => indicator.code)).toEqual([]);
  });

  it('publish at each level what does not add up', () => {
    for (const indicator of ['PREV-11', 'PREV-12', 'REVI-13']) {
      const levels = new Set(tidyRows.filter((row) => row.indicator === indicator).map((row) => row.level));
      expect([...levels]).toEqual(expect.arrayContaining(['commune', 'epci', 'departement']));
    }
  });

  it.each(files.map((file) => [file.name, file.content] as const))(
    'are read without a rejected row in %s',
    async (name, content) => {
      const result = await check(name, content);
      expect(result.groups.filter((group) => group.severity === 'error')).toEqual([]);
      expect(result.rejected).toBe(0);
      expect(result.ignored).toBe(0);
      expect(result.read).toBe(content.trim().split('\n').length - 1);
      expect(result.outcome).not.toBe('reject');
    },
  );

  it('keep a numerator within its denominator, but for childcare which serves the neighbours too', () => {
    const above = tidyRows.filter(
      ({ indicator, numerator, denominator }) => indicator !== 'REVI-16' && Number(numerator) > Number(denominator),
    );
    expect(above).toEqual([]);
  });

  it('hide poverty in most small communes and publish it above', () => {
    const poverty = tidyRows.filter((row) => row.indicator === 'PREV-11');
    const communes = poverty.filter((row) => row.level === 'commune');
    const share = communes.filter((row) => row.value === 's').length / communes.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.97);
    expect(poverty.filter((row) => row.level !== 'commune' && row.value === 's')).toEqual([]);
  });

  it('leave some counts under their threshold, so that suppression shows', () => {
    const small = tidyRows.filter(
      (row) => row.indicator === 'RSA_ALLOC' && row.period === '2024' && Number(row.value) < 5,
    );
    expect(small.length).toBeGreaterThan(10);
    expect(small.length).toBeLessThan(90);
  });

  it('know absences, provisional and estimated values, and breaks in series', () => {
    const statuses = new Set(
      files.flatMap((file) => [...file.content.matchAll(/;([PER])$/gm)].map((match) => match[1])),
    );
    expect([...statuses].sort()).toEqual(['E', 'P', 'R']);
    const absences = new Set(tidyRows.map((row) => row.value).filter((value) => /^[a-z]+$/.test(value)));
    expect([...absences].sort()).toEqual(['nd', 'nr', 's']);
  });

  it('add up: what the département gives is the sum of its social action areas', () => {
    const of = (level: string) =>
      tidyRows
        .filter((row) => row.indicator === 'ASE_AED' && row.level === level && row.period === '2023')
        .reduce((sum, row) => sum + Number(row.value), 0);
    expect(of('mds')).toBeGreaterThan(0);
    expect(of('departement')).toBe(of('mds'));
  });
});

describe('the populations of the demonstration', () => {
  it('end on those of the territories', () => {
    const lines =
      files
        .find((file) => file.name === 'demonstration_populations.csv')
        ?.content.trim()
        .split('\n') ?? [];
    const last = lines.slice(1).map((line) => [line.split(';')[0], Number(line.split(';').at(-1))]);
    const { communes } = demonstrationDepartement();
    expect(last).toEqual(communes.map(({ code, population }) => [code, population]));
  });
});

describe('the example files', () => {
  it.each(exampleNames.filter((name) => name !== 'exemple_avec_erreurs.csv'))('are read whole: %s', async (name) => {
    const content = findExample(name)?.content ?? '';
    const result = await check(name, content);
    expect(result.groups.filter((group) => group.severity === 'error')).toEqual([]);
    expect(result.kept).toBe(content.trim().split('\n').length - 1);
  });

  it('show what goes wrong most often in the one with mistakes', async () => {
    const result = await check('exemple_avec_erreurs.csv', findExample('exemple_avec_erreurs.csv')?.content ?? '');
    const codes = result.groups.map((group) => group.code);
    for (const code of [
      'TERRITOIRE_INCONNU',
      'PERIODE_INVALIDE',
      'NOMBRE_INVALIDE',
      'INDICATEUR_INCONNU',
      'VALEUR_NEGATIVE',
      'DOUBLON_CONFLIT',
      'LIGNE_TOTAL',
      'ZERO_INITIAL',
    ]) {
      expect(codes).toContain(code);
    }
    expect(result.kept).toBeGreaterThan(0);
    expect(result.rejected).toBeGreaterThanOrEqual(6);
  });
});
