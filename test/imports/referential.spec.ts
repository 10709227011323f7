import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { checkAloneCommand } from '../../apps/api/src/imports/imports.commands';
import { loadReferentialFolder } from '../../apps/api/src/load-referential';
import { anOwnApplication, type OwnApplication } from '../support/application';
import { smallReferential } from '../support/small-referential';

describe('a referential of one’s own', () => {
  let folder: string;
  let errors: string[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-referential-'));
    errors = [];
    jest.spyOn(console, 'error').mockImplementation((line: string) => errors.push(line));
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (): Promise<number> => {
    const file = path.join(folder, 'fichier.csv');
    writeFileSync(file, 'code_territoire;annee;indicateur;valeur\n01001;2023;NB_APA;27\n');
    return checkAloneCommand([file, '--referential', folder, '--json']);
  };

  it('is all that a check needs', async () => {
    smallReferential(folder);
    expect(await check()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each([
    ['territoires.csv', 'code;niveau;libelle\n01001;village;A\n', /niveau.*village.*commune/s],
    ['territoires.csv', 'code;niveau;libelle\n01001;commune;A\n01001;commune;B\n', /Ligne\s3.*01001.*ligne\s2/s],
    ['territoires.csv', 'code;libelle\n01001;A\n', /niveau/],
    ['territoires.csv', '', /aucune ligne/],
    [
      'indicateurs.csv',
      'code;libelle;type;agregation;negatif_permis;decimales\nNB;N;nombre;moyenne;non;0\n',
      /agregation.*somme/s,
    ],
    [
      'indicateurs.csv',
      'code;libelle;type;agregation;negatif_permis;decimales\nNB;N;nombre;somme;non;deux\n',
      /decimales.*deux/s,
    ],
    ['fusions.csv', 'ancien;nouveau;date_effet\n01091;99999;2019-01-01\n', /nouveau.*99999/s],
    ['fusions.csv', 'ancien;nouveau;date_effet\n01091;01033;01/01/2019\n', /date_effet.*AAAA-MM-JJ/s],
  ])('refuses a wrong %s with what to mend, and code 2', async (name, content, said) => {
    smallReferential(folder, { [name]: content });
    expect(await check()).toBe(2);
    expect(errors.join('\n')).toMatch(said);
    expect(errors.join('\n')).toContain(name);
  });

  it('names the file that is missing', async () => {
    smallReferential(folder);
    rmSync(path.join(folder, 'fusions.csv'));
    expect(await check()).toBe(2);
    expect(errors.join('\n')).toMatch(/fusions\.csv.*ancien;nouveau;date_effet/s);
  });

  describe('in a database', () => {
    let own: OwnApplication;
    let app: INestApplicationContext;
    beforeAll(async () => {
      own = await anOwnApplication();
      ({ app } = own);
      await app.get(CatalogueService).loadDefault();
    });
    afterAll(() => own?.close());

    it('adds what is not known yet, once', async () => {
      smallReferential(folder);
      expect(await loadReferentialFolder(app, folder)).toEqual({ territories: 38, changes: 3, indicators: 4 });
      const { rows } = await app.get(Database).query(
        `select code, to_char(valid_from, 'YYYY') as "from", to_char(valid_to, 'YYYY') as "to"
         from territory where code in ('01033', '01091') order by code, valid_from`,
      );
      expect(rows).toEqual([
        { code: '01033', from: '1943', to: '2019' },
        { code: '01033', from: '2019', to: null },
        { code: '01091', from: '1943', to: '2019' },
      ]);
      expect(await loadReferentialFolder(app, folder)).toEqual({ territories: 0, changes: 0, indicators: 0 });
    });
  });
});
