import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { checkText } from '../support/check-text';
import { uploadFile } from '../support/upload';

/** The shapes in which French administrations publish schemas (schema.data.gouv.fr, Validata). */
const communesSchema = {
  $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
  name: 'population-communes',
  title: 'Population des communes',
  version: '1.0.0',
  fields: [
    {
      name: 'collectivite',
      title: 'Code commune',
      type: 'string',
      constraints: { required: true, pattern: String.raw`^([013-9]\d|2[AB1-9])\d{3}$` },
    },
    { name: 'exercice', title: 'Année', type: 'year', constraints: { required: true, minimum: 2000, maximum: 2025 } },
    {
      name: 'habitants',
      title: 'Population',
      type: 'number',
      decimalChar: ',',
      groupChar: '.',
      constraints: { minimum: 0 },
    },
    { name: 'zonage', type: 'string', constraints: { enum: ['rural', 'urbain'] } },
  ],
  missingValues: ['', '-999', 'inconnu'],
  primaryKey: ['collectivite', 'exercice'],
};

describe('files read by a Table Schema', () => {
  let own: OwnApplication;
  beforeAll(async () => {
    own = await anOwnApplication();
    const { app } = own;
    await app.get(CatalogueService).loadDefault();
    await app.get(Database).query(
      `insert into territory (level, code, name) values ('departement', '47', 'Lot-et-Garonne'),
         ('commune', '47001', 'Agen'), ('commune', '47167', 'Mézin')`,
    );
    await app.get(Database).query(
      `insert into territory_link (parent_id, child_id) select parent.id, child.id
       from territory parent, territory child where parent.level = 'departement' and child.level = 'commune'`,
    );
    await app.get(TerritoriesService).chooseHome('47');
  });
  afterAll(() => own?.close());

  const read = (text: string, schema: Readonly<Record<string, unknown>> = communesSchema) =>
    checkText(own.app.get(ImportsService), text, { schema });
  const header = 'collectivite;exercice;habitants;zonage\n';

  it('knows the columns by their titles, the marks of absence and of thousands by what is declared', async () => {
    const text = `${header}47001;2021;32.485;urbain\n47167;2021;-999;rural\n`;
    expect((await checkText(own.app.get(ImportsService), text)).outcome).toBe('reject');
    const { kept, rejected, values, sum, findings } = await read(text);
    expect({ kept, rejected, values, sum }).toEqual({ kept: 2, rejected: 0, values: 2, sum: 32_485 });
    expect(findings.find(({ code }) => code === 'SCHEMA_PARTIEL')?.message).toMatch(/primaryKey/);
  });

  it('rejects what its constraints refuse, with the line, the column and what is asked', async () => {
    const text = `${header}47001;1999;12;urbain\n47167;2021;15;périurbain\n47167;2020;14;rural\n`;
    const { outcome, kept, rejected, findings } = await read(text);
    expect({ outcome, kept, rejected }).toEqual({ outcome: 'reject', kept: 1, rejected: 2 });
    const against = findings.filter(({ code }) => code === 'CONTRAINTE_SCHEMA');
    expect(against.map(({ line, column, seen }) => [line, column, seen])).toEqual([
      [2, 'exercice', '1999'],
      [3, 'zonage', 'périurbain'],
    ]);
    expect(against.map(({ message }) => message)).toEqual([
      expect.stringContaining('au moins 2000'),
      expect.stringContaining('rural, urbain'),
    ]);
  });

  it('asks for the column that it requires, and only tells of one that it does not', async () => {
    const without = await read('collectivite;habitants;annee\n47001;12;2021\n');
    expect(without.groups).toContainEqual(expect.objectContaining({ code: 'COLONNE_MANQUANTE', column: 'exercice' }));
    const fewer = await read('collectivite;exercice;habitants\n47001;2021;12\n');
    expect(fewer.outcome).not.toBe('reject');
    expect(fewer.findings.find(({ code }) => code === 'SCHEMA_PARTIEL')?.message).toMatch(/zonage/);
  });

  it('reads the first resource of a Data Package', async () => {
    const { schema } = {
      schema: { resources: [{ path: 'x.csv', dialect: { delimiter: ',' }, schema: communesSchema }] },
    };
    const { kept, sum } = await read('collectivite,exercice,habitants,zonage\n47001,2021,12,\n', schema);
    expect({ kept, sum }).toEqual({ kept: 1, sum: 12 });
  });

  it('accepts what is filled in under the schema of its own template, and refuses what departs from it', async () => {
    const url = '/api/v1/imports/templates/POP';
    const schema = await getJson<Record<string, unknown>>(own.app, `${url}.json?level=commune`);
    const empty = (await own.app.inject({ url: `${url}.csv?level=commune` })).body;
    expect((await read(empty.replaceAll(';POP;;', ';POP;1 234;'), schema)).outcome).toBe('accept');
    const other = await read(
      empty.replaceAll(';POP;;', ';POP;1 234;').replace('47167;commune', '47;departement'),
      schema,
    );
    expect(other.findings.filter(({ code }) => code === 'CONTRAINTE_SCHEMA').map(({ column }) => column)).toEqual([
      'code_territoire',
      'niveau',
    ]);
  });

  it('comes with a file sent over HTTP, and is refused when it is none', async () => {
    const rows = `${header}47001;2021;32.485;urbain\n`;
    const send = (schema: string) =>
      uploadFile(own.app, 'essai.csv', rows, { fields: { schema }, url: '/api/v1/imports/dry-run' });
    expect((await send(JSON.stringify(communesSchema))).json()).toMatchObject({ kept: 1, sum: 32_485 });
    for (const wrong of ['{', '[]', '{"fields":[]}']) expect((await send(wrong)).statusCode).toBe(400);
  });
});
