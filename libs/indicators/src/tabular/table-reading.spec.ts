import { indicators, readTable } from '../../../../test/support/read-table';
import { Corrections } from './corrections';
import { readSample } from './sample';

describe('titles on several lines', () => {
  it('join by column, the upper one written once over its group', () => {
    const text =
      ';;2020;;;2021;;\nCode département;Nom;Ensemble;Hommes;Femmes;Ensemble;Hommes;Femmes\n01;Ain;30;14;16;32;15;17\n';
    const { layout, kept } = readTable(text, { indicator: 'POP' });
    expect(layout).toMatchObject({ headerLine: 2, headerLineCount: 2 });
    expect(kept).toEqual([
      [1, 1, 2020000, 30],
      [1, 1, 2021000, 32],
    ]);
  });

  it('name an indicator above and its years below', () => {
    const text = 'Titre\nCode département;Nom;Population;;ASE;\n;;2020;2021;2020;2021\n01;Ain;30;32;3;4\n';
    expect(readTable(text).kept).toEqual([
      [1, 1, 2020000, 30],
      [1, 1, 2021000, 32],
      [1, 2, 2020000, 3],
      [1, 2, 2021000, 4],
    ]);
  });

  it('are told apart by the line above when they repeat', () => {
    const text = 'code_dep;Population;Population\n;2020;2021\n01;30;32\n';
    expect(readTable(text).kept).toEqual([
      [1, 1, 2020000, 30],
      [1, 1, 2021000, 32],
    ]);
  });

  it('say which series another replaces', () => {
    const sample = readSample('code_dep;2016;2016 (1)\n01;30;31\n', true, indicators, 2027, { indicator: 'POP' });
    expect(sample.layout.findings).toMatchObject([
      { code: 'SERIE_REMPLACEE', column: '2016', detail: { by: '2016 (1)' } },
    ]);
  });

  it('never swallow the first row of data', () => {
    expect(readTable('code_dep;annee;POP;\n01;2021;30;\n84;2021;40;\n').kept).toHaveLength(2);
  });

  it('may hold line breaks', () => {
    const { layout, kept } = readTable('"Code\n département";2020\n01;30\n', { indicator: 'POP' });
    expect(layout).toMatchObject({ headers: ['Code département', '2020'] });
    expect(kept).toEqual([[1, 1, 2020000, 30]]);
  });

  it('give the new of two series of one year', () => {
    const { verdicts } = readTable('code_dep;2016;2016 (1);2017\n01;30;31;32\n', { indicator: 'POP' });
    expect(verdicts?.[0]?.observations).toMatchObject([
      { period: 2016000, value: 31, status: 3 },
      { period: 2017000, value: 32, status: 0 },
    ]);
  });
});

describe('marks in a column of their own', () => {
  it('say how the values beside are taken', () => {
    const { verdicts } = readTable('code_dep;2020;;2021;\n01;30;(e);31;\n84;40;p;41;(r)\n', { indicator: 'POP' });
    expect(verdicts?.map(({ observations }) => observations.map(({ value, status }) => [value, status]))).toEqual([
      [
        [30, 2],
        [31, 0],
      ],
      [
        [40, 1],
        [41, 0],
      ],
    ]);
  });
});

describe('a transposed table', () => {
  const text =
    'RSA\nNumero;1;;2A;\nDépartement;Ain;;Corse-du-Sud;\n;Effectif;Evolution;Effectif;Evolution\njanv-20;10;nd;20;1,5\nfévr-20*;11;nd;21;2\n* provisoire;;;;\n';

  it('gives a value for each month and territory, provisional where a star says so', () => {
    const { layout, verdicts, said } = readTable(text, { indicator: 'POP' });
    expect(layout).toMatchObject({ shape: 'transposed', headerLine: 4, headerLineCount: 3 });
    expect(verdicts?.flatMap(({ observations }) => observations)).toMatchObject([
      { territoryId: 1, period: 2020301, value: 10, status: 0 },
      { territoryId: 7, period: 2020301, value: 20, status: 0 },
      { territoryId: 1, period: 2020302, value: 11, status: 1 },
      { territoryId: 7, period: 2020302, value: 21, status: 1 },
    ]);
    expect(said).toEqual(['kept ZERO_INITIAL PERIODE_NORMALISEE', 'kept PERIODE_NORMALISEE', 'ignored LIGNE_NOTE']);
  });

  it('asks for its indicator', () => {
    expect(readTable(text).refused).toContain('COLONNE_MANQUANTE');
    expect(readTable(text).layout).toMatchObject({ draft: { shape: 'transposed' } });
  });

  it('says which column has an unknown code', () => {
    const { said } = readTable(text.replace('2A', '77'), { indicator: 'POP' });
    expect(said?.[0]).toContain('TERRITOIRE_INCONNU');
  });
});

