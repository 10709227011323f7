import { smallText as csv, extracted, smallSheets } from '../../../../../test/support/workbooks/extracted';
import { odsOf } from '../../../../../test/support/workbooks/ods';
import { xlsOf } from '../../../../../test/support/workbooks/xls';
import { xlsxOf } from '../../../../../test/support/workbooks/xlsx';
import { type ZipPart, zipOf } from '../../../../../test/support/workbooks/zip';

const workbook = xlsxOf(smallSheets);

describe('an archive', () => {
  it.each<[string, readonly ZipPart[], string]>([
    ['a text file', [{ name: 'dossier/données.csv', body: csv }], csv],
    ['a workbook', [{ name: 'classeur.xlsx', body: workbook }], csv],
    ['an older workbook', [{ name: 'classeur.xls', body: xlsOf(smallSheets) }], csv],
    ['a spreadsheet', [{ name: 'classeur.ods', body: odsOf(smallSheets) }], csv],
    ['a folder as Windows writes it', [{ name: 'mes..données\\données.csv', body: csv }], csv],
    [
      'a table among what comes beside it',
      [
        { name: '__MACOSX/._données.csv', body: 'x' },
        { name: '.DS_Store', body: 'x' },
        { name: 'LISEZ-MOI.txt', body: 'Notice' },
        { name: 'meta_données.csv', body: 'COD_VAR;LIB_VAR' },
        { name: 'notice.pdf', body: '%PDF' },
        { name: 'données.csv', body: csv },
      ],
      csv,
    ],
  ])('is read when it holds %s', async (_, parts, text) => {
    const { table, text: read } = await extracted(zipOf(parts), { fileName: 'archive.zip' });
    expect(table).toMatchObject({ kind: 'table', findings: [{ code: 'ARCHIVE_LUE' }] });
    expect(read).toBe(text);
  });

  it('gives the file that is asked for by its name', async () => {
    const archive = zipOf([
      { name: '2022.csv', body: csv },
      { name: '2023.csv', body: 'autre' },
    ]);
    const asked = { fileName: 'archive.zip', sheet: '2023.csv' };
    expect(await extracted(archive, asked)).toMatchObject({ table: { kind: 'table', sheet: null }, text: 'autre' });
  });

  it.each<[string, readonly ZipPart[], Record<string, unknown>]>([
    [
      'several tables',
      [
        { name: 'a.csv', body: csv },
        { name: 'b.csv', body: csv },
      ],
      { reason: 'several', names: 'a.csv ; b.csv' },
    ],
    [
      'two tables of one name',
      [
        { name: 'a.csv', body: csv },
        { name: 'a.csv', body: 'autre' },
      ],
      { reason: 'several' },
    ],
    ...['../../etc/données.csv', '/etc/données.csv', '..\\données.csv', 'a/../../données.csv', 'C:\\données.csv'].map(
      (name): [string, readonly ZipPart[], Record<string, unknown>] => [
        `the path ${name}`,
        [{ name, body: csv }],
        { reason: 'path' },
      ],
    ),
    [
      'a path that leaves the folder beside the table',
      [
        { name: 'a.csv', body: csv },
        { name: '../.bashrc', body: 'x' },
      ],
      { reason: 'path' },
    ],
    ['a link', [{ name: 'a.csv', body: '/etc/passwd', mode: 0o120777 }], { reason: 'link', name: 'a.csv' }],
    ['no table', [{ name: 'a.pdf', body: 'x' }], { reason: 'none' }],
    ['nothing', [], { reason: 'none' }],
    ['another archive', [{ name: 'a.zip', body: zipOf([{ name: 'a.csv', body: csv }]) }], { reason: 'nested' }],
    [
      'another archive under the name of a workbook',
      [{ name: 'a.xlsx', body: zipOf([{ name: 'a.csv', body: csv }]) }],
      { reason: 'nested' },
    ],
    [
      'too many files',
      Array.from({ length: 1_001 }, (_, rank) => ({ name: `${rank}.csv`, body: '' })),
      { reason: 'entries' },
    ],
  ])('is refused when it holds %s', async (_, parts, detail) =>
    expect((await extracted(zipOf(parts), { fileName: 'archive.zip' })).table).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'ARCHIVE_INTERDITE', detail }],
    }),
  );

  it.each<[string, number, string, boolean]>([
    ['a file for each département', 101, 'x'.repeat(100_000), true],
    ['more than can be looked at for persons', 200, 'x'.repeat(100_000), false],
    ['small files', 900, 'x', true],
  ])('of %s is looked at whole, or refused', async (_, count, body, isWhole) => {
    let looked = 0;
    const refusal = (): undefined => {
      looked += 1;
    };
    const parts = Array.from({ length: count }, (_part, rank) => ({ name: `${rank}.csv`, body }));
    const { table } = await extracted(zipOf(parts), { fileName: 'archive.zip', refusal });
    expect(table).toMatchObject({ findings: [{ detail: { reason: isWhole ? 'several' : 'entries' } }] });
    expect(looked === count).toBe(isWhole);
  });

  it('is refused when its table is not what its checksum announces', async () =>
    expect(
      (await extracted(zipOf([{ name: 'a.csv', body: csv, checksum: 1 }]), { fileName: 'archive.zip' })).table,
    ).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'CLASSEUR_ILLISIBLE', detail: { reason: 'zip' } }],
    }));
});
