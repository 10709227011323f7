import type { TableSchema } from '@sillage/indicators';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { checkText } from '../support/check-text';

interface Template {
  readonly indicator: string;
  readonly levels: readonly string[];
  readonly period: string;
  readonly csv: string;
  readonly schema: string;
}

describe('templates to fill in', () => {
  let own: OwnApplication;
  let templates: readonly Template[];
  beforeAll(async () => {
    own = await anOwnApplication();
    const { app } = own;
    await app.get(CatalogueService).loadDefault();
    // one département in two régions' numbers: 44 is Loire-Atlantique and Grand Est
    await app.get(Database).query(
      `insert into territory (level, code, name) values ('departement', '44', 'Loire-Atlantique'),
         ('region', '44', 'Grand Est'), ('commune', '44001', 'Abbaretz'), ('commune', '44109', 'Nantes'),
         ('epci', '244400404', 'Nantes Métropole'), ('mds', 'NORD', 'Nord ; "et Ouest"')`,
    );
    await app.get(Database).query(
      `insert into territory_link (parent_id, child_id)
       select parent.id, child.id from territory parent, territory child
       where (parent.level, child.level) in (('departement', 'commune'), ('epci', 'commune'), ('mds', 'commune'))`,
    );
    await app.get(TerritoriesService).chooseHome('44');
    ({ templates } = await getJson<{ templates: Template[] }>(app, '/api/v1/imports/templates'));
  });
  afterAll(() => own?.close());

  const csvOf = (url: string) => own.app.inject({ url });

  it('are one per indicator of the catalogue', async () => {
    const indicators = await getJson<{ code: string }[]>(own.app, '/api/v1/indicators');
    expect(templates.map(({ indicator }) => indicator).sort()).toEqual(indicators.map(({ code }) => code).sort());
  });

  it('open in a French spreadsheet, with codes, names and period', async () => {
    const answer = await csvOf('/api/v1/imports/templates/POP.csv?level=commune');
    const { period } = templates.find(({ indicator }) => indicator === 'POP')!;
    expect(answer.headers['content-disposition']).toContain('modele-POP-commune.csv');
    expect(answer.body).toBe(
      '\ufeffcode_territoire;niveau;libelle;periode;indicateur;valeur;statut\r\n' +
        `44001;commune;Abbaretz;${period};POP;;\r\n44109;commune;Nantes;${period};POP;;\r\n`,
    );
    expect((await csvOf('/api/v1/imports/templates/PREV-01.csv?level=mds')).body).toContain(
      ';PREV-01;;;\r\n'.replace(';PREV-01', `;"Nord ; ""et Ouest""";${lastOf('PREV-01')};PREV-01`),
    );
  });
  const lastOf = (code: string) => templates.find(({ indicator }) => indicator === code)!.period;

  it('import without a remark once filled in, whatever the indicator', async () => {
    const remarks: string[] = [];
    for (const { indicator, levels, csv } of templates) {
      for (const level of ['POP', 'PREV-01', 'PREV-08'].includes(indicator) ? levels : levels.slice(0, 1)) {
        const empty = await csvOf(`${csv}?level=${level}`);
        if (empty.statusCode === 422) continue;
        const lines = empty.body.split('\r\n');
        const filled = lines.map((line, rank) => (rank === 0 ? line : filledIn(line, lines[0] ?? '')));
        const { outcome, findings, values } = await checkText(own.app.get(ImportsService), filled.join('\r\n'));
        if (outcome !== 'accept' || findings.length > 0 || values === 0)
          remarks.push(
            `${indicator} ${level} ${outcome} ${values} ${findings.map(({ message }) => message).join(' ')}`,
          );
      }
    }
    expect(remarks).toEqual([]);
  }, 60_000);

  it('describe themselves as a Table Schema', async () => {
    const schema = await getJson<TableSchema>(own.app, '/api/v1/imports/templates/PREV-11.json?level=departement');
    expect(schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'code_territoire string',
      'niveau string',
      'libelle string',
      'periode string',
      'indicateur string',
      'valeur number',
      'statut string',
    ]);
    expect(schema.fields[0]?.constraints).toEqual({ required: true, enum: ['44'] });
    expect(schema.fields[5]?.constraints).toEqual({ required: false, minimum: 0 });
    expect(schema.missingValues).toEqual(expect.arrayContaining(['', 's', 'nd']));
    const { period } = templates.find(({ indicator }) => indicator === 'PREV-11')!;
    expect(new RegExp(`^${String(schema.fields[3]?.constraints?.['pattern'])}$`).test(period)).toBe(true);
  });

  it('are those of the component, for an indicator that is derived', async () => {
    expect((await csvOf('/api/v1/imports/templates/REVI-01.csv')).body).toContain(';POP;');
  });

  it.each([
    ['/api/v1/imports/templates/INCONNU.csv', 404],
    ['/api/v1/imports/templates/POP.csv?level=france', 422],
    ['/api/v1/imports/templates/POP.csv?level=village', 400],
    ['/api/v1/imports/templates/POP.json?level=qpv', 422],
  ])('answer %s with %d', async (url, status) => {
    const answer = await csvOf(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

/** Values that no rule remarks: 1 000 of 20 000 where the two are asked, 50 where one is. */
function filledIn(line: string, header: string): string {
  if (line === '') return line;
  const isRatio = /;numerateur;denominateur;/.test(header);
  const isWeighted = /;valeur;denominateur;/.test(header);
  return line.replace(/;+$/, isRatio ? ';1 000;20 000;' : isWeighted ? ';50,5;20 000;' : ';50;');
}
