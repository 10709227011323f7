import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { aDatabase, TestDatabase } from '../support/database';
import { ImportsUnderTest, someImports } from '../support/imports';
import { describeWithSharedData, sharedFile } from '../support/shared';

describeWithSharedData('producers’ files of recent years on a fresh installation', () => {
  let database: TestDatabase;
  let under: ImportsUnderTest;
  beforeAll(async () => {
    database = await aDatabase();
    under = await someImports(database.url);
    await new TerritoriesService(under.database, under.clock).loadReference();
    await new CatalogueService(under.database).loadDefault();
  }, 240_000);
  afterAll(async () => {
    await under?.close();
    await database?.drop();
  });

  it.each([
    ['data/communal/cc_filosofi_2021_COM.csv', 34_909, 2024],
    ['data/series/population_communes_2013_2021.csv', 34_995, 2019],
  ])('keeps every row of %s, whose communes have merged since', async (file, rows, vintage) => {
    const { outcome, read, kept, rejected, reading, groups } = await under.imports.checkFile(sharedFile(file));
    expect(outcome).toMatch(/^accept/);
    expect({ read, kept, rejected }).toEqual({ read: rows, kept: rows, rejected: 0 });
    expect(reading).toMatchObject({ level: 'commune', vintage });
    expect(groups.map(({ code }) => code)).not.toContain('CODE_AUTRE_MILLESIME');
  });
});
