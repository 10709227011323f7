import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readStamps } from '../../apps/api/src/dashboards/pages.queries';
import { Database } from '../../apps/api/src/database/database';
import { firstStart } from '../../apps/api/src/first-start';
import { anApplication, getJson } from '../support/application';
import { aDatabase, type TestDatabase } from '../support/database';

const anEvaluation = {
  conclusion: 'refused',
  certainty: null,
  result: { status: 'refused', method: null, code: 'no-data-before', facts: {} },
  crossChecks: [],
  evidence: { level: 0, losses: [] },
  checks: [],
  smallestVisibleEffect: null,
  methodVersion: '1',
  seed: 1,
};
const aPool = { level: 'commune', treated: [], donors: [], excluded: [], periods: [] };

describe('pages kept', () => {
  let testDatabase: TestDatabase;
  let app: NestFastifyApplication;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await aDatabase();
    app = await anApplication(testDatabase.url);
    await firstStart(app, { withFigures: true, say: () => undefined });
    database = app.get(Database, { strict: false });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await testDatabase.drop();
  });

  /** Of one address: the others are composed ahead of their readers meanwhile. */
  const countPages = async (address: string): Promise<number> => {
    const page = address.replace('/api/v1/pages/', '');
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::integer as count from page where position($1 in key) > 0',
      [` ${page}`],
    );
    return rows[0]!.count;
  };

  it.each([
    ['/api/v1/pages/home', ['map=a', 'map=b', 'carte=c', 'other=d']],
    ['/api/v1/pages/indicator/PREV-06', ['period=1801', 'period=1802-03', 'periode=2199', 'other=d']],
  ])('%s stores nothing for what does not exist', async (url, queries) => {
    const usual = await app.inject({ method: 'GET', url });
    const before = await countPages(url);
    for (const query of queries) {
      const response = await app.inject({ method: 'GET', url: `${url}?${query}` });
      expect(response.body).toBe(usual.body);
    }
    expect(before).toBe(1);
    expect(await countPages(url)).toBe(before);
  });

  it('a map appears once its contours are loaded, without a new state', async () => {
    const load = async (sql: string): Promise<number> => {
      await database.query(sql);
      await database.query(
        `insert into setting (key, value) values ('geography-loaded', to_jsonb(clock_timestamp()::text))
         on conflict (key) do update set value = excluded.value`,
      );
      // The stamp is read a few times a second at most
      await pause(300);
      return (await getJson<{ features: unknown[] }>(app, '/api/v1/maps/commune')).features.length;
    };
    await database.query('create table kept as select * from contour');
    expect(await load('delete from contour')).toBe(0);
    expect(await load('insert into contour select * from kept')).toBeGreaterThan(100);
  });

  it('a corrected source makes the pages anew', async () => {
    const { plain: before } = await readStamps(database, '2026-11-22');
    await database.query(`update source set definition = definition || '{"note": "corrected"}'`);
    expect((await readStamps(database, '2026-11-22')).plain).not.toBe(before);
  });

  it('an estimation makes anew the pages that show projects, and no other', async () => {
    const tags = async (): Promise<Record<string, string>> => {
      // the stamps are read a few times a second at most
      await pause(300);
      const found: Record<string, string> = {};
      for (const page of [
        'home',
        'projects',
        'territory/departement/00',
        'projects/MEZIN-ESAT',
        'method',
        'indicator/PREV-06',
      ]) {
        const { headers } = await app.inject({ method: 'GET', url: `/api/v1/pages/${page}` });
        found[page] = String(headers.etag);
      }
      return found;
    };
    const before = await tags();
    await database.query(
      `with made as (
         insert into evaluation (project_id, indicator_id, state_version, method_version, seed, input_hash, result, pool, computed_at)
         select project.id, indicator.id, state.version, '1', 1, '', $1, $2, now()
         from (select id from project where code = 'MEZIN-ESAT') project, (select min(id) as id from indicator) indicator,
           current_state state
         returning id, project_id, indicator_id)
       insert into current_evaluation select project_id, indicator_id, id, null from made`,
      [JSON.stringify(anEvaluation), JSON.stringify(aPool)],
    );
    const after = await tags();
    const changed = Object.keys(after).filter((page) => after[page] !== before[page]);
    expect(changed).toEqual(['home', 'projects', 'territory/departement/00', 'projects/MEZIN-ESAT']);
  });
});
