import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadingHints } from '@sillage/indicators';
import iconv from 'iconv-lite';
import { type ArrivalsUnderTest, aRememberedSource, contextOf, someArrivals } from '../support/arrivals';
import { aDatabase, type TestDatabase } from '../support/database';
import { aFileServer, type FileServer, TestPolicy } from '../support/file-server';
import { odsOf } from '../support/workbooks/ods';
import { xlsOf } from '../support/workbooks/xls';
import { xlsxOf } from '../support/workbooks/xlsx';
import { zipOf } from '../support/workbooks/zip';

// words of persons that no other part of the home folder or of the database holds
const marker = /QUATREVAUX|zephyrine@|285010100100135/;
const table = 'code_territoire;periode;indicateur;valeur\n47167;2020;POP;1460\n';
const persons = [
  ['Nom', 'Prénom', 'Date de naissance', 'NIR'],
  ['QUATREVAUX', 'Zéphyrine', '1985-01-01', '285010100100135'],
];
const tidy = table
  .trim()
  .split('\n')
  .map((line) => line.split(';'));
const csv = (rows: readonly (readonly string[])[], delimiter = ';'): string =>
  rows.map((row) => `${row.join(delimiter)}\n`).join('');
const sheets = [
  { name: 'Données', rows: tidy },
  { name: 'Liste', rows: persons },
];
const contacts = ['QUATREVAUX', 'Martin', 'Durand'].map((name, rank) => [
  name,
  `0${rank + 1} 44 55 66 77`,
  `zephyrine@exemple${rank}.fr`,
]);
const years = Array.from({ length: 3_000 }, (_, rank) => `47167;${1900 + (rank % 120)};POP;${rank}\n`);

type Way = readonly [name: string, fileName: string, content: string | Buffer, hints?: ReadingHints];
const ways: readonly Way[] = [
  ['titles', 'a.csv', csv(persons)],
  ['titles below title lines', 'a.csv', `Suivi des allocataires;;;\nMade in QUATREVAUX;;;\n;;;\n${csv(persons)}`],
  ['titles in the first column', 'a.csv', csv(persons[0]!.map((title, rank) => [title, persons[1]![rank]!]))],
  ['cells, under titles that say nothing', 'a.csv', csv([['code_commune', 'contact', 'POP'], ...contacts])],
  ['cells, without titles', 'a.csv', csv(contacts)],
  [
    'cells, one person a column',
    'a.csv',
    csv([0, 1, 2].map((rank) => contacts.map((contact) => contact[rank]!)).toReversed()),
  ],
  ['a second table below the first', 'a.csv', `${table}${years.join('')}${csv(persons)}`],
  ['another encoding', 'a.csv', iconv.encode(csv(persons), 'utf16le', { addBOM: true })],
  ['a delimiter that someone chose', 'a.csv', csv(persons, ','), { delimiter: ';' }],
  [
    'an encoding that someone chose',
    'a.csv',
    csv([['Prénom', 'x'], persons[1]!.slice(0, 2)]),
    { encoding: 'utf16-le' },
  ],
  ['another sheet', 'a.xlsx', xlsxOf(sheets)],
  ['another sheet than the one asked for', 'a.xlsx', xlsxOf(sheets), { sheet: 'Données' }],
  ['a hidden sheet', 'a.ods', odsOf(sheets.map((sheet) => ({ ...sheet, isHidden: sheet.name === 'Liste' })))],
  [
    'what a pivot table sums',
    'a.xlsx',
    xlsxOf(sheets.slice(0, 1), {
      parts: [
        {
          name: 'xl/pivotCache/pivotCacheDefinition1.xml',
          body: '<pivotCacheDefinition><cacheFields><cacheField name="Nom"/><cacheField name="Prénom"/></cacheFields></pivotCacheDefinition>',
        },
        { name: 'xl/pivotCache/pivotCacheRecords1.xml', body: '<r><s v="QUATREVAUX"/></r>' },
      ],
    }),
  ],
  ['an old workbook', 'a.xls', xlsOf(sheets)],
  ['a file of an archive', 'a.zip', zipOf([{ name: 'liste.csv', body: csv(persons) }])],
  [
    'a file beside the table of an archive',
    'a.zip',
    zipOf([
      { name: 'données.csv', body: table },
      { name: 'lisez-moi.txt', body: csv(persons, '\t') },
    ]),
  ],
  [
    'a workbook beside the table of an archive',
    'a.zip',
    zipOf([
      { name: 'données.csv', body: table },
      { name: 'meta_liste.xlsx', body: xlsxOf(sheets) },
    ]),
  ],
  [
    'one of several tables of an archive',
    'a.zip',
    zipOf([
      { name: 'a.csv', body: table },
      { name: 'b.csv', body: csv(persons) },
    ]),
  ],
  ['a web page', 'a.html', `<html><table><tr><th>Prénom<tr><td>QUATREVAUX</table></html>`],
  ['a message', 'a.eml', `Received: x\nFrom: zephyrine@exemple.fr\n\nQUATREVAUX`],
  ['a document', 'a.pdf', '%PDF-1.7 QUATREVAUX'],
  ['an unknown encoding', 'a.csv', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('QUATREVAUX\0')])],
  ['a broken workbook', 'a.xlsx', Buffer.concat([xlsxOf(sheets).subarray(0, 900), Buffer.from('QUATREVAUX')])],
  ['a workbook under another name', 'a.csv', Buffer.concat([xlsxOf(sheets), Buffer.from('QUATREVAUX')])],
  ['titles too long to be read', 'a.csv', `${'QUATREVAUX '.repeat(9_000)}\n1\n`],
];

