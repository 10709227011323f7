import fc from 'fast-check';
import { type PanelColumns, readPanelText } from './panel-text';

const columns: PanelColumns = {
  unit: 'commune',
  time: 'année',
  outcome: 'taux',
  treated: 'projet',
  covariates: [],
  cluster: null,
  weight: null,
};
const header = 'commune;année;taux;projet';

describe('the text of a panel', () => {
  it.each([
    ['semicolons and decimal commas', `${header}\nAgen;2020;1 234,5;0\n`],
    ['commas and decimal points', 'commune,année,taux,projet\nAgen,2020,1234.5,0\n'],
    ['tabs', 'commune\tannée\ttaux\tprojet\nAgen\t2020\t1234,5\t0'],
    ['quotes', '"commune","année","taux","projet"\n"Agen","2020","1234.5","0"\n'],
    ['a separator line', `sep=;\r\n${header}\r\nAgen;2020;1234,5;0\r\n`],
    ['old line ends and blank lines', `${header}\r\rAgen;2020;1234,5;0\r`],
    ['other columns in another order', 'x;projet;taux;année;commune\n;0;1234,5;2020;Agen'],
    ['titles in capitals', 'COMMUNE;ANNEE;TAUX;PROJET\nAgen;2020;1234,5;0'],
    ['invisible characters', `\ufeffcommune;année;taux;projet\nAgen\u200b;2020;1234,5;0`],
    ['years with decimals and words for the project', `${header}\nAgen;2020.0;1234.5;non`],
    ['trailing separators', `${header}\nAgen;2020;1234,5;0;;`],
  ])('is read with %s', (_, text) => {
    expect(readPanelText(text, columns)).toEqual({
      kind: 'rows',
      rows: [{ unit: 'Agen', period: 2020, outcome: 1234.5, treated: 0 }],
      doubts: [],
    });
  });

  it.each(['', 'NA', 'n.d.', 's', 'NaN', '.', 'null'])('has no value where %j stands', (mark) => {
    expect(readPanelText(`${header}\nAgen;2020;${mark};0`, columns)).toMatchObject({ rows: [{ outcome: null }] });
  });

  it.each([
    ['Inf', null],
    ['', null],
    ['jamais', null],
    ['2019', 2019],
    ['oui', 1],
    ['2019-T3', 2019],
    ['01/09/2019', 2019],
    ['never treated', null],
    ['-1', null],
  ])('reads %j as a start', (cell, treated) => {
    expect(readPanelText(`${header}\nAgen;2020;1;${cell}`, columns)).toMatchObject({ rows: [{ treated }] });
  });

  const linesOf = (times: readonly string[], outcomes: readonly string[], start = '', separator = ';') =>
    [
      ['commune', 'année', 'taux', 'projet'],
      ...times.map((time, index) => ['Agen', time, outcomes[index % outcomes.length]!, start]),
    ]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(separator))
      .join('\n');
  const readOf = (text: string) => {
    const reading = readPanelText(text, columns);
    if (reading.kind !== 'rows') throw new Error(JSON.stringify(reading));
    return reading;
  };

  it.each<[string, string[], string, number[], number]>([
    ['yearly dates', ['2015-01-01', '2016-01-01', '2017-01-01'], '2016', [2015, 2016, 2017], 2016],
    ['French ends of year', ['31/12/2015', '31/12/2016'], '2016-06-01', [2015, 2016], 2016],
    ['dates and hours', ['2015-01-01T00:00:00Z', '2016-01-01T00:00:00Z'], '2016', [2015, 2016], 2016],
    ['days', ['2015-01-01', '2015-01-02'], '02/01/2015', [20_150_101, 20_150_102], 20_150_102],
    ['months', ['2015-12', '2016-01'], '2016', [2_015_312, 2_016_301], 2_016_301],
    ['compact months', ['201512', '201601'], '201601', [2_015_312, 2_016_301], 2_016_301],
    ['English months', ['Dec 2015', 'Feb 2016'], 'August 2016', [2_015_312, 2_016_302], 2_016_308],
    ['first days of months', ['2015-01-01', '2015-02-01'], '2015-02-15', [2_015_301, 2_015_302], 2_015_302],
    ['quarters', ['2015T4', '2016-Q1'], '2016', [2_015_204, 2_016_201], 2_016_201],
    ['quarters, from a date', ['2015T4', '2016-Q1'], '2016-02-15', [2_015_204, 2_016_201], 2_016_201],
    ['weeks', ['2015-W09', '2015-W10'], '2015W10', [2_015_009, 2_015_010], 2_015_010],
    ['school years', ['2015-2016', '2016-2017'], '2016', [2_015_400, 2_016_400], 2_016_400],
    ['years with a thousands mark', ['2,015', '2,016'], '2,016', [2015, 2016], 2016],
    ['ranks from before the start', ['-1', '0', '3'], '3', [-1, 0, 3], 3],
  ])('compares a start with its periods: %s', (_, times, start, periods, treated) => {
    const { rows } = readOf(linesOf(times, ['1'], start));
    expect(rows.map(({ period }) => period)).toEqual(periods);
    expect(new Set(rows.map((row) => row.treated))).toEqual(new Set([treated]));
  });

  it('refuses periods that cannot be put in one order', () => {
    expect(readPanelText(linesOf(['2015', '2016-01-01'], ['1']), columns)).toMatchObject({
      kind: 'wrong-cell',
      line: 3,
      column: 'année',
      seen: '2016-01-01',
    });
  });

  const years = ['2015', '2016', '2017'];

  it.each<[string, string[], number[]]>([
    ['thousands beside a decimal point', ['3,812', '12,345.6', '912'], [3812, 12_345.6, 912]],
    ['thousands beside decimals without thousands', ['3,812', '12.5', '912'], [3812, 12.5, 912]],
    ['thousands beside millions', ['3,812', '1,234,567', '912'], [3812, 1_234_567, 912]],
    ['decimals beside other decimals', ['3,812', '12,34', '912'], [3.812, 12.34, 912]],
    ['decimals under one', ['3,812', '0,913', '2'], [3.812, 0.913, 2]],
    ['thousands with points', ['3.812', '12.345,6', '912'], [3812, 12_345.6, 912]],
    ['decimal points', ['3.812', '4.1', '912'], [3.812, 4.1, 912]],
    ['French spaces', ['3\u202f812,5', '1\u00a0000', '-2'], [3812.5, 1000, -2]],
    ['Swiss thousands', ["3'812.5", '1’000', '−2'], [3812.5, 1000, -2]],
    ['powers of ten', ['1e3', '1.5E-2', '-2e+05'], [1000, 0.015, -200_000]],
  ])('tells a mark from the rest of its column: %s', (_, outcomes, expected) => {
    const { rows, doubts } = readOf(linesOf(years, outcomes));
    expect(rows.map(({ outcome }) => outcome)).toEqual(expected);
    expect(doubts).toEqual([]);
  });

  it.each<[string, string, string, number]>([
    ['a comma between commas', ',', '3,812', 3812],
    ['a comma between semicolons', ';', '3,812', 3.812],
    ['a point', ',', '3.812', 3.812],
  ])('says when nothing tells: %s', (_, separator, cell, value) => {
    const { rows, doubts } = readOf(linesOf(years, [cell, '4', '5'], '', separator));
    expect(rows[0]!.outcome).toBe(value);
    expect(doubts).toEqual([{ column: 'taux', seen: cell, read: value, count: 1 }]);
  });

  it('takes another column of numbers as evidence', () => {
    const text = 'commune;année;taux;projet;revenu\nAgen;2015;3,812;;12.5\nAgen;2016;4,120;;13.5';
    expect(readPanelText(text, { ...columns, covariates: ['revenu'] })).toMatchObject({
      rows: [{ outcome: 3812 }, { outcome: 4120 }],
      doubts: [],
    });
  });

  it('reads covariates, clusters and weights', () => {
    const text = `${header};revenu;epci;pop\nAgen;2020;1;0;20,5;Agglo;34000`;
    const more = { ...columns, covariates: ['revenu'], cluster: 'epci', weight: 'pop' };
    expect(readPanelText(text, more)).toMatchObject({
      rows: [{ covariates: { revenu: 20.5 }, cluster: 'Agglo', weight: 34_000 }],
    });
  });

  it.each([
    ['', { finding: { code: 'FICHIER_VIDE' } }],
    [header, { finding: { code: 'AUCUNE_LIGNE' } }],
    [
      'commune;année;taux\nAgen;2020;1',
      { kind: 'no-column', wanted: ['projet'], present: ['commune', 'année', 'taux'] },
    ],
    [`${header};taux\nAgen;2020;1;0;2`, { finding: { code: 'ENTETE_DUPLIQUE', column: 'taux' } }],
    [`${header}\nAgen;2020;1`, { finding: { code: 'NB_COLONNES', line: 2 } }],
    ['commune,année,taux,projet\nAgen,2020,1,5,0', { finding: { code: 'NB_COLONNES', line: 2 } }],
    [`${header}\n"Agen;2020;1;0`, { finding: { code: 'GUILLEMET_NON_FERME', line: 2 } }],
    [
      `${header}\nAgen;2020;beaucoup;0`,
      { kind: 'wrong-cell', line: 2, column: 'taux', seen: 'beaucoup', expected: 'number' },
    ],
    [`${header}\nAgen;;1;0`, { kind: 'wrong-cell', column: 'année', expected: 'period' }],
    [`${header}\nAgen;bientôt;1;0`, { kind: 'wrong-cell', column: 'année', expected: 'period' }],
    [`${header}\n;2020;1;0`, { kind: 'wrong-cell', column: 'commune', expected: 'name' }],
    [`${header}\nAgen;2020;1;peut-être`, { kind: 'wrong-cell', column: 'projet', expected: 'treatment' }],
  ])('%j is refused', (text, reading) => {
    expect(readPanelText(text, columns)).toMatchObject(reading);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...';,"\n\r\t 019AN.é\0') }), (tail) => {
        expect(readPanelText(`${header}\n${tail}`, columns)).toHaveProperty('kind');
      }),
    );
  });
});
