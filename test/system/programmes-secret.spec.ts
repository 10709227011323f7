import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Participation, ProjectFact } from '@sillage/indicators';
import { Database } from '../../apps/api/src/database/database';
import { findProject } from '../../apps/api/src/programmes/programmes.queries';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';

const url = '/api/v1/projects/PEU';
const source = { label: 'Registre', url: null };
const participation: Participation[] = [
  { period: '2025', distinctPeople: 4, attendances: 40, status: 'observed', source },
];
const said = { when: '2025', status: 'observed', source, note: null } as const;
const facts: ProjectFact[] = [
  {
    label: { fr: 'Familles suivies', en: null },
    unit: 'persons',
    indicator: null,
    statements: [
      { low: 6, high: 6, ...said },
      { low: 9, high: 9, ...said },
      { low: 30, high: 30, ...said },
    ],
  },
];
const secret = { absence: 'suppressed-primary' };
type Read = { project: { version: number; participation: object[]; facts: { statements: object[] }[] } };

describe('counts of a few people in a project', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  const read = async () => (await getJson<Read>(app, url)).project;
  const patch = async (change: object) =>
    app.inject({ method: 'PATCH', url, payload: { basedOn: (await read()).version, ...change } });
  const stored = async () => (await findProject(app.get(Database), 'PEU'))!;

  beforeAll(async () => {
    own = await anOwnApplication();
    app = own.app;
    await app
      .get(Database)
      .query(`insert into territory (level, code, name) values ('commune', '01001', 'Abergement')`);
    const territories = [{ level: 'commune', code: '01001', startDate: '2024-03-01' }];
    const payload = { code: 'PEU', fr: { title: 'Peu', summary: '' }, aims: ['prevention'], territories };
    await app.inject({ method: 'POST', url: '/api/v1/projects', payload: { ...payload, participation, facts } });
  });
  afterAll(() => own.close());

  it('are read by nobody', async () => {
    const project = await read();
    expect(project.participation).toMatchObject([{ distinctPeople: secret, attendances: { value: 40 } }]);
    expect(project.facts[0]!.statements).toMatchObject([
      { low: secret, high: secret },
      { low: secret, high: secret },
      { low: { value: 30 }, high: { value: 30 } },
    ]);
  });

  it('stay as they are stored when what was read is sent back', async () => {
    const { participation: attended, facts: told } = await read();
    const more = { period: '2026', distinctPeople: 50, attendances: null, status: 'observed', source };
    const changed = await patch({ participation: [...attended, more], facts: told });
    expect([changed.statusCode, (await stored()).participation, (await stored()).facts]).toEqual([
      200,
      [...participation, more],
      facts,
    ]);
  });

  it.each([
    ['beside another count', { participation: [{ ...participation[0], distinctPeople: secret, attendances: 1 }] }],
    ['of another period', { participation: [{ ...participation[0], period: '2024', distinctPeople: secret }] }],
    [
      'in another unit',
      { facts: [{ ...facts[0], unit: 'count', statements: [{ ...said, low: secret, high: secret }] }] },
    ],
  ])('are not kept %s, which would tell them', async (_name, change) => {
    const before = await stored();
    const refused = await patch(change);
    expect(refused.statusCode).toBe(422);
    expect(refused.json<{ errors: { detail: string }[] }>().errors[0]!.detail).toContain('Écrivez-le de nouveau');
    expect(refused.body).not.toMatch(/\b[469] personnes/);
    expect(await stored()).toEqual(before);
  });

  describe('of a year withheld beside its half', () => {
    const line = (period: string, attendances: number | object) =>
      ({ period, distinctPeople: null, attendances, status: 'observed', source }) as const;
    const year = line('2023', { absence: 'suppressed-secondary' });
    const first = line('2023-S1', { value: 50 });
    const second = line('2023-S2', secret);
    beforeAll(async () => {
      const sent = [line('2023', 59), line('2023-S1', 50), line('2023-S2', 9)];
      expect((await patch({ participation: sent })).statusCode).toBe(200);
    });

    it.each([
      ['without the half of a few', [year, first]],
      ['alone', [year]],
      // whether it is refused would tell, try after try, how large the year is
      ['beside another half', [year, line('2023-S1', 40)]],
      ['twice', [year, year, second]],
    ])('are not kept %s, which would tell them', async (_name, sent) => {
      const before = await stored();
      const refused = await patch({ participation: sent });
      expect(refused.statusCode).toBe(422);
      expect(refused.json<{ errors: { pointer: string; detail: string }[] }>().errors).toContainEqual({
        pointer: expect.stringMatching(/^\/participation\/[01]$/),
        detail: expect.stringContaining('2023\u00a0: un nombre couvert par le secret statistique'),
      });
      expect(await stored()).toEqual(before);
    });

    it('are kept as long as the half of a few is', async () => {
      expect((await patch({ participation: [year, second] })).statusCode).toBe(200);
      expect((await stored()).participation.map(({ attendances }) => attendances)).toEqual([59, 9]);
    });
  });
});
