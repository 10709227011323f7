import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { IndicatorIndex, TerritoryIndex } from '@sillage/indicators';
import { annotatedCsv } from '../../apps/api/src/imports/annotated-csv';
import { checkFile } from '../../apps/api/src/imports/check-file';
import { extractTable } from '../../apps/api/src/imports/workbook/extract-table';
import { anImportedIndicator } from '../support/referential';
import { describeWithSharedData, sharedFile } from '../support/shared';
import { odsOf } from '../support/workbooks/ods';
import { xlsOf } from '../support/workbooks/xls';
import { xlsxOf } from '../support/workbooks/xlsx';
import { zipOf } from '../support/workbooks/zip';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-workbooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a table sent as text, as a workbook or in an archive', () => {
  const communes = ['01001', '01002', '47167'].map((code, rank) => ({
    id: rank + 1,
    level: 'commune' as const,
    code,
    validFrom: '1943-01-01',
    validTo: null,
  }));
  const referential = {
    territories: new TerritoryIndex(communes),
    indicators: new IndicatorIndex([anImportedIndicator({ unit: 'percent', decimals: 3 })]),
  };
  const rows = [
    ['code_territoire', 'annee', 'indicateur', 'valeur'],
    ['01001', 2020, 'NB_APA', 3.812],
    [1002, 2020, 'NB_APA', 12],
    ['47167', { number: 44_196, format: 'dd/mm/yyyy' }, 'NB_APA', 's'],
    ['99999', 2021, 'NB_APA', 14],
  ];
  const csv =
    'code_territoire;annee;indicateur;valeur\n01001;2020;NB_APA;3.8120\n1002;2020;NB_APA;12\n47167;2020-12-31;NB_APA;s\n99999;2021;NB_APA;14\n';
  const sheets = [{ name: 'Données', rows }];

  const check = async (fileName: string, bytes: Buffer | string) => {
    const file = path.join(folder, 'original');
    writeFileSync(file, bytes);
    return checkFile(file, referential, {
      batchId: 1,
      fileName,
      spool: path.join(folder, 'rows.copy'),
      findingsPerCode: 20,
      today: new Date('2026-11-22T12:00:00Z'),
    });
  };

  it.each([
    ['tableau.xlsx', xlsxOf([{ name: 'Lisez-moi', rows: [['Des chiffres de la CAF']] }, ...sheets])],
    ['tableau.zip', zipOf([{ name: 'tableau.csv', body: csv }])],
    ['tableau.zip', zipOf([{ name: 'tableau.xlsx', body: xlsxOf(sheets) }])],
  ])('is given back as text with its errors beside its rows (%s)', async (fileName, bytes) => {
    const { reading } = await check(fileName, bytes);
    const remarks = path.join(folder, 'findings');
    writeFileSync(remarks, '{"code":"TERRITOIRE_INCONNU","line":5,"column":null,"seen":"99999"}\n');
    let told = '';
    for await (const piece of annotatedCsv(path.join(folder, 'original'), reading!, remarks, 'fr')) told += piece;
    expect(told.split('\r\n')[0]).toBe('\ufeffcode_territoire;annee;indicateur;valeur;Erreur');
    expect(told).toMatch(/^99999;2021;NB_APA;14;.*territoire «\s99999\s» inconnu/m);
    expect(readdirSync(folder).filter((name) => name.includes('.table'))).toEqual([]);
  });

  it.each([
    ['tableau.xlsx', xlsxOf],
    ['tableau.ods', odsOf],
    ['tableau.xls', xlsOf],
  ])('is refused for the persons of a sheet that is not read (%s)', async (fileName, make) => {
    const persons = [
      ['Nom de l’usager', 'DateNaissance'],
      ['Durand', '01/01/1950'],
    ];
    const bytes = make([...sheets, { name: 'Liste', rows: persons }]);
    const { findings } = await check(fileName, bytes);
    expect(findings).toMatchObject([
      {
        code: 'DONNEES_NOMINATIVES',
        column: 'Nom de l’usager',
        line: 1,
        sheet: 'Liste',
        message: expect.stringContaining('feuille «\u00a0Liste\u00a0»'),
      },
    ]);
  });

  it.each([
    ['tableau.xlsx', xlsxOf(sheets), 'Données'],
    ['tableau.ods', odsOf(sheets), 'Données'],
    ['tableau.xls', xlsOf(sheets), 'Données'],
    ['tableau.zip', zipOf([{ name: 'tableau.csv', body: csv }]), null],
    ['tableau.zip', zipOf([{ name: 'tableau.xlsx', body: xlsxOf(sheets) }]), 'Données'],
  ])('has the same verdicts, row by row (%s)', async (fileName, bytes, sheet) => {
    const { reading: asText, findings, ...wanted } = await check('tableau.csv', csv);
    const { reading, findings: found, ...result } = await check(fileName, bytes);
    const isOfRows = ({ code }: { code: string }): boolean => code !== 'ARCHIVE_LUE';
    const placed = <Said extends { readonly line: number | null; readonly message: string }>(said: Said) => {
      if (sheet === null || said.line === null) return said;
      return { ...said, message: said.message.replace(/^Ligne \d+/, `$& de la feuille «\u00a0${sheet}\u00a0»`) };
    };
    expect(wanted).toMatchObject({ read: 4, kept: 3, rejected: 1, sum: 15.812 });
    const inSheet = ({ line }: { readonly line: number | null }) => (sheet !== null && line !== null ? { sheet } : {});
    expect({ ...result, groups: result.groups.filter(isOfRows) }).toEqual({
      ...wanted,
      groups: wanted.groups.map((group) => ({ ...group, ...inSheet(group) })),
    });
    expect(found.filter(isOfRows)).toEqual(findings.map((finding) => ({ ...placed(finding), ...inSheet(finding) })));
    expect(found.some(({ message }) => message.startsWith('Ligne 5 de la feuille «\u00a0Données\u00a0»'))).toBe(
      sheet !== null,
    );
    expect(reading?.sheet).toBe(sheet);
    expect(reading?.columns).toEqual(asText?.columns);
    expect(readFileSync(path.join(folder, 'original'))).toEqual(bytes);
  });
});

