import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { territoriesCommand } from '../../apps/api/src/territories/territories.commands';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anApplication, getJson } from '../support/application';
import { aDatabase, type TestDatabase } from '../support/database';
import { describeWithSharedData, sharedFile } from '../support/shared';

interface TerritoryBody {
  code: string;
  name: string;
  population: number | null;
  parents: { level: string; code: string; isPartial: boolean }[];
  parts: { level: string; count: number }[];
  notices: string[];
  formerPerimeters: { code: string }[];
}

let test: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await aDatabase();
  app = await anApplication(test.url);
  await app.get(TerritoriesService).loadReference();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const read = (url: string): Promise<TerritoryBody> => getJson<TerritoryBody>(app, `/api/v1/territories/${url}`);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** Runs a command and gives its exit code and what it printed. */
async function command(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await territoriesCommand(app, args);
    const printed = (spy: jest.SpyInstance): string => plain(spy.mock.calls.flat().join('\n'));
    return { code, output: printed(log), errors: printed(error) };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

describe('the territories over HTTP', () => {
  it('tells a commune’s population, parents and parts', async () => {
    const mezin = await read('commune/47167');
    expect(mezin).toMatchObject({ code: '47167', name: 'Mézin', population: 1433, parts: [], notices: [] });
    expect(mezin.parents.map(({ level, code }) => `${level}:${code}`)).toEqual([
      'epci:200068948',
      'arrondissement:474',
      'departement:47',
      'region:75',
      'france:FR',
    ]);
  });

  it('counts a département’s communes, EPCI and arrondissements', async () => {
    const { parts } = await read('departement/47');
    expect(parts).toEqual([
      { level: 'arrondissement', count: 4 },
      { level: 'epci', count: 12 },
      { level: 'commune', count: 319 },
    ]);
  });

  it('says which départements share an EPCI, then how much of it lies in the home one', async () => {
    const abroad = await read('epci/248200016');
    expect(plain(abroad.notices[0] ?? '')).toBe(
      'Ses communes sont réparties entre plusieurs départements : Gers, Lot-et-Garonne et Tarn-et-Garonne.',
    );
    await app.get(TerritoriesService).chooseHome('47');
    const home = await read('epci/248200016');
    expect(plain(home.notices[0] ?? '')).toMatch(
      /^2 de ses 28 communes \(\d+ habitants sur 1\d \d{3}\) sont dans le département Lot-et-Garonne\./,
    );
    const english = await read('epci/248200016?lang=en');
    expect(english.notices[0]).toMatch(/^2 of its 28 communes/);
  });

  it('lists the parts of a level, and those partly outside', async () => {
    const { territories } = await getJson<{ territories: { code: string; isPartial: boolean }[] }>(
      app,
      '/api/v1/territories/departement/47/parts?level=epci',
    );
    expect(territories).toHaveLength(12);
    expect(territories.filter(({ isPartial }) => isPartial).map(({ code }) => code)).toContain('248200016');
  });

  it('searches without accents, inside a territory', async () => {
    const found = await getJson<{ territories: { name: string }[]; total: number }>(
      app,
      '/api/v1/territories?level=commune&within=departement:47&q=mez&limit=5',
    );
    expect(found.territories[0]).toMatchObject({ name: 'Mézin' });
  });

  it.each([
    ['/api/v1/territories/commune/47999', 404, 'Territoire inconnu : commune 47999.'],
    ['/api/v1/territories/comune/47167', 404, 'Échelon inconnu : comune.'],
    ['/api/v1/territories?within=departement:99', 404, 'Territoire inconnu : département 99.'],
    ['/api/v1/territories?within=47', 400, '« 47 » ne désigne pas un territoire'],
    ['/api/v1/contours/commune?within=departement:99', 404, 'Territoire inconnu : département 99.'],
  ])('answers %s with a problem', async (url, status, title) => {
    const response = await app.inject({ method: 'GET', url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(plain((response.json() as { title: string }).title)).toContain(title);
  });

  it('gives an empty map for a territory without contours', async () => {
    expect(await getJson(app, '/api/v1/contours/commune?within=departement:33')).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });
});

describe('the territories at the terminal', () => {
  it.each([
    [[], ''],
    [['load'], ''],
    [['load', 'planets'], 'Action inconnue : load planets.'],
    [['load', 'insee', '--communes', 'a.csv'], 'Il manque l’option --movements.'],
    [['load', 'contours', 'a.geojson'], 'Il manque l’option --level.'],
    [['load', 'contours', '--level', 'commune'], 'Il manque le nom du fichier.'],
    [['load', 'contours', 'a.geojson', '--levels', 'commune'], 'Action inconnue : --levels.'],
    [['load', 'zones'], 'Il manque le nom du fichier.'],
  ])('explains %j, and how to write it', async (args, message) => {
    const { code, errors } = await command(...args);
    expect(code).toBe(2);
    expect(errors.startsWith(message)).toBe(true);
    expect(errors).toContain('sillage territories load reference');
  });

  it('chooses the home territory, and loads the reference once', async () => {
    expect(await command('home', '2A')).toMatchObject({ code: 0, output: 'Territoire d’accueil : Corse-du-Sud.' });
    expect(await command('load', 'reference')).toMatchObject({
      code: 0,
      output: 'Géographie 2026 déjà chargée : rien n’a changé.',
    });
  });
});

describeWithSharedData('the contours over HTTP', () => {
  const url = '/api/v1/contours/commune?within=departement:47';

  it('are loaded at the terminal, and served as one light GeoJSON', async () => {
    const file = sharedFile('data/geo/communes-47-lot-et-garonne.geojson');
    const { output } = await command('load', 'contours', file, '--level', 'commune');
    expect(output).toMatch(/^319 contours chargés \((1\d|20) ko compressés\), \d+ contours déduits/);
    const response = await app.inject({ method: 'GET', url });
    expect(response.headers['content-type']).toContain('application/geo+json');
    const body = response.json() as { features: { properties: unknown }[] };
    expect(body.features).toHaveLength(319);
    expect(body.features[0]?.properties).toEqual({ code: '47001', nom: 'Agen' });
  });

  it('are not sent again to a reader who has them', async () => {
    const first = await app.inject({ method: 'GET', url });
    const again = await app.inject({ method: 'GET', url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
  });

  it('tells of a merger on the sheet of the commune nouvelle', async () => {
    await command(
      ...['load', 'insee', '--communes', sharedFile('data/cog/v_commune_2026.csv')],
      ...['--movements', sharedFile('data/cog/v_mvt_commune_2026.csv')],
    );
    const valserhone = await read('commune/01033');
    expect(plain(valserhone.notices[0] ?? '')).toMatch(
      /réunit depuis le 1er janvier 2019 : Bellegarde-sur-Valserine, Châtillon-en-Michaille et Lancrans\./,
    );
    const split = await read('commune/15031');
    expect(plain(split.notices[0] ?? '')).toMatch(/issu, le 1er janvier 2025, d’un partage de Neussargues/);
  });
});
