import fc from 'fast-check';
import { anImportedIndicator } from '../../../../test/support/referential';
import { ByteRows } from './byte-rows';
import { CsvReader } from './csv-rows';
import type { Finding } from './finding';
import { IndicatorIndex } from './indicator-index';
import { contextOfSample } from './reading-context';
import { RowLedger } from './row-ledger';
import { RowReader } from './row-reader';
import { readSample } from './sample';
import { TerritoryIndex } from './territory-index';

const share = { unit: 'percent', decimals: 1, scale: 100, territorialRule: 'ratio-of-sums' } as const;
const indicators = new IndicatorIndex([
  anImportedIndicator({ id: 1, code: 'NB', suppressionThreshold: 11 }),
  anImportedIndicator({ id: 2, code: 'TX', suppressionThreshold: 11, ...share }),
  anImportedIndicator({ id: 3, code: 'SOLDE', allowsNegative: true }),
]);
const territories = new TerritoryIndex([
  ...['01001', '01002', '01004', '47167', '2A004'].map((code, rank) => ({
    id: rank + 1,
    level: 'commune' as const,
    code,
    validFrom: '1943-01-01',
    validTo: null,
  })),
  { id: 40, level: 'commune', code: '01091', validFrom: '1943-01-01', validTo: '2019-01-01' },
]);

function readBoth(text: string) {
  const sample = readSample(text, true, indicators, 2027);
  if (sample.layout.kind === 'refused') throw new Error(JSON.stringify(sample.layout.findings));
  const { layout } = sample.layout;
  const context = contextOfSample(layout, sample.rows, territories, 2027, 2026);
  const ledgers = ['bytes', 'text'].map(() => {
    const findings: Finding[] = [];
    const reader = new RowReader(layout, territories, indicators, context);
    return { findings, ledger: new RowLedger(reader, 9, (finding) => findings.push(finding)) };
  });
  const [bytes, cells] = ledgers as [(typeof ledgers)[0], (typeof ledgers)[0]];
  const data = new TextEncoder().encode(text);
  const start = data.indexOf(10) + 1;
  const rows = new ByteRows(bytes.ledger, sample.delimiter, indicators.indicators, 2);
  const body = data.subarray(start);
  const read = rows.read(body, body.length);
  rows.end(body.subarray(read), body.length - read);
  const reader = new CsvReader(sample.delimiter);
  for (const row of [...reader.read(text), ...reader.end()]) if (row.line > 1) cells.ledger.enter(row);
  const accounts = ({ ledger, findings }: (typeof ledgers)[0]) => ({
    read: ledger.read,
    kept: ledger.kept,
    ignored: ledger.ignored,
    rejected: ledger.rejected,
    values: ledger.values,
    sum: ledger.sum,
    contents: ledger.contents.filter(({ count }) => count > 0),
    findings,
    rows: new TextDecoder()
      .decode(ledger.copy.take())
      .split('\n')
      .map((row) => row.split('\t').map((field) => (field === '\\N' || field === '' ? field : Number(field)))),
  });
  return { hasGivenUp: rows.hasGivenUp, bytes: accounts(bytes), text: accounts(cells) };
}

const code = fc.constantFrom(
  '01001',
  '01002',
  '01004',
  '47167',
  '2A004',
  '01091',
  '1001',
  "'01001",
  ' 47167',
  '99999',
  'TOTAL',
  '',
);
const period = fc.constantFrom('2021', '2022', '2023', '2020-10', '2023T1', '31/12/2023', '23', '2099', '02/13/2023');
const name = fc.constantFrom('NB', 'TX', 'SOLDE', 'nb', 'AUTRE', '');
const value = fc.oneof(
  fc.integer({ min: -20, max: 5_000 }).map(String),
  fc.float({ min: 0, max: 200, noNaN: true }).map((number) => number.toFixed(2).replace('.', ',')),
  fc.constantFrom(
    '',
    's',
    'nd',
    '1 234',
    '1\u00a0234,5',
    '1,234',
    '1.234',
    '24.625',
    '7107.01247632609',
    '1,234.50',
    '12%',
    '10*',
    '1e309',
    'abc',
    '-0',
    '007',
    '0',
    '0,0',
  ),
);
const label = fc.constantFrom('', 'Mézin', 'a@b.fr', '06 12 34 56 78', '<b>', 'x'.repeat(40), 'Total');
const status = fc.constantFrom('', 'V', 'P', 'S', 'zz');
const dimension = fc.constantFrom('', 'F', 'H', 'é', ' F');
const part = fc.constantFrom('', '3', '20', '50', '100', 's');

describe('reading bytes and reading text', () => {
  it('give the same verdicts and rows for any tidy file', () => {
    const row = fc.tuple(code, label, period, name, value, part, part, status, dimension);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 120 }), fc.constantFrom('\n', '\r\n'), (rows, eol) => {
        // the preview's rows always pass as text: start with enough plain ones
        const plain = ['01001', '01002', '01004', '47167', '2A004'].flatMap((place) =>
          [2001, 2002, 2003, 2004, 2005].map((year) => [place, 'x', year, 'NB', 100, '', '', '', 'F']),
        );
        const text = [
          [
            'code_territoire',
            'libelle',
            'periode',
            'indicateur',
            'valeur',
            'numerateur',
            'denominateur',
            'statut',
            'sexe',
          ],
          ...plain,
          ...rows,
        ]
          .map((cells) => cells.join(';'))
          .join(eol);
        const { hasGivenUp, bytes, text: cells } = readBoth(text);
        expect(hasGivenUp).toBe(false);
        expect(bytes).toEqual(cells);
        expect(bytes.read).toBe(bytes.kept + bytes.ignored + bytes.rejected);
      }),
      { numRuns: 400 },
    );
  });

  it('reads most plain rows without text', () => {
    const years = Array.from({ length: 100 }, (_, rank) => 1920 + rank);
    const text = `code_territoire;periode;indicateur;valeur\n${years.map((year) => `47167;${year};NB;${year}\n`).join('')}`;
    const { bytes, text: cells } = readBoth(text);
    expect(bytes).toEqual(cells);
    expect(bytes.kept).toBe(100);
  });

  it('gives up on a carriage return alone inside a line', () => {
    expect(readBoth('code_territoire;periode;indicateur;valeur\n47167;2021;NB;1\r47167;2022;NB;2\n').hasGivenUp).toBe(
      true,
    );
  });
});