describeWithSharedData('the workbook of minima sociaux', () => {
  it('lists its sheets, and gives the cells of the one that is asked for', async () => {
    const target = path.join(folder, 'minima');
    const table = await extractTable(sharedFile('data/series/drees_minima_sociaux_departements.xlsx'), {
      fileName: 'minima.xlsx',
      target,
      sheet: 'Tableau 3',
      score: () => 0,
    });
    const names = ['Sommaire', ...Array.from({ length: 19 }, (_, rank) => `Tableau ${rank + 1}`)];
    expect(table.kind === 'table' && table.sheets.map(({ name }) => name.trim())).toEqual(names);
    expect(table).toMatchObject({ sheet: 'Tableau 3', findings: [] });
    const lines = readFileSync(target, 'utf8').split('\n');
    expect(lines[3]).toMatch(/^;N° Dep;Libelle Dep;1995;1996;.*;2006\*;2007 \(1\);.*;2019$/);
    expect(lines[4]).toMatch(/^;01;Ain;44;50;.*;nd;130\.685794507326;216;/);
    expect(lines.find((line) => line.startsWith(';47;'))).toMatch(/;61\.1272264631043;71;/);
  });
});

const isLinux = process.platform === 'linux';

(isLinux ? it : it.skip)(
  'a long sheet is read without growing with its rows',
  () => {
    const rows = (count: number) => [
      ['code', 'annee', 'valeur', 'remarque'],
      ...Array.from({ length: count }, (_, rank) => [
        String(rank % 97),
        1990 + (rank % 30),
        ((rank * 7919) % 1_000_003) / 100,
        rank % 50 ? 'rien' : `note ${rank}`,
      ]),
    ];
    writeFileSync(path.join(folder, 'small.xlsx'), xlsxOf([{ name: 'A', rows: rows(30_000) }]));
    writeFileSync(path.join(folder, 'large.xlsx'), xlsxOf([{ name: 'A', rows: rows(200_000) }]));
    const script = `
    const { extractTable } = require('./apps/api/src/imports/workbook/extract-table.ts');
    const read = (name) => extractTable('${folder}/' + name, { fileName: name, target: '${folder}/read', score: () => 1 });
    let most = 0;
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 10);
    read('small.xlsx').then(async () => {
      const before = most;
      await read('large.xlsx');
      clearInterval(watch);
      console.log((most - before) / 1e6);
    });`;
    const growth = execFileSync(process.execPath, ['-r', './test/support/run-typescript.cjs', '-e', script]).toString();
    // held as objects, the rows read since would weigh over 100 MB
    expect(Number(growth)).toBeLessThan(32);
    const lines = readFileSync(path.join(folder, 'read'), 'utf8').split('\n');
    expect(lines).toHaveLength(200_002);
    expect(lines[200_000]).toBe('82;2009;7873.32;rien');
  },
  60_000,
);
