import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { listIndicatorNames, listIndicators, listSources } from '../../apps/api/src/catalogue/catalogue.queries';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { aDatabase, type TestDatabase } from '../support/database';

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
});
