import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IndicatorDefinition } from '@sillage/indicators';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { exampleNames } from '../../apps/api/src/demonstration/example-files';
import { anOwnApplication, getJson, type OwnApplication } from '../support/application';

describe('the catalogue’s API', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    own = await anOwnApplication();
    app = own.app;
    await app.get(CatalogueService).loadDefault();
  });
  afterAll(() => own.close());

  type Listed = IndicatorDefinition & { id: number; version: number };

  it('lists the indicators, of one aim, or that hold some words', async () => {
    const all = await getJson<Listed[]>(app, '/api/v1/indicators');
    expect(all.filter((indicator) => indicator.aim !== null)).toHaveLength(53);
    const prevention = await getJson<Listed[]>(app, '/api/v1/indicators?aim=prevention');
    expect(prevention.map((indicator) => indicator.code)).toContain('PREV-01');
    expect(new Set(prevention.map((indicator) => indicator.aim))).toEqual(new Set(['prevention']));
    const found = await getJson<Listed[]>(app, `/api/v1/indicators?q=${encodeURIComponent('taux de pauvrete')}`);
    expect(found.map((indicator) => indicator.code)).toContain('PREV-11');
    expect(found.length).toBeLessThan(20);
  });

  it('refuses an aim that does not exist', async () => {
    const response = await app.inject({ method: 'GET', url: '/api/v1/indicators?aim=economie' });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('gives an indicator with all its versions', async () => {
    const { indicator, versions } = await getJson<{ indicator: Listed; versions: { version: number }[] }>(
      app,
      '/api/v1/indicators/REVI-03',
    );
    expect(indicator).toMatchObject({ code: 'REVI-03', version: 1, suppressionThreshold: 11 });
    expect(versions.map((row) => row.version)).toEqual([1]);
  });

  it('says in French that a code is unknown', async () => {
    const response = await app.inject({ method: 'GET', url: '/api/v1/indicators/PREV-99' });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ title: expect.stringContaining('PREV-99') });
  });

  it('adds an indicator once', async () => {
    const [first] = await getJson<Listed[]>(app, '/api/v1/indicators?q=PREV-14');
    const { id: _id, version: _version, ...definition } = first!;
    const payload = { ...definition, code: 'LOCAL-14' };
    const added = await app.inject({ method: 'POST', url: '/api/v1/indicators', payload });
    expect([added.statusCode, added.json().version]).toEqual([201, 1]);
    const again = await app.inject({ method: 'POST', url: '/api/v1/indicators', payload });
    expect(again.statusCode).toBe(409);
    const partial = await app.inject({ method: 'POST', url: '/api/v1/indicators', payload: { code: 'LOCAL-15' } });
    expect(partial.statusCode).toBe(400);
    expect(partial.json().errors.length).toBeGreaterThan(5);
  });

  it('lists the sources with their licences', async () => {
    const sources = await getJson<{ code: string; licence: string }[]>(app, '/api/v1/sources');
    expect(sources.find((source) => source.code === 'insee-filosofi')?.licence).toBe('Licence Ouverte 2.0');
  });

  it('offers example files to download', async () => {
    const { examples } = await getJson<{ examples: { name: string; label: string; url: string }[] }>(
      app,
      '/api/v1/imports/examples?lang=en',
    );
    expect(examples.map((example) => example.name)).toEqual([...exampleNames]);
    for (const { name, url } of examples) {
      const response = await app.inject({ method: 'GET', url });
      expect(response.statusCode).toBe(200);
      expect(response.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
      expect(response.body.split('\n').length).toBeGreaterThan(7);
    }
    const unknown = await app.inject({ method: 'GET', url: '/api/v1/imports/examples/autre.csv' });
    expect(unknown.statusCode).toBe(404);
  });
});
