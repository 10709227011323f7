import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FigurePage } from '../../apps/api/src/dashboards/page-facts';
import {
  homePageSchema,
  indicatorPageSchema,
  methodPageSchema,
  provenanceSchema,
  territoryPageSchema,
} from '../../apps/api/src/dashboards/pages.dto';
import { PageDataProvider } from '../../apps/api/src/platform/page-data';
import { getJson, type OwnApplication } from '../support/application';
import { aDemonstration } from '../support/demonstration';

describe('the pages of the demonstration', () => {
  let demonstration: OwnApplication;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    demonstration = await aDemonstration();
    app = demonstration.app;
  }, 120_000);
  afterAll(() => demonstration.close());

  it.each([
    ['home', homePageSchema, '/api/v1/pages/home'],
    ['home in English', homePageSchema, '/api/v1/pages/home?lang=en&map=REVI-01'],
    ['département', territoryPageSchema, '/api/v1/pages/territory/departement/00'],
    ['commune', territoryPageSchema, '/api/v1/pages/territory/commune/00001'],
    ['indicator', indicatorPageSchema, '/api/v1/pages/indicator/PREV-06'],
    ['indicator of a canton', indicatorPageSchema, '/api/v1/pages/indicator/PREV-06?territory=canton:0001'],
    ['method', methodPageSchema, '/api/v1/pages/method'],
    ['provenance', provenanceSchema, '/api/v1/provenance?indicator=POP&level=commune&code=00001&period=2024'],
  ])('%s answers what its contract says', async (_, schema, url) => {
    expect(schema.safeParse(await getJson(app, url)).error).toBeUndefined();
  });

  it('the first reader composes, the next ones get the same bytes, and 304 when they have them', async () => {
    const first = await app.inject({ method: 'GET', url: '/api/v1/pages/indicator/PREV-11' });
    const second = await app.inject({ method: 'GET', url: '/api/v1/pages/indicator/PREV-11' });
    expect(second.body).toBe(first.body);
    const etag = String(first.headers['etag']);
    const third = await app.inject({
      method: 'GET',
      url: '/api/v1/pages/indicator/PREV-11',
      headers: { 'if-none-match': etag },
    });
    expect(third.statusCode).toBe(304);
    expect(third.body).toBe('');
  });

  it('the French names of the dashboard and the English ones of the API name the same view', async () => {
    const english = await app.inject({
      method: 'GET',
      url: '/api/v1/pages/indicator/PREV-06?territory=canton:0001&level=canton',
    });
    const french = await app.inject({
      method: 'GET',
      url: '/api/v1/pages/indicator/PREV-06?territoire=canton:0001&maille=canton',
    });
    expect(french.body).toBe(english.body);
  });

  it('every figure can be taken away as CSV, SVG and PNG at the addresses that it gives', async () => {
    const page = await getJson<Record<'trend' | 'map' | 'ranking', FigurePage>>(app, '/api/v1/pages/indicator/PREV-06');
    for (const figure of [page.trend, page.map, page.ranking]) {
      const [csv, svg, png] = await Promise.all(
        [figure.downloads.csv, figure.downloads.svg, figure.downloads.png].map((url) =>
          app.inject({ method: 'GET', url }),
        ),
      );
      expect(csv!.body.startsWith('\ufeff')).toBe(true);
      expect(csv!.body.split('\r\n').filter((line) => line !== '').length).toBeGreaterThan(figure.table.rows.length);
      expect(csv!.body).toContain('Données fictives');
      expect(svg!.headers['content-type']).toContain('image/svg+xml');
      expect(svg!.body).not.toMatch(/\sstyle=/);
      expect(png!.rawPayload.subarray(1, 4).toString('latin1')).toBe('PNG');
    }
  });

  it('a secret stays one on the page, the map and in the file', async () => {
    const url = '/api/v1/pages/indicator/PREV-11?level=commune';
    const page = indicatorPageSchema.parse(await getJson(app, url));
    const map = page.map!;
    const hidden = map.table.rows.filter(([, value]) => value!.text === 's');
    expect(hidden.length).toBeGreaterThan(100);
    expect(hidden.every(([, value]) => value!.absence === 'secret statistique')).toBe(true);
    expect(map.legend.some(({ label, pattern }) => pattern === 'dots' && label.startsWith('secret statistique'))).toBe(
      true,
    );
    const csv = (await app.inject({ method: 'GET', url: map.downloads.csv })).body;
    expect(csv).toContain(`${hidden[0]![0]!.text};s;`);
    const areas = (map.facts as { areas: { measure: object }[] }).areas;
    expect(
      areas.filter(({ measure }) => 'absence' in measure).every(({ measure }) => Object.keys(measure).length === 1),
    ).toBe(true);
  });

  it('gives the HTML the very bytes of the API, under the address that the dashboard asks', async () => {
    const provider = app.get(PageDataProvider, { strict: false });
    const found = await provider.find('/indicateurs/PREV-06', new URLSearchParams('lang=en&territoire=canton:0001'));
    expect(found!.key).toBe('/api/v1/pages/indicator/PREV-06?lang=en&territory=canton%3A0001');
    expect((await app.inject({ method: 'GET', url: found!.key })).body).toBe(found!.json);
    // pages without data of their own still print the département's name at once
    expect((await provider.find('/imports', new URLSearchParams()))?.key).toBe('/api/v1/pages/method');
  });

  it.each([
    ['/api/v1/pages/territory/commune/99999', 404, 'territoire-inconnu'],
    ['/api/v1/pages/territory/planete/1', 404, 'territoire-inconnu'],
    ['/api/v1/pages/indicator/NOPE', 404, 'indicateur-inconnu'],
    ['/api/v1/pages/home?version=999', 404, 'version-inconnue'],
    ['/api/v1/pages/indicator/PREV-06?period=hier', 400, 'parametre-invalide'],
    ['/api/v1/figures/home/pie/csv', 404, 'figure-inconnue'],
    ['/api/v1/provenance?indicator=POP&level=commune&code=00001&period=1901', 404, 'donnee-inconnue'],
  ])('%s is refused with %d', async (url, status, code) => {
    const response = await app.inject({ method: 'GET', url });
    expect(response.statusCode).toBe(status);
    expect(response.json().type).toContain(code);
  });
});
