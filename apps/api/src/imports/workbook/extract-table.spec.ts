import fc from 'fast-check';
import type { TestCell, TestSheet } from '../../../../../test/support/workbooks/cells';
import { extracted } from '../../../../../test/support/workbooks/extracted';
import { odsOf } from '../../../../../test/support/workbooks/ods';
import { xlsOf } from '../../../../../test/support/workbooks/xls';
import { xlsxOf } from '../../../../../test/support/workbooks/xlsx';
import type { ExtractedTable } from './extract-table';

/** As many points as the lines have cells. */
const score = (text: string): number => text.split(/[;\n]/).filter((cell) => cell !== '').length;

const sheetOf = (bytes: Buffer, sheet?: string) => extracted(bytes, sheet === undefined ? { score } : { score, sheet });

const codesOf = (table: ExtractedTable): string[] =>
  table.kind === 'text' ? [] : table.findings.map(({ code }) => code);

const one = (rows: readonly (readonly TestCell[])[], rest: Partial<TestSheet> = {}): TestSheet[] => [
  { name: 'Données', rows, ...rest },
];

const kinds: readonly (readonly [string, (sheets: readonly TestSheet[]) => Buffer])[] = [
  ['XLSX', (sheets) => xlsxOf(sheets)],
  ['strict XLSX', (sheets) => xlsxOf(sheets, { isStrict: true })],
  ['XLSX with its texts in the cells', (sheets) => xlsxOf(sheets, { hasInlineTexts: true })],
  ['ODS', (sheets) => odsOf(sheets)],
  ['XLS', (sheets) => xlsOf(sheets)],
  ['XLS cut in small records', (sheets) => xlsOf(sheets, { textsPerRecord: 16 })],
  ['XLS of 1995', (sheets) => xlsOf(sheets, { isBiff5: true })],
];

describe.each(kinds)('a sheet of a workbook (%s)', (_, write) => {
  it('becomes lines of text, one a row, with every digit', async () => {
    const rows: TestCell[][] = [
      ['Minima sociaux « 2020 » – été'],
      [],
      ['N° Dép', 'Libellé', 'Date', 'Taux', 'Valeur', 'Fait', 'Remarque'],
      ['01', 'Ain', { number: 43_861, format: 'dd/mm/yyyy' }, { number: 0.125, format: '0.0 %' }, 3.812, true, 'a;b'],
      [13, 'Bouches-du-Rhône', { number: 43_862, format: 'mmm-yy' }, null, 7107.01247632609, false, 'dit "non"'],
      ['2A', 'Corse\ndu Sud', null, null, { error: '#N/A' }, null, '  espaces  '],
      [{ formula: 'A1', result: 'calculé' }, null, null, null, { formula: 'A2', result: -0.5 }],
    ];
    const { text, table } = await sheetOf(write(one(rows)));
    expect(text.split('\n')).toEqual([
      'Minima sociaux « 2020 » – été',
      '',
      'N° Dép;Libellé;Date;Taux;Valeur;Fait;Remarque',
      '01;Ain;2020-01-31;12.5%;3.8120;oui;"a;b"',
      '13;Bouches-du-Rhône;2020-02-01;;7107.01247632609;non;"dit ""non"""',
      '2A;Corse du Sud;;;#N/A;;  espaces  ',
      'calculé;;;;-0.5',
      '',
    ]);
    expect(table).toMatchObject({ kind: 'table', sheet: 'Données', findings: [] });
    expect(table.kind === 'table' && table.sheets).toMatchObject([{ name: 'Données', isHidden: false, rowCount: 7 }]);
  });

  it('is the one that reads best; the others are told, hidden ones apart, empty ones not', async () => {
    const rows = [
      ['code', 'valeur'],
      ['01', 12],
      ['02', 13],
    ];
    const book = write([
      { name: 'Lisez-moi', rows: [['Notice']] },
      { name: 'Vide', rows: [] },
      { name: 'Tableau 1', rows },
      { name: 'Calculs', rows: [...rows, ...rows], isHidden: true },
    ]);
    const best = await sheetOf(book);
    expect(best.text).toBe('code;valeur\n01;12\n02;13\n');
    expect(best.table).toMatchObject({
      sheet: 'Tableau 1',
      findings: [
        { code: 'FEUILLES_IGNOREES', detail: { names: 'Lisez-moi', sheet: 'Tableau 1' } },
        { code: 'FEUILLES_MASQUEES', detail: { names: 'Calculs' } },
      ],
    });
    expect((await sheetOf(book, 'Calculs')).table).toMatchObject({ sheet: 'Calculs', findings: [] });
    expect((await sheetOf(book, 'lisez-moi ')).text).toBe('Notice\n');
    expect((await sheetOf(book, 'Absente')).table).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'FEUILLE_INCONNUE', detail: { names: 'Lisez-moi ; Vide ; Tableau 1 ; Calculs' } }],
    });
  });

  it('tells the rows that are hidden or filtered out, and reads them', async () => {
    const hiding = write(
      one(
        [
          ['code', 'valeur'],
          ['01', 1],
          ['02', 2],
          ['03', 3],
        ],
        { hiddenRows: [2, 3] },
      ),
    );
    const { table, text } = await sheetOf(hiding);
    expect(table).toMatchObject({ findings: [{ code: 'LIGNES_MASQUEES', line: 3, detail: { count: 2 } }] });
    expect(text.split('\n')[2]).toBe('02;2');
  });

  it('is refused when no sheet holds anything', async () => {
    expect(codesOf((await sheetOf(write(one([])))).table)).toEqual(['FICHIER_VIDE']);
    const hidden = await sheetOf(write(one([['a', 'b']], { isHidden: true })));
    expect(codesOf(hidden.table)).toEqual(['FEUILLES_TOUTES_MASQUEES']);
  });
});

