import { anImportedIndicator } from '../../../../test/support/referential';
import { IndicatorIndex } from './indicator-index';
import { readSample } from './sample';

const indicators = new IndicatorIndex([
  anImportedIndicator({ id: 1, code: 'POP' }),
  anImportedIndicator({ id: 2, code: 'PREV-11', synonyms: ['TP60'] }),
  anImportedIndicator({ id: 3, code: 'D1' }),
]);

function layoutOf(text: string, hints?: Parameters<typeof readSample>[4]) {
  const { layout, delimiter, findings } = readSample(text, true, indicators, 2027, hints);
  const codes = [...findings, ...layout.findings].map(({ code }) => code);
  if (layout.kind === 'refused') return { delimiter, codes };
  const { territory, shape, values, headerLine, roles } = layout.layout;
  return {
    delimiter,
    codes,
    territory,
    shape,
    headerLine,
    roles,
    values: values.map(({ header, indicator: found, period }) => [header, found?.code ?? null, period]),
  };
}

describe('the making of a file', () => {
  it.each([';', ',', '\t', '|'])('is found with the separator %j', (separator) => {
    const text = 'codgeo;annee;indicateur;valeur\n47167;2021;POP;1460\n'.replaceAll(';', separator);
    expect(layoutOf(text)).toMatchObject({ delimiter: separator, shape: 'long', values: [['valeur', null, null]] });
  });

  it.each([
    ['GEO;TIME_PERIOD;indicator;OBS_VALUE\n', 0],
    ['zone_nom;zone_id;date_valeur;identifiant_indic;valeur\n', 1],
    ['libelle;Code Insee;Année;Indicateur;Valeur\n', 1],
    ['CODGEO_25;annee;indicateur;valeur\n', 0],
  ])('is tidy under other names: %j', (header, territory) => {
    expect(layoutOf(`${header}47167;2021;POP;1;2\n`)).toMatchObject({ shape: 'long', territory });
  });

  it('finds a year in each header', () => {
    expect(layoutOf('CODGEO;POP21;TP6021;D121;pop_2013;p14_pop\n01001;1;2;3;4;5\n').values).toEqual([
      ['POP21', 'POP', 2021000],
      ['TP6021', 'PREV-11', 2021000],
      ['D121', 'D1', 2021000],
      ['pop_2013', 'POP', 2013000],
      ['p14_pop', 'POP', 2014000],
    ]);
  });

  it('finds periods as headers, when someone says which indicator they hold', () => {
    const text = 'code_dep;2019;2020-T1;oct-20*\n47;1;2;3\n';
    expect(layoutOf(text).codes).toEqual(['COLONNE_MANQUANTE']);
    expect(layoutOf(text, { indicator: 'POP' }).values).toEqual([
      ['2019', 'POP', 2019000],
      ['2020-T1', 'POP', 2020201],
      ['oct-20*', 'POP', 2020310],
    ]);
  });

  it('skips titles, and prefers the most precise code column', () => {
    const text = 'Observatoire;;;;\n;;;;\nreg;dep;codgeo;annee;POP\n75;47;47167;2021;1460\n';
    expect(layoutOf(text)).toMatchObject({ headerLine: 3, territory: 2, values: [['POP', 'POP', null]] });
    expect(layoutOf(text).codes).toEqual(['LIGNES_TITRE', 'COLONNE_DESCRIPTIVE', 'COLONNE_DESCRIPTIVE']);
  });

  it.each([
    ['code_dep;annee;valeur\n47;2021;3\n', 'COLONNE_MANQUANTE'],
    ['code_dep;POP\n47;3\n', 'COLONNE_MANQUANTE'],
    ['code_dep;annee;inconnu\n47;2021;3\n', 'AUCUN_INDICATEUR'],
    ['a;b\n1;2\n', 'ENTETE_INCONNU'],
    ['code_dep;annee;annee;POP\n47;2021;2022;3\n', 'ENTETE_DUPLIQUE'],
    ['code_commune;nom;prenom;annee;POP\n47167;x;y;2021;3\n', 'DONNEES_NOMINATIVES'],
    ['nom;prenom;date_naissance;NIR\nx;y;01/01/1950;185010100100135\n', 'DONNEES_NOMINATIVES'],
    ['Liste\n\nnom;NIR\nx;185010100100135\n', 'DONNEES_NOMINATIVES'],
    ['Usager;;code_dep;annee;POP\nNom;Prénom;;;\nx;y;47;2021;3\n', 'DONNEES_NOMINATIVES'],
    ['email;montant\na@b.fr;3\n', 'DONNEES_NOMINATIVES'],
  ])('%j is refused: %s', (text, code) => {
    const reading = layoutOf(text);
    expect(reading.codes).toContain(code);
    expect(reading).not.toHaveProperty('values');
  });

  it('is refused for persons whatever is said of their column', () => {
    const hints = { columns: [{ header: 'NIR', use: { as: 'ignored' as const } }] };
    expect(layoutOf('NIR;code_dep;annee;POP\n1;47;2021;3\n', hints).codes).toEqual(['DONNEES_NOMINATIVES']);
  });

  it('is read when a value, not a title, names a way to reach someone', () => {
    expect(layoutOf('code_dep;annee;contact;POP\n47;2021;Téléphone;s\n')).toMatchObject({ shape: 'long' });
  });

  it('may say on a sheet of notes how to reach who made it', () => {
    expect(layoutOf('Note;RSA par département\nCourriel;statistiques@cnaf.fr\n').codes).toEqual(['ENTETE_INCONNU']);
    expect(layoutOf('Note;Usagers\nPrénom;Jeanne, jeanne@courrier.fr\n').codes).toEqual(['DONNEES_NOMINATIVES']);
  });

  it('never lets a header reach an object’s prototype', () => {
    const text = 'codgeo;annee;POP;__proto__;constructor\n47167;2021;3;{"admin":true};x\n';
    expect(layoutOf(text).codes).toEqual(['COLONNE_IGNOREE', 'COLONNE_IGNOREE']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
