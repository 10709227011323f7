import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import type { Batch } from '../../apps/api/src/imports/imports.queries';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';

interface MeasureRow {
  readonly period: string;
  readonly value: number | null;
  readonly absence: string | null;
  readonly status: string;
  readonly coverage: number | null;
}

/** From the producers' own files to what the API answers, through the product's own import. */
describeWithSharedData('real French files', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  const batches = new Map<string, Batch>();

  async function importFile(relative: string): Promise<void> {
    const imports = app.get(ImportsService);
    const file = sharedFile(relative);
    const { batch } = await imports.receive(createReadStream(file), path.basename(file));
    await imports.check(batch.id);
    await imports.publish(batch.id);
    batches.set(path.basename(file), await imports.batch(batch.id));
  }

  const count = async (sql: string, ...parameters: unknown[]): Promise<number> => {
    const { rows } = await app.get(Database).query<{ n: number }>(`select count(1)::integer as n ${sql}`, parameters);
    return rows[0]?.n ?? Number.NaN;
  };

  const series = async (indicator: string, level: string, code: string): Promise<Map<string, MeasureRow>> => {
    const { measures } = await getJson<{ measures: MeasureRow[] }>(
      app,
      `/api/v1/measures?indicator=${indicator}&level=${level}&code=${code}`,
    );
    return new Map(measures.map((row) => [row.period, row]));
  };

  beforeAll(async () => {
    own = await anOwnApplication();
    ({ app } = own);
    const territories = app.get(TerritoriesService);
    await territories.loadReference();
    await territories.loadInseeFiles(inseeFiles);
    await territories.loadContours(sharedFile('data/geo/communes-47-lot-et-garonne.geojson'), 'commune', {});
    await territories.chooseHome('47');
    await app.get(CatalogueService).loadDefault();
    await importFile('data/communal/cc_filosofi_2021_COM.csv');
    await importFile('data/series/population_communes_2013_2021.csv');
    await importFile('data/derived/series_departementales_long.csv');
    await importFile('data/derived/rsa_mensuel_dep_long_2017_2020.csv');
    await app.get(RebuildService).rebuild('test');
  }, 240_000);

  afterAll(() => own?.close());

  describe('Filosofi 2021, communes', () => {
    it('reads its 34 909 rows, each with a verdict', () => {
      const batch = batches.get('cc_filosofi_2021_COM.csv');
      expect(batch?.readCount).toBe(34_909);
      expect((batch?.keptCount ?? 0) + (batch?.ignoredCount ?? 0) + (batch?.rejectedCount ?? 0)).toBe(34_909);
    });

    it('holds 4 397 poverty rates, 30 500 secrets and 12 not available', async () => {
      const from = `from observation join indicator on indicator.id = indicator_id where code = 'PREV-11' and`;
      expect(await count(`${from} absence is null`)).toBe(4_397);
      expect(await count(`${from} absence = 1`)).toBe(30_500);
      expect(await count(`${from} absence = 4`)).toBe(12);
    });

    it('reads the decimal comma: 01004 has 50 % of taxed households', async () => {
      expect((await series('PIMP', 'commune', '01004')).get('2021')).toMatchObject({ value: 50 });
    });

    it('gives Mézin its median and keeps its poverty rate secret, never 0', async () => {
      expect((await series('PREV-12', 'commune', '47167')).get('2021')).toMatchObject({ value: 20_110 });
      expect((await series('PREV-11', 'commune', '47167')).get('2021')).toMatchObject({
        value: null,
        absence: 'suppressed-by-source',
      });
    });

    it('shows the secret as `s` in CSV, on the page and on the map', async () => {
      const csv = await app.inject({ url: '/api/v1/measures?indicator=PREV-11&level=commune&code=47167&format=csv' });
      expect(csv.body).toMatch(/47167[^\n]*;s[;\r\n]/);
      const page = await getJson<{ aims: { rows: { code: string; value: string; absence: string | null }[] }[] }>(
        app,
        '/api/v1/pages/territory/commune/47167',
      );
      const row = page.aims.flatMap(({ rows }) => rows).find(({ code }) => code === 'PREV-11');
      expect(row).toMatchObject({ value: 's', absence: 'secret statistique' });
      const sheet = await getJson<{ map: { table: { rows: { text: string; absence?: string }[][] } } }>(
        app,
        '/api/v1/pages/indicator/PREV-11?maille=commune&territoire=departement:47',
      );
      const mezin = sheet.map.table.rows.find(([name]) => name?.text === 'Mézin');
      expect(mezin?.[1]).toMatchObject({ text: 's', absence: 'secret statistique' });
    });
  });

  describe('populations 2013–2021', () => {
    it('adds up Albret Communauté from 26 406 to 25 858', async () => {
      const albret = await series('POP', 'epci', '200068948');
      expect(albret.get('2013')).toMatchObject({ value: 26_406, coverage: 1 });
      expect(albret.get('2021')).toMatchObject({ value: 25_858, coverage: 1 });
    });

    it('adds up Lot-et-Garonne from 333 180 to 331 229', async () => {
      const departement = await series('POP', 'departement', '47');
      expect(departement.get('2013')).toMatchObject({ value: 333_180 });
      expect(departement.get('2021')).toMatchObject({ value: 331_229 });
    });

    it('draws the 319 communes and their 12 EPCI without an orphan', async () => {
      const contours = async (level: string) =>
        (
          await getJson<{ features: { properties: { code: string } }[] }>(
            app,
            `/api/v1/contours/${level}?within=departement:47`,
          )
        ).features;
      const places = async (level: string) =>
        (await getJson<{ total: number }>(app, `/api/v1/territories?level=${level}&within=departement:47`)).total;
      expect(await contours('commune')).toHaveLength(319);
      expect(await places('commune')).toBe(319);
      expect(await contours('epci')).toHaveLength(12);
      expect(await places('epci')).toBe(12);
    });

    it('says that CC des Deux Rives lies in the département by 2 of its 28 communes only', async () => {
      const page = await getJson<{ territory: { notice: string | null } }>(
        app,
        '/api/v1/pages/territory/epci/248200016',
      );
      expect(page.territory.notice).toMatch(/2 (communes )?sur (ses )?28/);
    });
  });

  describe('DREES 2016, children in care', () => {
    it('counts 169 114 in France, not 172 688: no département twice', async () => {
      expect((await series('ASE_ACCUEILLIS', 'france', 'FR')).get('2016')).toMatchObject({ value: 169_114 });
    });
  });

  describe('RSA by month', () => {
    it('has 10 360 recipients in Lot-et-Garonne in October 2020, provisional', async () => {
      expect((await series('RSA_MENSUEL', 'departement', '47')).get('2020-10')).toMatchObject({
        value: 10_360,
        status: 'provisional',
      });
    });
  });
});
