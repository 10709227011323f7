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
    ['2019-T3', 2_019_203],
  ])('reads %j as a start', (cell, treated) => {
    expect(readPanelText(`${header}\nAgen;2020;1;${cell}`, columns)).toMatchObject({ rows: [{ treated }] });
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