describe('another table below', () => {
  const first =
    'Code région;Code département;Département;2020\n84;01;Ain;30\nTOTAL;;;70\n;;;\nPar région;;;\nDonnées au 31 décembre;;;Retour en haut\n';

  it('is read at the level that its titles say, with the régions of DREES', () => {
    const { said, kept } = readTable(`${first}Code région;Région;;2020\n84;ARA;;500\n101;Guadeloupe;;7\n`, {
      indicator: 'ASE',
    });
    expect(said).toEqual([
      'kept',
      'ignored LIGNE_TOTAL',
      'ignored LIGNE_NOTE',
      'ignored LIGNE_NOTE',
      'ignored AUTRE_TABLEAU',
      'kept',
      'kept CODE_NORMALISE',
    ]);
    expect(kept).toEqual([
      [1, 2, 2020000, 30],
      [3, 2, 2020000, 500],
      [4, 2, 2020000, 7],
    ]);
  });

  it('is left, and told, when its columns are others', () => {
    const { said, kept } = readTable(`${first}Code région;Région;2010;2011\n84;ARA;1;2\n`, { indicator: 'ASE' });
    expect(said?.slice(-2)).toEqual(['ignored AUTRE_TABLEAU', 'ignored LIGNE_AUTRE_TABLEAU']);
    expect(kept).toHaveLength(1);
  });
});

describe('a column of codes', () => {
  it.each(['N° Dep', 'Numéro du département', 'Code INSEE du département', 'département_code', 'Dpt', 'Départements'])(
    'is known as %j',
    (title) => {
      expect(readTable(`${title};annee;POP\n01;2021;30\n`).kept).toEqual([[1, 1, 2021000, 30]]);
    },
  );

  it('goes before a column of names', () => {
    expect(readTable('Département;Code département;annee;POP\nAin;01;2021;30\n').kept).toEqual([[1, 1, 2021000, 30]]);
  });
});

describe('a code in two columns', () => {
  it.each([
    ['01', '001', 5],
    ['1', '1', 5],
    ['974', '01', 6],
    ['974', '401', 6],
  ])('%s and %s make one', (departement, commune, id) => {
    const text = `DEP;COM;annee;POP\n${departement};${commune};2021;30\n`;
    expect(readTable(text).kept).toEqual([[id, 1, 2021000, 30]]);
  });

  it('is a whole code when the second column holds one', () => {
    expect(readTable('DEP;COM;annee;POP\n01;01001;2021;30\n').kept).toEqual([[5, 1, 2021000, 30]]);
  });
});

