import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { IndicatorDefinition } from '@sillage/indicators';
import iconv from 'iconv-lite';
import {
  findIndicator,
  listIndicatorNames,
  listIndicators,
  listIndicatorVersions,
  listSources,
} from '../../apps/api/src/catalogue/catalogue.queries';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { shippedIndicators } from '../../apps/api/src/catalogue/default-catalogue';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { aDatabase, type TestDatabase } from '../support/database';
import { problemOf } from '../support/refusal';

const aDefinition = (changes: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  ...shippedIndicators()[0]!,
  code: 'LOCAL-01',
  synonyms: [],
  ...changes,
});

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('loading the catalogue', () => {
  let test: TestDatabase;
  let database: Database;
  let catalogue: CatalogueService;

  beforeAll(async () => {
    test = await aDatabase();
    database = new Database(await createDataSource(test.url).initialize());
    catalogue = new CatalogueService(database);
  });
  afterAll(async () => {
    await database.onModuleDestroy();
    await test.drop();
  });

  it('adds every indicator once, and changes nothing the second time', async () => {
    const first = await catalogue.loadDefault();
    expect(first).toEqual({ added: 110, changed: 0, unchanged: 0 });
    const before = await listIndicators(database);
    const second = await catalogue.loadDefault();
    expect(second).toEqual({ added: 0, changed: 0, unchanged: 110 });
    expect(await listIndicators(database)).toEqual(before);
    expect(new Set(before.map((indicator) => indicator.version))).toEqual(new Set([1]));
    expect(await listSources(database)).toHaveLength(26);
  });

  it('gives each name to one indicator', async () => {
    const names = await listIndicatorNames(database);
    expect(new Set(names.map((row) => row.name)).size).toBe(names.length);
    expect(names).toContainEqual(expect.objectContaining({ name: 'TP60', code: 'PREV-11' }));
    expect(names).toContainEqual(expect.objectContaining({ name: 'RSA_ALLOCATAIRES', code: 'RSA_MENSUEL' }));
  });

  it('makes a version of a changed definition and keeps the former one', async () => {
    const shipped = await findIndicator(database, 'PREV-04');
    if (!shipped) throw new Error('PREV-04 is missing');
    const { id, version, ...definition } = shipped;
    const changed = { ...definition, suppressionThreshold: 20 };
    const file = aFile('changed.json', JSON.stringify({ indicators: [changed] }));
    expect(await catalogue.loadFile(file)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await catalogue.loadFile(file)).toEqual({ added: 0, changed: 0, unchanged: 1 });
    expect(await findIndicator(database, 'PREV-04')).toEqual({ ...changed, id, version: version + 1 });
    const versions = await listIndicatorVersions(database, id);
    expect(versions.map((row) => [row.version, row.definition.suppressionThreshold])).toEqual([
      [2, 20],
      [1, 11],
    ]);
    // The next start loads what Sillage ships: the département's own definition stays.
    await catalogue.loadDefault();
    expect((await findIndicator(database, 'PREV-04'))?.suppressionThreshold).toBe(20);
  });

  it('reads a département’s own indicators from a French CSV of Excel', async () => {
    const lines = [
      'code;libelle;type;objectif;unite;sens;regle_territoriale;regle_temporelle;seuil;echelons;synonymes',
      'LOC-01;Visites à domicile;réalisation;prévention;nombre;hausse;somme;somme;;commune, EPCI;VISITES',
      'LOC-02;Part des familles suivies;Résultat;participation;%;hausse;rapport;dernière;11;;',
    ];
    const file = aFile('local.csv', iconv.encode(lines.join('\r\n'), 'windows-1252'));
    expect(await catalogue.loadFile(file)).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(await findIndicator(database, 'LOC-01')).toMatchObject({
      kind: 'output',
      aim: 'prevention',
      unit: 'count',
      territorialRule: 'sum',
      temporalRule: 'sum',
      suppressionThreshold: null,
      levels: ['commune', 'epci'],
      synonyms: ['VISITES'],
      fr: { label: 'Visites à domicile', wording: { subject: 'visites à domicile' } },
    });
    expect(await findIndicator(database, 'LOC-02')).toMatchObject({
      scale: 100,
      decimals: 1,
      suppressionThreshold: 11,
    });
  });

  it('names the line and the column of every fault, and stores nothing', async () => {
    const lines = [
      'code;libelle;type;unite;sens;regle_territoriale;seuil;denominateur',
      'LOC-10;Bonne ligne;contexte;nombre;aucun;somme;;',
      'LOC-11;;contexte;nombre;aucun;somme;;',
      'LOC-12;Mauvais sens;contexte;nombre;mieux;somme;;',
      'loc 13;Mauvais code;contexte;nombre;aucun;somme;onze;',
    ];
    const problem = await problemOf(catalogue.loadFile(aFile('faults.csv', lines.join('\n'))));
    expect(problem.errors?.map((error) => error.pointer)).toEqual([
      '/lignes/3/colonnes/libelle',
      '/lignes/4/colonnes/sens',
      '/lignes/5/colonnes/seuil',
    ]);
    expect(problem.errors?.[1]?.detail).toContain('hausse, baisse, aucun');
    expect(await findIndicator(database, 'LOC-10')).toBeUndefined();
  });

  it.each([
    ['a missing column', 'code;libelle;type;unite;sens\nX;Y;contexte;nombre;aucun', 'regle_territoriale'],
    ['an unknown column', 'code;libelle;type;unite;sens;regle_territoriale;couleur', 'couleur'],
    ['a file without a row', 'code;libelle;type;unite;sens;regle_territoriale\n', 'aucun indicateur'],
    [
      'a source that does not exist',
      'code;libelle;type;unite;sens;regle_territoriale;source\nX;Y;contexte;nombre;aucun;somme;insea',
      'insea',
    ],
    [
      'a component that does not exist',
      'code;libelle;type;unite;sens;regle_territoriale;poids\nX;Y;contexte;nombre;aucun;moyenne pondérée;NEANT',
      'NEANT',
    ],
    [
      'a name that another indicator has',
      'code;libelle;type;unite;sens;regle_territoriale;synonymes\nX;Y;contexte;nombre;aucun;somme;tp60',
      'PREV-11',
    ],
    [
      'a code given twice',
      'code;libelle;type;unite;sens;regle_territoriale\nX;Y;contexte;nombre;aucun;somme\nX;Z;contexte;nombre;aucun;somme',
      'deux fois',
    ],
  ])('refuses %s and says so', async (_fault, content, words) => {
    const problem = await problemOf(catalogue.loadFile(aFile('refused.csv', content)));
    expect(problem.errors?.map((error) => error.detail).join('\n')).toContain(words);
    expect(await findIndicator(database, 'X')).toBeUndefined();
  });

  it.each([
    ['neither JSON nor CSV', 'catalogue.xlsx', 'x'],
    ['JSON that is cut', 'cut.json', '{"indicators": ['],
    ['JSON of something else', 'other.json', '{"type": "FeatureCollection"}'],
    ['JSON whose indicator lacks fields', 'partial.json', '[{"code": "X"}]'],
  ])('refuses %s', async (_fault, name, content) => {
    const problem = await problemOf(catalogue.loadFile(aFile(name, content)));
    expect(problem.status).toBe(422);
  });

  it('refuses a file that is not there', async () => {
    expect((await problemOf(catalogue.loadFile(path.join(folder, 'absent.json')))).status).toBe(404);
  });

  it('adds one indicator, and refuses its code afterwards', async () => {
    const added = await catalogue.add(aDefinition({ code: 'LOCAL-01' }));
    expect(added).toMatchObject({ code: 'LOCAL-01', version: 1 });
    expect((await problemOf(catalogue.add(aDefinition({ code: 'LOCAL-01' })))).status).toBe(409);
    expect((await problemOf(catalogue.add(aDefinition({ code: 'LOCAL-02', synonyms: ['Med'] })))).status).toBe(422);
  });

  it('gives stable ids whatever is loaded', async () => {
    const before = await listIndicators(database);
    await catalogue.loadDefault();
    const after = await listIndicators(database);
    expect(after.map(({ id, code }) => [id, code])).toEqual(before.map(({ id, code }) => [id, code]));
  });
});
