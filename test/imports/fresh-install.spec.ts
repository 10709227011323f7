import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { ImportsUnderTest, someImports } from '../support/imports';
import { describeWithSharedData, sharedFile } from '../support/shared';

describeWithSharedData('producers’ files of recent years on a fresh installation', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await new TerritoriesService(under.database, under.clock).loadReference();
  }, 240_000);
  afterAll(() => under?.close());

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

describeWithSharedData('populations 2013–2021, imported on a fresh installation', () => {
  const file = sharedFile('data/series/population_communes_2013_2021.csv');
  let own: OwnApplication;
  let app: NestFastifyApplication;
  /** By code of 2019: the population of each year from 2013 to 2021, as the file has it. */
  const inFile = new Map<string, (number | null)[]>();

  beforeAll(async () => {
    for (const line of (await readFile(file, 'utf8')).split(/\r?\n/)) {
      const cells = line.split(',');
      inFile.set(
        cells[4] ?? '',
        cells.slice(-9).map((cell) => (cell === '' ? null : Number(cell))),
      );
    }
    own = await anOwnApplication();
    ({ app } = own);
    await app.get(TerritoriesService).loadReference();
    await app.get(CatalogueService).loadDefault();
    const imports = app.get(ImportsService);
    const { batch } = await imports.receive(createReadStream(file), 'population_communes_2013_2021.csv');
    await imports.check(batch.id);
    await imports.publish(batch.id);
    await app.get(RebuildService).rebuild('test');
  }, 240_000);
  afterAll(() => own?.close());

  // Each year of the file is in its own geography: the cell of a commune that had merged by then is empty.
  it.each([
    ['merged in 2019', '21452', ['21213', '21452'], 5],
    ['merged in 2022', '85001', ['85001', '85307'], 7],
    ['merged in 2024', '25060', ['25060', '25282', '25549'], 9],
    ['merged in 2025', '79307', ['79060', '79180', '79205', '79212', '79307'], 9],
    ['moved to another code', '12218', ['12076'], 9],
    ['moved to another code and back', '27676', ['27676'], 7],
  ])(
    'a commune %s (%s) has the population of its parts in the years that have them all',
    async (_, code, parts, known) => {
      const { measures } = await getJson<{ measures: { period: string; value: number | null }[] }>(
        app,
        `/api/v1/measures?indicator=POP&level=commune&code=${code}`,
      );
      const found = new Map(measures.map(({ period, value }) => [period, value]));
      const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];
      const sums = years.map((_year, index) =>
        parts.reduce<number | null>((sum, part) => {
          const value = inFile.get(part)?.[index] ?? null;
          return sum === null || value === null ? null : sum + value;
        }, 0),
      );
      expect(sums.filter((sum) => sum !== null)).toHaveLength(known);
      expect(years.map((year) => found.get(String(year)) ?? null)).toEqual(sums);
    },
  );
});