describe('hints', () => {
  const wide = 'Observatoire;;\ncode;A;B\n1;10;20\n01-Ain ;1,5;2\n';

  it('say which line holds the titles, what each column is, of which level and period', () => {
    const { kept, layout } = readTable(wide, {
      headerLine: 2,
      period: '2021',
      level: 'departement',
      columns: [
        { header: 'code', use: { as: 'territory' } },
        { header: 'A', use: { as: 'value', indicator: 'POP', period: null } },
        { header: '#3', use: { as: 'value', indicator: 'ASE', period: 'T4 2023' } },
      ],
    });
    expect(kept).toEqual([
      [1, 1, 2021000, 10],
      [1, 2, 2023204, 20],
      [1, 1, 2021000, 1.5],
      [1, 2, 2023204, 2],
    ]);
    expect(layout).toMatchObject({
      columns: [
        { header: 'code', use: { as: 'territory' } },
        { header: 'A', use: { as: 'value', indicator: 'POP', period: null } },
        { header: 'B', use: { as: 'value', indicator: 'ASE', period: '2023-T4' } },
      ],
    });
  });

  it.each([
    [
      { columns: [{ header: 'Ancien nom', use: { as: 'value', indicator: 'POP', period: null } }] },
      'COLONNE_MANQUANTE',
    ],
    [{ corrections: [{ line: 3, column: 'Ancien nom', value: '1' }] }, 'COLONNE_MANQUANTE'],
    [{ indicator: 'AUCUN' }, 'INDICATEUR_INCONNU'],
    [{ period: 'jadis' }, 'PERIODE_INVALIDE'],
    [{ columns: [{ header: 'POP', use: { as: 'ignored' } }] }, 'AUCUN_INDICATEUR'],
  ] as const)('%j, which the file does not bear, is said: %s', (hints, code) => {
    expect(readTable('code_dep;annee;POP\n01;2021;30\n', hints).refused).toContain(code);
  });

  it('read with the delimiter that they give', () => {
    expect(readTable('code_dep,annee;POP\n01,2021;30\n', { delimiter: ',' }).refused).toBeDefined();
  });

  it('multiply values without noise', () => {
    expect(readTable('code_dep;annee;POP\n01;2021;0,07\n', { factor: 100 }).kept).toEqual([[1, 1, 2021000, 7]]);
  });

  it('refuse a mending: its rows are rejected, the others kept', () => {
    const { said } = readTable('code_dep;annee;POP\n1;2021;30\n84;2021;40\n', { repairs: { ZERO_INITIAL: 'refused' } });
    expect(said).toEqual(['rejected ZERO_INITIAL REPARATION_REFUSEE', 'kept']);
  });

  it('name the indicators of cells, and leave others', () => {
    const text = 'code_dep;annee;indicateur;valeur\n01;2021;Habitants;30\n01;2021;Autre;1\n01;2021;Divers;1\n';
    const { said, kept } = readTable(text, { indicatorNames: { Habitants: 'POP', Autre: null } });
    expect(said).toEqual(['kept', 'ignored LIGNE_HORS_CHAMP', 'rejected INDICATEUR_INCONNU']);
    expect(kept).toEqual([[1, 1, 2021000, 30]]);
    expect(readTable(text, { otherIndicators: 'ignored' }).said?.[2]).toBe('ignored LIGNE_HORS_CHAMP');
  });

  it('correct cells before they are read', () => {
    const corrections = new Corrections(
      [
        { line: 2, column: 'POP', value: '31' },
        { line: 2, column: '#1', value: '84' },
      ],
      ['code_dep', 'POP'],
    );
    expect(corrections.apply({ line: 2, cells: ['01'] })).toEqual({ line: 2, cells: ['84', '31'] });
    expect(corrections.apply({ line: 3, cells: ['01', '2'] })).toEqual({ line: 3, cells: ['01', '2'] });
  });
});

describe('a row whose code is wrong or missing', () => {
  it('is no total because all rows are of both sexes', () => {
    const text =
      'code_dep;sexe;annee;POP\n01;Ensemble;2020;30\n84;Ensemble;2020;40\n98;Ensemble;2020;50\n;Ensemble;2020;60\n';
    expect(readTable(text).said?.slice(2)).toEqual(['rejected TERRITOIRE_INCONNU', 'rejected TERRITOIRE_INCONNU']);
  });

  it('is a total when its name says so', () => {
    const text = 'code_dep;intitulé;annee;POP\n01;Ain;2020;30\n99;Total;2020;70\n;Ensemble;2020;70\n';
    expect(readTable(text).said?.slice(1)).toEqual(['ignored LIGNE_TOTAL', 'ignored LIGNE_TOTAL']);
  });

  it('is no note because each row names its source', () => {
    const text = 'origine;code_dep;annee;POP\nSource : INSEE;01;2020;30\nSource : INSEE;;2020;50\nSource : INSEE;;;\n';
    expect(readTable(text).said?.slice(1)).toEqual(['rejected TERRITOIRE_INCONNU', 'ignored LIGNE_NOTE']);
  });
});
