import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import iconv from 'iconv-lite';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { projectsCommand } from '../../apps/api/src/programmes/programmes.commands';
import { findProject, listProjects } from '../../apps/api/src/programmes/programmes.queries';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { uploadFile } from '../support/upload';

const titles =
  'code_projet;titre;effets_recherches;niveau;code_territoire;date_debut;politiques;partenaires;resultat_principal;valeur_initiale;date_initiale;valeur_cible;date_cible;vote_2026;depense_2026';

const aYear = (year: number, votedCents: number) => ({
  year,
  votedCents,
  committedCents: null,
  spentCents: null,
  status: 'declared' as const,
  source: null,
});
const aFact = {
  label: { fr: 'Arrêts', en: null },
  unit: 'count',
  indicator: null,
  statements: [
    {
      low: 4,
      high: 6,
      when: '2026',
      status: 'declared' as const,
      source: { label: 'Chauffeur', url: null },
      note: null,
    },
  ],
};

describe('a file of projects', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-projects-'));
  let own: OwnApplication;
  let app: NestFastifyApplication;
  let database: Database;
  let programmes: ProgrammesService;

  beforeAll(async () => {
    own = await anOwnApplication();
    app = own.app;
    database = app.get(Database);
    programmes = app.get(ProgrammesService);
    await app.get(CatalogueService).loadDefault();
    await database.query(
      `insert into territory (level, code, name) values
       ('commune', '00001', 'Un'), ('commune', '00002', 'Deux'), ('canton', '0001', 'Canton')`,
    );
  });
  afterAll(async () => {
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const aFile = (name: string, content: string | Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const faultsOf = async (...rows: string[]): Promise<Record<string, string>> => {
    const error: unknown = await programmes
      .loadText('projets.csv', [titles, ...rows].join('\n'))
      .catch((e: unknown) => e);
    const { errors = [] } = error as { errors?: { pointer: string; detail: string }[] };
    return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
  };

  it('is shown by a template that explains each column and loads as it is', async () => {
    const { url, columns } = await getJson<{ url: string; columns: { name: string; description: string }[] }>(
      app,
      '/api/v1/projects/template?lang=en',
    );
    const template = await app.inject({ method: 'GET', url });
    expect(template.headers['content-disposition']).toBe('attachment; filename="modele_projets.csv"');
    const header = template.body.replace('\uFEFF', '').split('\r\n')[0]?.split(';');
    const repeated = /^(vote_2027|(action|fait)_2(_\w+)?)$/;
    expect(header?.filter((title) => !repeated.test(title))).toEqual(columns.map(({ name }) => name));
    expect(columns.filter(({ description }) => description === '')).toEqual([]);
    expect(await programmes.loadFile(aFile('modele.csv', template.body))).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
    });
    expect(await programmes.loadFile(aFile('modele.csv', template.body))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    expect((await listProjects(database)).map(({ code, territories }) => [code, territories])).toEqual([
      [
        'MODELE-1',
        [
          { level: 'commune', code: '00001', startDate: '2027-03-01' },
          { level: 'commune', code: '00002', startDate: '2028-01-15' },
        ],
      ],
      ['MODELE-2', [{ level: 'canton', code: '0001', startDate: '2027-09-01' }]],
    ]);
  });

  it('takes from a template everything that a project can say', async () => {
    const told = async (code: string) => (await findProject(database, code))!;
    const by = (label: string) => ({ label, url: null });
    const model = await told('MODELE-1');
    expect(model.outcomes).toEqual([
      {
        indicator: 'PART-10',
        isMain: true,
        baseline: { value: 10, date: '2025-12-31', status: 'observed', source: by('Répertoire des associations') },
        target: { value: 14, date: '2030-12-31', status: 'declared', source: by('Délibération du 12 mars 2026') },
        milestones: [{ value: 12, date: '2028-12-31', status: 'declared', source: by('Convention avec la mairie') }],
      },
      { indicator: 'REVI-05', isMain: false, baseline: null, target: null, milestones: [] },
    ]);
    expect(model.budget).toEqual([
      { ...aYear(2026, 1_250_000), status: 'observed', source: by('Budget primitif 2026') },
      aYear(2027, 800_050),
    ]);
    expect(model.participation).toEqual([
      { period: '2026', distinctPeople: 46, attendances: 310, status: 'observed', source: by('Registre du jardin') },
    ]);
    expect(model.actions).toEqual([
      { fr: 'Concertation avec les habitants', en: null, startDate: '2026-09-01', endDate: '2026-12-15' },
      { fr: 'Ouverture du jardin', en: null, startDate: '2027-03-01', endDate: null },
    ]);
    const market = { fr: 'Ouverture d’un marché de producteurs', en: null };
    expect(model.otherEvents).toEqual([{ label: market, date: '2026-05-01' }]);
    expect(model.facts).toEqual([
      {
        label: { fr: 'Parcelles cultivées', en: null },
        unit: 'count',
        indicator: null,
        statements: [
          { low: 20, high: 24, when: '2026', status: 'declared', source: by('Mairie'), note: null },
          { low: 18, high: 18, when: '2026-06-30', status: 'observed', source: by('Relevé sur place'), note: null },
        ],
      },
    ]);
    const bus = await told('MODELE-2');
    expect(bus).toMatchObject({
      otherEvents: [],
      unitCosts: [{ indicator: 'PREV-06', lowCents: 600_000, likelyCents: 680_000, cashableShare: 0.8, year: 2026 }],
    });
  });

  it('reads quarters, days and addresses, and erases nothing that it leaves empty', async () => {
    const first =
      'code_projet;titre;effets_recherches;niveau;code_territoire;date_debut;resultat_principal;valeur_initiale;date_initiale;jalon_2027-06-30;presences_2026-T2;source_participation_2026-T2';
    const line = (rest: string) => `TRAIN;Train;prevention;commune;00001;2026-01-01;PREV-06${rest}`;
    const load = (header: string, row: string) => programmes.loadText('train.csv', `${header}\n${row}`);
    await load(first, line(';7;2025-12-31;6,5;120;Billetterie (https://exemple.fr/train)'));
    await load(first.split(';valeur')[0] ?? '', line(''));
    expect(await findProject(database, 'TRAIN')).toMatchObject({
      version: 1,
      otherEvents: null,
      outcomes: [{ baseline: { value: 7 }, milestones: [{ value: 6.5, date: '2027-06-30' }] }],
      participation: [
        {
          period: '2026-T2',
          distinctPeople: null,
          attendances: 120,
          source: { label: 'Billetterie', url: 'https://exemple.fr/train' },
        },
      ],
    });
  });

  it.each([
    ['personnes_2026', '12', '/lignes/2/colonnes/source_participation_2026', 'vide'],
    ['evenement_1', 'Fermeture d’une usine', '/lignes/2/colonnes/evenement_1_date', 'vide'],
    ['jalon_2027-06-31', '5', '/lignes/2/colonnes/jalon_2027-06-31', '2027-06-31'],
    ['presences_2026-t7', '5', '/lignes/2/colonnes/presences_2026-t7', '2026-T7'],
    ['actions_1', 'Ouverture', '/lignes/1', 'actions_1'],
  ])('refuses the column %s of %s alone', async (column, cell, pointer, seen) => {
    const header = `code_projet;titre;effets_recherches;niveau;code_territoire;date_debut;resultat_principal;${column}`;
    const load = programmes.loadText('x.csv', `${header}\nX;T;prevention;commune;00001;2026-01-01;PREV-06;${cell}`);
    const error: unknown = await load.catch((refusal: unknown) => refusal);
    const { errors = [] } = error as { errors?: { pointer: string; detail: string }[] };
    expect(errors.find((fault) => fault.pointer === pointer)?.detail).toContain(seen);
  });

  it('reads what French Excel writes, and changes a project in a new version', async () => {
    const row = (budget: string) =>
      [
        titles,
        `BUS;Bus des solidarités;prévention, participation;commune;00001;01/03/2026;Mobilité | Santé;CAF (sécurité sociale, convention) | Mairie (commune);PREV-06;7,5;31/12/2025;6;2028-12-31;${budget};0`,
      ].join('\r\n');
    await programmes.loadFile(aFile('bus.csv', iconv.encode(row('12\u00a0500,50'), 'windows-1252')));
    expect(await findProject(database, 'BUS')).toMatchObject({
      version: 1,
      fr: { title: 'Bus des solidarités' },
      aims: ['prevention', 'participation'],
      policies: ['mobility', 'health'],
      partners: [
        { name: 'CAF', kind: 'social-security', hasAgreement: true },
        { name: 'Mairie', kind: 'commune', hasAgreement: false },
      ],
      outcomes: [
        {
          indicator: 'PREV-06',
          isMain: true,
          baseline: { value: 7.5, date: '2025-12-31' },
          target: { value: 6, date: '2028-12-31' },
        },
      ],
      budget: [{ year: 2026, votedCents: 1_250_050, committedCents: null, spentCents: 0 }],
    });
    const facts = [aFact];
    const budget = [aYear(2025, 100), aYear(2026, 1_250_050)];
    await programmes.change('BUS', { basedOn: 1, facts, budget });
    const code = await projectsCommand(app, ['load', aFile('bus.csv', row('13000'))]);
    expect([code, await findProject(database, 'BUS')]).toMatchObject([
      0,
      // an empty cell, a missing column or a year that the file does not tell erase nothing
      { version: 3, facts, budget: [aYear(2025, 100), { ...aYear(2026, 1_300_000), spentCents: 0 }] },
    ]);
  });

  it.each([
    [
      'a date that does not exist',
      'X;T;prevention;commune;00001;31/02/2026',
      '/lignes/2/colonnes/date_debut',
      '31/02/2026',
    ],
    ['an unknown policy', 'X;T;prevention;commune;00001;2026-01-01;Magie', '/lignes/2/colonnes/politiques', 'Magie'],
    [
      'a partner without a kind',
      'X;T;prevention;commune;00001;2026-01-01;;CAF',
      '/lignes/2/colonnes/partenaires',
      'CAF',
    ],
    [
      'an amount that reads two ways',
      'X;T;prevention;commune;00001;2026-01-01;;;;;;;;12,500',
      '/lignes/2/colonnes/vote_2026',
      '12,500',
    ],
    ['a missing title', 'X;;prevention;commune;00001;2026-01-01', '/lignes/2/colonnes/titre', 'titre'],
    ['an unknown territory', 'X;T;prevention;commune;99999;2026-01-01', '/lignes/2', '99999'],
  ])('refuses %s, with its line', async (_, row, pointer, seen) => {
    const faults = await faultsOf(row);
    expect(Object.keys(faults)).toEqual([pointer]);
    expect(faults[pointer]).toContain(seen);
    expect(await findProject(database, 'X')).toBeUndefined();
  });

  it('refuses lines of a project that contradict each other, and stores nothing of the file', async () => {
    const faults = await faultsOf(
      'Y;Premier titre;prevention;commune;00001;2026-01-01',
      'X;Titre;prevention;commune;00001;2026-01-01',
      'Y;Autre titre;;commune;00002;2026-01-01',
    );
    expect(faults['/lignes/4/colonnes/titre']).toMatch(/Autre titre.*Premier titre/);
    expect(await findProject(database, 'X')).toBeUndefined();
  });

  it('can be uploaded', async () => {
    const content = `${titles}\nVELO;Vélos;prevention;commune;00001;2026-01-01\n`;
    const response = await uploadFile(app, 'velos.csv', content, { url: '/api/v1/projects/file' });
    expect([response.statusCode, response.json()]).toEqual([200, { added: 1, changed: 0, unchanged: 0 }]);
  });
});
