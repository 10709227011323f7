import { createHash } from 'node:crypto';
import { smallText as csv, extracted, smallSheets } from '../../../../../test/support/workbooks/extracted';
import { odsOf } from '../../../../../test/support/workbooks/ods';
import { compoundOf, xlsOf } from '../../../../../test/support/workbooks/xls';
import { xlsxOf } from '../../../../../test/support/workbooks/xlsx';
import { type ZipPart, zipOf } from '../../../../../test/support/workbooks/zip';

const workbook = xlsxOf(smallSheets);

/** A workbook whose sheet is this XML. */
const withSheet = (xml: string, parts: readonly ZipPart[] = [], relation = ''): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', body: '<Types/>' },
    { name: 'xl/worksheets/sheet1.xml', body: xml },
    { name: 'xl/workbook.xml', body: '<workbook><sheets><sheet name="A" id="r1"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>${relation}</Relationships>`,
    },
    ...parts,
  ]);

const rows = (body: string): Buffer => withSheet(`<worksheet><sheetData>${body}</sheetData></worksheet>`);

describe('a file that is not what its name says', () => {
  it.each([
    ['TYPE_FICHIER', 'xlsx', workbook],
    ['TYPE_FICHIER', 'xls', xlsOf(smallSheets)],
    ['TYPE_FICHIER', 'ods', odsOf(smallSheets)],
  ])('is refused under the name of a text file (%s %s)', async (code, kind, bytes) =>
    expect((await extracted(bytes, { fileName: 'données.CSV' })).table).toMatchObject({
      findings: [{ code, detail: { kind } }],
    }),
  );

  it('is named for what it is, even under the name of a text file', async () => {
    const bytes = compoundOf('WordDocument', Buffer.alloc(9));
    expect((await extracted(bytes, { fileName: 'données.csv' })).table).toMatchObject({
      findings: [{ detail: { kind: 'doc' } }],
    });
  });

  it('is no document because a folder’s name ends like one', async () => {
    const { text } = await extracted(zipOf([{ name: 'password/données.csv', body: csv }]), { fileName: 'archive.zip' });
    expect(text).toBe(csv);
  });

  it('is read under the name of another kind of workbook', async () => {
    const { text } = await extracted(workbook, { fileName: 'classeur.xls' });
    expect(text).toBe(csv);
  });

  it.each([
    [
      'xlsb',
      zipOf([
        { name: '[Content_Types].xml', body: '' },
        { name: 'xl/workbook.bin', body: '' },
      ]),
    ],
    [
      'docx',
      zipOf([
        { name: '[Content_Types].xml', body: '' },
        { name: 'word/document.xml', body: '' },
      ]),
    ],
    [
      'odt',
      zipOf([
        { name: 'mimetype', body: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', body: '' },
      ]),
    ],
    ['doc', compoundOf('WordDocument', Buffer.alloc(9))],
    ['msg', compoundOf('__properties_version1.0', Buffer.alloc(9))],
    ['iwork', zipOf([{ name: 'Index/Document.iwa', body: '' }])],
    ['pdf', Buffer.from('%PDF-1.7')],
  ])('is refused and named: %s', async (kind, bytes) =>
    expect((await extracted(bytes)).table).toMatchObject({ findings: [{ code: 'TYPE_FICHIER', detail: { kind } }] }),
  );
});

describe('a file that must not be read', () => {
  const bomb = Buffer.alloc(60_000_000);
  /** Texts that differ enough for their archive to be no bomb. */
  const manyTexts = Array.from({ length: 5_200 }, (_, rank) => {
    const noise = [0, 1, 2, 3, 4].map((part) => createHash('sha512').update(`${rank} ${part}`).digest('base64'));
    return `<si><t>${noise.join('')}${'x'.repeat(9_500)}</t></si>`;
  });

  it.each<[string, string, Buffer]>([
    ['an encrypted XLSX', 'FICHIER_PROTEGE', compoundOf('EncryptedPackage', Buffer.alloc(9_000))],
    ['an XLSX under the rights of an organisation', 'FICHIER_PROTEGE', compoundOf('\tDRMContent', Buffer.alloc(9_000))],
    ['an encrypted XLS', 'FICHIER_PROTEGE', xlsOf(smallSheets, { isEncrypted: true })],
    [
      'an encrypted ODS',
      'FICHIER_PROTEGE',
      zipOf([
        { name: 'mimetype', body: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', body: 'x' },
        { name: 'META-INF/manifest.xml', body: '<encryption-data/>' },
      ]),
    ],
    ['an encrypted archive', 'FICHIER_PROTEGE', zipOf([{ name: 'a.csv', body: csv, isEncrypted: true }])],
    ['a bomb', 'BOMBE_DECOMPRESSION', zipOf([{ name: 'a.csv', body: bomb }])],
    ['a bomb that announces little', 'CLASSEUR_ILLISIBLE', zipOf([{ name: 'a.csv', body: bomb, announced: 1_000 }])],
    [
      'a bomb inside a workbook',
      'BOMBE_DECOMPRESSION',
      withSheet('<worksheet/>', [{ name: 'xl/media/image1.png', body: bomb }]),
    ],
    [
      'entities of its own',
      'CLASSEUR_ILLISIBLE',
      withSheet('<!DOCTYPE a [<!ENTITY b "cccccccc">]><worksheet>&b;</worksheet>'),
    ],
    ['an unknown entity', 'CLASSEUR_ILLISIBLE', rows('<row><c t="str"><v>&b;</v></c></row>')],
    ['a tag that never ends', 'CLASSEUR_ILLISIBLE', withSheet(`<worksheet a="${'x'.repeat(9_000_000)}`)],
    ['marks in marks', 'CLASSEUR_ILLISIBLE', withSheet('<a>'.repeat(5_000))],
    [
      'rows out of order',
      'CLASSEUR_ILLISIBLE',
      rows('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'),
    ],
    ['a row beyond the last', 'CLASSEUR_ILLISIBLE', rows('<row r="1048577"><c><v>1</v></c></row>')],
    ['a text that is not there', 'CLASSEUR_ILLISIBLE', rows('<row r="1"><c t="s"><v>7</v></c></row>')],
    ['an XML cut short', 'CLASSEUR_ILLISIBLE', withSheet('<worksheet><sheetData><row r="1"><c><v>1')],
    ['a ZIP cut short', 'CLASSEUR_ILLISIBLE', workbook.subarray(0, workbook.length - 30)],
    ['an XLS cut short', 'CLASSEUR_ILLISIBLE', xlsOf(smallSheets).subarray(0, 1_600)],
    [
      'a compound file of zeros',
      'CLASSEUR_ILLISIBLE',
      Buffer.concat([xlsOf(smallSheets).subarray(0, 512), Buffer.alloc(4_096)]),
    ],
  ])('%s is refused: %s', async (_, code, bytes) => {
    expect((await extracted(bytes)).table).toMatchObject({ kind: 'refused', findings: [{ code }] });
  });

  it('a workbook of too many texts is refused, not kept in memory', async () => {
    const relation = '<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>';
    const bytes = withSheet(
      '<worksheet/>',
      [{ name: 'xl/sharedStrings.xml', body: `<sst>${manyTexts.join('')}</sst>` }],
      relation,
    );
    expect((await extracted(bytes)).table).toMatchObject({
      findings: [{ code: 'CLASSEUR_TROP_GRAND', detail: { part: 'texts' } }],
    });
  });
});

describe('what a workbook holds besides', () => {
  it('a cell after a million blank rows makes no sheet longer to choose', async () => {
    const far = rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>');
    const lengths: number[] = [];
    const { text } = await extracted(far, { score: (head) => lengths.push(head.length) });
    expect([text.length, lengths]).toEqual([1_048_577, [102]]);
  });

  it('macros are told and left aside', async () => {
    const bytes = xlsxOf(smallSheets, { parts: [{ name: 'xl/vbaProject.bin', body: 'macro' }] });
    expect((await extracted(bytes, { fileName: 'classeur.xlsm' })).table).toMatchObject({
      findings: [{ code: 'MACROS_IGNOREES' }],
    });
  });

  it('formulas without a result are counted, with the line of the first', async () => {
    const bytes = xlsxOf([
      {
        name: 'A',
        rows: [
          ['code', 'valeur'],
          ['01', { formula: 'B1+1' }],
          ['02', { formula: 'B2' }],
        ],
      },
    ]);
    const { table, text } = await extracted(bytes);
    expect(table).toMatchObject({ findings: [{ code: 'FORMULES_SANS_VALEUR', line: 2, detail: { count: 2 } }] });
    expect(text).toBe('code;valeur\n01\n02\n');
  });

  it('a row of more columns than a table may have says so in the text', async () => {
    const { text } = await extracted(xlsxOf([{ name: 'A', rows: [Array.from({ length: 3_000 }, (_, rank) => rank)] }]));
    expect(text.split(';')).toHaveLength(2_001);
  });

  it('a cell longer than a text may have is cut one character beyond', async () => {
    const { text } = await extracted(xlsxOf([{ name: 'A', rows: [['x'.repeat(30_000)]] }]));
    expect(text).toHaveLength(10_002);
  });
});
