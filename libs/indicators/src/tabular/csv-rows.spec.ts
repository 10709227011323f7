import fc from 'fast-check';
import { CsvReader } from './csv-rows';

const readAll = (text: string, delimiter = ';', cuts: readonly number[] = []) => {
  const reader = new CsvReader(delimiter);
  const bounds = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
  const rows = bounds.slice(1).flatMap((end, index) => reader.read(text.slice(bounds[index], end)));
  return [...rows, ...reader.end()];
};

describe('rows of a delimited file', () => {
  it.each([
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a;b";"c""d"\n', [['a;b', 'c"d']]],
    ['x 5" tube;2\n', [['x 5" tube', '2']]],
    ['a;;\n', [['a', '', '']]],
    ['""\n', [['']]],
  ])('%j has the cells %j', (text, cells) => {
    expect(readAll(text).map((row) => row.cells)).toEqual(cells);
  });

  it('counts physical lines through a quoted line break', () => {
    expect(readAll('h\n"a\r\nb";1\nc;2\n').map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('names the line where an unclosed quote opened, without keeping the rest', () => {
    const rows = readAll(`h;v\n1;"never\n${'2;3\n'.repeat(10_000)}`);
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, undefined],
      [2, 'unclosed-quote'],
    ]);
  });

  it('cuts a cell that is too long and says so', () => {
    const [row] = readAll(`${'A'.repeat(50_000)};1\n`);
    expect(row).toMatchObject({ problem: 'too-long' });
    expect(row?.cells[0]?.length).toBeLessThanOrEqual(10_000);
  });

  it('stops at a NUL and at too many columns says so', () => {
    expect(readAll('a;b\n1;\0\n2;3\n').map(({ problem }) => problem)).toEqual([undefined, 'nul']);
    expect(readAll(`${';'.repeat(3_000)}\n`)[0]).toMatchObject({ problem: 'too-many-columns' });
  });

  it('reads the same rows however the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', '1', 'é') });
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (content, cuts) => {
        expect(readAll(content, ';', cuts)).toEqual(readAll(content));
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads back what a careful writer wrote', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme-ascii' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(readAll(written, ',').map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