describe.each(kinds.slice(0, 6))('merged cells (%s)', (_, write) => {
  it('repeat a text or a year, never another number nor the title of the page', async () => {
    const rows: TestCell[][] = [
      ['Bénéficiaires', null, null, null],
      ['Code', 2019, null, 'Total'],
      [null, 'Hommes', 'Femmes', null],
      ['01', 1500, null, 27],
      [null, 5, 6, null],
    ];
    const merges = ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'A4:A5', 'B4:C4', 'D4:D5'];
    const { text } = await sheetOf(write(one(rows, { merges })));
    expect(text.split('\n')).toEqual([
      'Bénéficiaires',
      'Code;2019;2019;Total',
      'Code;Hommes;Femmes;Total',
      '01;1500;;27',
      '01;5;6',
      '',
    ]);
  });
});

describe('dates counted from 1904', () => {
  it.each([
    ['XLSX', xlsxOf(one([[{ number: 42_399, format: 'dd/mm/yyyy' }]]), { is1904: true })],
    ['XLS', xlsOf(one([[{ number: 42_399, format: 'dd/mm/yyyy' }]]), { is1904: true })],
  ])('give their day (%s)', async (_, bytes) => expect((await sheetOf(bytes)).text).toBe('2020-01-31\n'));
});

describe('any table of cells', () => {
  const letters = fc.constantFrom(
    '0',
    '1',
    'é',
    '—',
    'Ω',
    ';',
    '"',
    ' ',
    '<',
    '&',
    '\n',
    '_x0041_',
    '\ud83d\ude00',
    '\u0001',
  );
  const cell = fc.oneof(
    fc.constant(null),
    fc.array(letters, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer({ min: -40_000, max: 40_000 }).map((value) => value / 100),
    fc.boolean(),
  );
  const table = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 });

  const shown = (value: TestCell, hasControls: boolean): string => {
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? 'oui' : 'non';
    if (typeof value === 'number') return String(value).replace(/^(-?\d{1,3}\.\d{3})$/, '$10');
    const text = String(value);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a line of text cannot hold
    return (hasControls ? text : text.replaceAll('\u0001', '')).replace(/[\u0000-\u001f]+/g, ' ');
  };
  const quoted = (text: string): string => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  const expected = (rows: readonly (readonly TestCell[])[], hasControls: boolean): string => {
    const lines = rows.map((row) =>
      row
        .map((value) => quoted(shown(value, hasControls)))
        .join(';')
        .replace(/;+$/, ''),
    );
    return lines.join('\n').replace(/\n+$/, '');
  };

  it.each([
    ['XLSX', kinds[0]![1], true],
    [
      'strict XLSX with its texts in the cells',
      (sheets: readonly TestSheet[]) => xlsxOf(sheets, { isStrict: true, hasInlineTexts: true }),
      true,
    ],
    ['ODS', kinds[3]![1], false],
    ['XLS', kinds[5]![1], true],
  ])('is read back as it was written (%s)', async (_, write, hasControls) => {
    await fc.assert(
      fc.asyncProperty(table, async (drawn) => {
        // XML of OpenDocument cannot hold control characters at all
        const rows = hasControls
          ? drawn
          : drawn.map((row) =>
              row.map((value) => (typeof value === 'string' ? value.replaceAll('\u0001', '') || 'x' : value)),
            );
        const { text, table: found } = await sheetOf(write(one(rows)));
        const wanted = expected(rows, hasControls);
        if (wanted === '') expect(found.kind).toBe('refused');
        else expect(text.replace(/\n+$/, '')).toBe(wanted);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
