import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { Clock } from '../../apps/api/src/platform/clock';
import { readEnv } from '../../apps/api/src/platform/config';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { aDatabase, type TestDatabase } from '../support/database';

class FixedClock extends Clock {
  override now(): Date {
    return new Date('2026-11-22T12:00:00Z');
  }
}

describe('the demonstration', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'sillage-seed-'));
  let test: TestDatabase;
  let database: Database;
  let demonstration: DemonstrationService;

  beforeAll(async () => {
    test = await aDatabase();
    database = new Database(await createDataSource(test.url).initialize());
    const config = readEnv({ DATABASE_URL: test.url, SILLAGE_HOME: home });
    const clock = new FixedClock();
    const imports = new ImportsService(database, config, clock);
    const territories = new TerritoriesService(database, clock);
    demonstration = new DemonstrationService(database, config, territories, imports, new ProgrammesService(database));
    await new CatalogueService(database).loadDefault();
  });
  afterAll(async () => {
    await database.onModuleDestroy();
    await test.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const one = async <Row>(sql: string): Promise<Row> => {
    const { rows } = await database.query<Row>(sql);
    if (!rows[0]) throw new Error(`No row: ${sql}`);
    return rows[0];
  };

  it('is seeded within ten seconds of work, through imports that trace each value to a line', async () => {
    // Time of this process, not of the clock: the machine may be busy with something else.
    const before = process.cpuUsage();
    const report = await demonstration.seed();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(10_000);
    expect(report).toMatchObject({ files: 9 });
    expect(report.values).toBeGreaterThan(40_000);
    expect(readdirSync(path.join(home, 'demonstration'))).toHaveLength(9);
    const batches = await one<{ published: number; demo: number; rejected: number }>(
      `select count(*) filter (where state = 'published')::integer as published,
         count(*) filter (where is_demo and source = 'Données fictives')::integer as demo,
         sum(rejected_count)::integer as rejected
       from import_batch`,
    );
    expect(batches).toEqual({ published: 9, demo: 9, rejected: 0 });
    const observations = await one<{ count: number; traced: number }>(
      `select count(*)::integer as count, count(*) filter (where line > 1)::integer as traced
       from observation join import_batch on import_batch.id = observation.batch_id`,
    );
    expect(observations).toEqual({ count: report.values, traced: report.values });
  });

  it('stands on fictional places only, and is the home', async () => {
    const places = await one<{ fictional: number; real: number; drawn: number }>(
      `select count(*) filter (where is_demo)::integer as fictional, count(*) filter (where not is_demo)::integer as real,
         count(contour.territory_id)::integer as drawn
       from territory left join contour on contour.territory_id = territory.id`,
    );
    expect(places).toEqual({
      fictional: 182 + 8 + 15 + 3 + 6 + 6 + 4 + 1,
      real: 0,
      drawn: 182 + 8 + 15 + 3 + 6 + 6 + 1,
    });
    const { value } = await one<{ value: unknown }>(`select value from setting where key = 'home'`);
    expect(value).toEqual({ level: 'departement', code: '00' });
  });

  it('changes nothing when it is seeded again', async () => {
    const before = await one<{ count: number; last: number }>(
      'select count(*)::integer as count, max(id)::integer as last from import_batch',
    );
    expect(await demonstration.seed()).toEqual({ territories: 0, files: 9, values: 0 });
    expect(await one('select count(*)::integer as count, max(id)::integer as last from import_batch')).toEqual(before);
  });
});