describe('a file about persons leaves nothing', () => {
  let database: TestDatabase;
  let server: FileServer;
  let under: ArrivalsUnderTest;
  let content: string | Buffer = '';
  const watched = mkdtempSync(path.join(os.tmpdir(), 'sillage-watch-'));
  beforeAll(async () => {
    server = await aFileServer((_, response) => response.writeHead(200).end(content));
    database = await aDatabase();
    under = await someArrivals(database.url, new TestPolicy(), {
      SILLAGE_PULL_HOSTS: `fichiers.test:${server.port}`,
      SILLAGE_WATCH: watched,
    });
    await aRememberedSource(under, 'Observatoire');
  });
  afterAll(async () => {
    await server?.close();
    await under?.close();
    await database?.drop();
    rmSync(watched, { recursive: true, force: true });
  });

  const home = (): string => path.dirname(path.dirname(under.imports.files.incoming));
  const filesUnder = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  const holds = (bytes: Buffer): boolean => marker.test(bytes.toString('latin1').replaceAll('\0', ''));

  /** Files and tables that say the words of the file. */
  async function traces(): Promise<string[]> {
    const found = filesUnder(home()).filter((file) => holds(readFileSync(file)));
    const { rows } = await under.database.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    for (const { name } of rows) {
      const { rows: cells } = await under.database.query<{ text: string }>(`select t::text as text from ${name} t`);
      if (cells.some(({ text }) => marker.test(text))) found.push(name);
    }
    return found;
  }

  /** What is left of a refused file: never its bytes, compressed or not. */
  async function expectNothingOf(batchId: number): Promise<void> {
    expect((await under.imports.batch(batchId)).state).toBe('rejected');
    const { folder } = under.imports.files.of(batchId);
    expect(readdirSync(folder).sort()).toEqual(['contents.json', 'findings.ndjson', 'preview.json']);
    expect(await traces()).toEqual([]);
  }

  it('finds what it looks for', async () => {
    const { batch } = await under.imports.receive(Readable.from([Buffer.from(`${table}QUATREVAUX`)]), 'a.csv');
    expect(await traces()).toEqual([under.imports.files.of(batch.id).original]);
    await under.imports.withdraw(batch.id);
    expect(await traces()).toEqual([]);
  });

  it.each(ways.map(([name, ...way]) => [name, way] as const))('in %s', async (name, [fileName, bytes, hints]) => {
    const file = () => Readable.from([Buffer.from(bytes)]);
    const trial = await under.imports.tryOut(file(), fileName, hints ? { hints } : {});
    expect([trial.outcome, await traces()]).toEqual(['reject', []]);

    const { batch } = await under.imports.receive(file(), fileName, {
      hints: hints ?? null,
      idempotencyKey: name,
    });
    // what a killed reading leaves
    writeFileSync(path.join(under.imports.files.of(batch.id).folder, 'rows.copy.x.table'), 'QUATREVAUX');
    const result = await under.imports.check(batch.id);
    expect(marker.test(JSON.stringify(result))).toBe(false);
    await expectNothingOf(batch.id);
  });

  it('nor when it is read otherwise after a first refusal, whose rows were shown', async () => {
    const text = 'a,b\nQUATREVAUX,0612345678\nMartin,0712345678\nDurand,0112345678\n';
    const { batch } = await under.imports.receive(Readable.from([Buffer.from(text)]), 'a.csv', {
      hints: { corrections: [{ line: 2, column: 'a', value: 'QUATREVAUX' }] },
    });
    await under.imports.check(batch.id);
    await expectNothingOf(batch.id);
  });

  it('nor when it was fetched', async () => {
    content = csv(persons);
    const pull = { url: `https://fichiers.test:${server.port}/a.csv`, source: 'Observatoire', schedule: '0 6 * * 1' };
    const { id } = await under.pulls.create({ ...pull, isEnabled: true });
    await under.pullJob.run(contextOf({ pullId: id }));
    const { lastBatchId } = await under.pulls.pull(id);
    await expectNothingOf(lastBatchId!);
  });

  it('but the sender’s own file, which stays in the watched folder, with the request to take it away', async () => {
    writeFileSync(path.join(watched, 'liste.csv'), csv(persons));
    for (const _ of [1, 2]) {
      under.clock.instant = new Date(under.clock.instant.getTime() + 120_000);
      await under.watchJob.run(contextOf());
    }
    expect(await traces()).toEqual([]);
    const left = filesUnder(watched).sort();
    expect(left.map((file) => path.relative(watched, file))).toEqual([
      'refuses/liste.csv',
      'refuses/liste.csv.rapport.csv',
      'refuses/liste.csv.rapport.txt',
    ]);
    expect(left.filter((file) => holds(readFileSync(file)))).toEqual([left[0]]);
    expect(readFileSync(left[2]!, 'utf8')).toMatch(/retirez-le de ce dossier/);
  });
});
