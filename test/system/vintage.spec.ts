import { createReadStream } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anApplication, getJson } from '../support/application';
import { aDatabase, TestDatabase } from '../support/database';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';

interface Figure {
  readonly period: string;
  readonly value: number | null;
  readonly absence: string | null;
  readonly status: string;
}

const populations = 'population_communes_2013_2021.csv';
const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].map(String);
const vintages = [2015, 2018, 2021, 2026];

/** Changed since the vintages that come with the reference: every installation knows these. */
const recent: [string, string, string[], number, number][] = [
  ['2019, February', '21183', ['21183', '21507'], 2019, 5],
  ['2019, February', '21452', ['21213', '21452'], 2019, 5],
  ['2022', '85001', ['85001', '85307'], 2021, 7],
  ['2024', '25060', ['25060', '25282', '25549'], 2023, 9],
  ['2025', '79307', ['79060', '79180', '79205', '79212', '79307'], 2024, 9],
];
const older: typeof recent = [
  ['2016', '01015', ['01015', '01340'], 2015, 9],
  ['2016', '61309', ['61112', '61144', '61309', '61337', '61368', '61409'], 2015, 9],
  ['2019', '01033', ['01033', '01091', '01205'], 2018, 9],
];

async function anInstallation(database: TestDatabase, withInsee: boolean): Promise<NestFastifyApplication> {
  const app = await anApplication(database.url);
  const territories = app.get(TerritoriesService);
  await territories.loadReference();
  if (withInsee) {
    await territories.loadInseeFiles(inseeFiles);
  }
  await app.get(CatalogueService).loadDefault();
  const imports = app.get(ImportsService);
  const { batch } = await imports.receive(createReadStream(sharedFile(`data/series/${populations}`)), populations);
  await imports.check(batch.id);
  await imports.publish(batch.id);
  await app.get(RebuildService).rebuild('test');
  return app;
}

const installations = [
  { name: 'with INSEE’s movements', withInsee: true, cases: [...older, ...recent] },
  { name: 'on a fresh installation', withInsee: false, cases: recent },
];

describeWithSharedData('populations at a vintage', () => {
  describe.each(installations)('$name', ({ withInsee, cases }) => {
    let database: TestDatabase;
    let app: NestFastifyApplication;

    const address = (code: string, vintage?: number) =>
      `/api/v1/measures?indicator=POP&level=commune&code=${code}${vintage === undefined ? '' : `&vintage=${vintage}`}`;
    const series = async (code: string, vintage?: number): Promise<Map<string, Figure>> => {
      const { measures } = await getJson<{ measures: Figure[] }>(app, address(code, vintage));
      return new Map(measures.map((row) => [row.period, row]));
    };

    beforeAll(async () => {
      database = await aDatabase();
      app = await anInstallation(database, withInsee);
    }, 240_000);
    afterAll(async () => {
      await app?.close();
      await database?.drop();
    });

    it.each(cases)(
      'a merger of %s: %s equals the sum of %s in every year and vintage',
      async (_, code, parts, last, known) => {
        const whole = await series(code, 2026);
        expect(years.filter((year) => whole.get(year)?.value != null)).toHaveLength(known);
        for (const vintage of vintages) {
          const members = vintage > last ? [code] : parts;
          const found = await Promise.all(members.map((member) => series(member, vintage)));
          for (const year of years) {
            const values = found.map((member) => member.get(year)?.value ?? null);
            const expected = whole.get(year)?.value ?? null;
            if (expected === null) expect(values).toContain(null);
            else {
              expect(values).not.toContain(null);
              const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
              expect(Math.abs(sum - expected)).toBeLessThan(1e-6);
            }
          }
        }
      },
    );

    it('answers for a commune that never changed as it does without a vintage', async () => {
      const plain = await getJson<object>(app, address('47001'));
      expect(await getJson<object>(app, address('47001', 2015))).toEqual(plain);
    });

    it('keeps the published figures of parts, and says which are estimated', async () => {
      const part = await series('85307', 2021);
      expect(part.get('2015')).toMatchObject({ status: 'normal' });
      const merged = await series(withInsee ? '01091' : '85307', withInsee ? 2018 : 2021);
      if (withInsee) expect(merged.get('2021')).toMatchObject({ status: 'estimated' });
      expect(merged.size).toBe(years.length);
    });

    it.each([
      ['25282', 2026, 404],
      ['99999', 2015, 404],
    ])('refuses %s at %d', async (code, vintage, status) => {
      expect((await app.inject({ url: address(code, vintage) })).statusCode).toBe(status);
    });

    it('refuses a vintage for a département', async () => {
      const { statusCode } = await app.inject({
        url: '/api/v1/measures?indicator=POP&level=departement&code=47&vintage=2018',
      });
      expect(statusCode).toBe(400);
    });
  });
});
