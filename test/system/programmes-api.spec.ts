import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ProjectDefinition } from '@sillage/indicators';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';

const garden = {
  code: 'JARDINS-1',
  fr: { title: 'Jardins partagés', summary: '' },
  aims: ['participation', 'revitalisation'],
  territories: [
    { level: 'commune', code: '01001', startDate: '2024-03-01' },
    { level: 'commune', code: '01002', startDate: '2025-01-01' },
  ],
};
const dated = (value: number, date: string) => ({ value, date, status: 'declared', source: null });

describe('the API of projects', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  let database: Database;

  beforeAll(async () => {
    own = await anOwnApplication();
    app = own.app;
    database = app.get(Database);
    await app.get(CatalogueService).loadDefault();
    await database.query(
      `insert into territory (level, code, name) values
       ('commune', '01001', 'Abergement'), ('commune', '01002', 'Ambérieux'), ('canton', '0101', 'Canton')`,
    );
  });
  afterAll(() => own.close());

  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const patch = (url: string, payload: object) => app.inject({ method: 'PATCH', url, payload });
  type Listed = ProjectDefinition & { version: number; isDemo: boolean };

  it('creates a project from what is known of it, and asks for its effects', async () => {
    const created = await post('/api/v1/projects', garden);
    expect([created.statusCode, created.json()]).toMatchObject([
      201,
      {
        code: 'JARDINS-1',
        version: 1,
        isDemo: false,
        policies: [],
        outcomes: [],
        anticipationPeriods: 0,
        endDate: null,
      },
    ]);
    const listed = await getJson<Listed[]>(app, '/api/v1/projects?examples=false');
    expect(listed.map((project) => project.code)).toEqual(['JARDINS-1']);
    const { rows } = await database.query(
      `select due_slot, input from job_run where job_id = 'estimate-effects' order by id`,
    );
    expect(rows).toEqual([{ due_slot: 'project:JARDINS-1:1', input: { projectCode: 'JARDINS-1', version: 1 } }]);
    expect((await post('/api/v1/projects', garden)).statusCode).toBe(409);
  });

  it('changes only what a change names, and keeps the earlier versions', async () => {
    const outcomes = [
      {
        indicator: 'PART-10',
        isMain: true,
        baseline: dated(10, '2023-12-31'),
        target: dated(14, '2027-12-31'),
        milestones: [dated(12, '2025-12-31')],
      },
    ];
    const change = { basedOn: 1, author: 'A. Martin', outcomes, policies: ['social-ties', 'environment'] };
    const changed = await patch('/api/v1/projects/JARDINS-1', change);
    expect(changed.json()).toMatchObject({ version: 2, fr: garden.fr, territories: garden.territories, outcomes });
    const { versions } = await getJson<{ versions: { version: number; author: string; definition: Listed }[] }>(
      app,
      '/api/v1/projects/JARDINS-1/versions',
    );
    expect(versions.map(({ version, author }) => [version, author])).toEqual([
      [2, 'A. Martin'],
      [1, null],
    ]);
    expect(versions.map(({ definition }) => definition.outcomes.length)).toEqual([1, 0]);
    const stale = await patch('/api/v1/projects/JARDINS-1', change);
    expect([stale.statusCode, stale.json().title]).toEqual([409, expect.stringContaining('version 2')]);
  });

  it('lets nobody rewrite a version, a note or a pre-registration', async () => {
    await expect(database.query(`update project_version set author = 'personne'`)).rejects.toThrow(/never changed/);
    await expect(database.query('delete from project_version')).rejects.toThrow(/never changed/);
  });

  it('gives each territory its own start, and measures what is brought together', async () => {
    const partners = [
      { name: 'Mairie', kind: 'commune', hasAgreement: true },
      { name: 'Les Voisins', kind: 'association', hasAgreement: false },
      { name: 'Le Grenier', kind: 'association', hasAgreement: false },
    ];
    await patch('/api/v1/projects/JARDINS-1', { basedOn: 2, partners });
    const sheet = await getJson<Record<string, unknown>>(app, '/api/v1/projects/JARDINS-1');
    expect(sheet).toMatchObject({
      territories: [
        { level: 'commune', code: '01001', name: 'Abergement', startDate: '2024-03-01' },
        { level: 'commune', code: '01002', name: 'Ambérieux', startDate: '2025-01-01' },
      ],
      crossing: { policies: 2, partners: 3, agreements: 1, partnersByKind: { commune: 1, association: 2 } },
      progress: [
        { indicator: 'PART-10', progress: { absence: 'not-available' }, milestones: [{ absence: 'not-available' }] },
      ],
    });
  });

  it('says in French where, what was seen, what was expected and how to mend', async () => {
    const wrong = await post('/api/v1/projects', {
      ...garden,
      code: 'FAUX-1',
      programme: 'INCONNU',
      endDate: '2024-06-01',
      territories: [
        ...garden.territories,
        { level: 'commune', code: '1001', startDate: '2024-03-01' },
        { level: 'commune', code: '01001', startDate: '2026-03-01' },
        { level: 'canton', code: '9999', startDate: '0024-03-01' },
      ],
      outcomes: [
        {
          indicator: 'PART-99',
          isMain: false,
          baseline: dated(1, '2025-01-01'),
          target: dated(2, '2024-01-01'),
          milestones: [],
        },
      ],
      budget: [{ year: 2025, votedCents: -1250, committedCents: null, spentCents: null }],
      participation: [
        {
          period: '2025',
          distinctPeople: 40,
          attendances: 12,
          status: 'observed',
          source: { label: 'Émargements', url: null },
        },
      ],
    });
    expect(wrong.statusCode).toBe(422);
    const errors = new Map<string, string>(
      wrong.json().errors.map((error: { pointer: string; detail: string }) => [error.pointer, error.detail]),
    );
    expect([...errors.keys()].sort()).toEqual([
      '/budget/0/votedCents',
      '/endDate',
      '/outcomes',
      '/outcomes/0/indicator',
      '/outcomes/0/target',
      '/participation/0',
      '/programme',
      '/territories/2/code',
      '/territories/3',
      '/territories/4/code',
      '/territories/4/startDate',
    ]);
    expect(errors.get('/territories/2/code')).toMatch(/«\u00a01001\u00a0».*Vouliez-vous dire «\u00a001001\u00a0»/);
    expect(errors.get('/budget/0/votedCents')).toContain('−12,50');
    expect((await app.inject({ method: 'GET', url: '/api/v1/projects/FAUX-1' })).statusCode).toBe(404);
    const shapeless = await post('/api/v1/projects', { code: 'FAUX-1' });
    expect([shapeless.statusCode, shapeless.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('takes every count of people, and tells no count of a few', async () => {
    const source = { label: 'Registre', url: null };
    const participation = [
      { period: '2024', distinctPeople: 7, attendances: 40, status: 'observed', source },
      { period: '2025', distinctPeople: 11, attendances: 60, status: 'observed', source },
    ];
    const created = await post('/api/v1/projects', { ...garden, code: 'PEU', participation });
    const read = await getJson<{ project: Listed }>(app, '/api/v1/projects/PEU');
    const { versions } = await getJson<{ versions: { definition: Listed }[] }>(app, '/api/v1/projects/PEU/versions');
    const listed = await getJson<Listed[]>(app, '/api/v1/projects');
    const published = [
      { ...participation[0], distinctPeople: { absence: 'suppressed-primary' }, attendances: { value: 40 } },
      { ...participation[1], distinctPeople: { value: 11 }, attendances: { value: 60 } },
    ];
    for (const shown of [
      created.json(),
      read.project,
      versions[0]?.definition,
      listed.find(({ code }) => code === 'PEU'),
    ])
      expect(shown.participation).toEqual(published);
    const { rows } = await database.query<{ people: string }>(
      `select definition -> 'participation' -> 0 ->> 'distinctPeople' as people from project_version
       where definition ->> 'code' = 'PEU'`,
    );
    expect(rows).toEqual([{ people: '7' }]);
  });

  it('lets nobody hide a project among the examples', async () => {
    const hidden = { ...garden, code: 'CACHE-1', isExample: true };
    const file = JSON.stringify({ projects: [hidden] });
    expect((await post('/api/v1/projects', hidden)).statusCode).toBe(400);
    expect((await patch('/api/v1/projects/JARDINS-1', { basedOn: 3, isExample: true })).statusCode).toBe(400);
    await expect(app.get(ProgrammesService).loadText('caches.json', file)).rejects.toThrow(/une faute/);
    expect((await getJson<Listed[]>(app, '/api/v1/projects?examples=true')).map(({ code }) => code)).toEqual([]);
  });

  it('groups projects in programmes', async () => {
    const programme = { code: 'LIENS', fr: { title: 'Recréer des liens', summary: '' }, aims: ['participation'] };
    expect((await post('/api/v1/programmes', programme)).statusCode).toBe(201);
    expect((await post('/api/v1/programmes', programme)).statusCode).toBe(409);
    const source = { label: 'Budget primitif', url: 'https://exemple.fr/budget' };
    const amounts = { year: 2025, votedCents: 500_000, committedCents: null, spentCents: null };
    const budget = [{ ...amounts, status: 'observed', source }];
    const changed = await patch('/api/v1/programmes/LIENS', { budget });
    expect(changed.json()).toMatchObject({ version: 2, budget, fr: programme.fr });
    const negative = await patch('/api/v1/programmes/LIENS', { budget: [{ ...budget[0], votedCents: -1 }] });
    expect(negative.statusCode).toBe(422);
    await patch('/api/v1/projects/JARDINS-1', { basedOn: 3, programme: 'LIENS' });
    const [listed] = await getJson<Listed[]>(app, '/api/v1/projects?programme=LIENS');
    expect(listed?.code).toBe('JARDINS-1');
    expect(await getJson<Listed[]>(app, '/api/v1/projects?programme=AUTRE')).toEqual([]);
  });
});
