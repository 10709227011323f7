import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TerritoryLevel } from '@sillage/indicators';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { Database } from '../../apps/api/src/database/database';
import { findTerritory, listContours } from '../../apps/api/src/territories/territories.queries';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { refusalOf } from '../support/refusal';
import { describeWithSharedData, inseeFiles, sharedFile } from '../support/shared';
import { someTerritories, type TerritoriesUnderTest } from '../support/territories';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-contours-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aFile = (name: string, content: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

/** A square of a tenth of a degree, its sides full of useless points. */
function aSquare(column: number, row: number): Polygon {
  const corners: Position[] = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ];
  const ring = corners.flatMap(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = corners[(index + 1) % 4] ?? [];
    return Array.from({ length: 10 }, (_, step) => [
      (x + ((nextX - x) * step) / 10) / 10,
      (y + ((nextY - y) * step) / 10) / 10,
    ]);
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

const area = (geometry: Polygon | MultiPolygon): number => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ringArea = (ring: readonly Position[]): number =>
    Math.abs(
      ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
        const [previousX = 0, previousY = 0] = ring[index] ?? [];
        return sum + previousX * y - x * previousY;
      }, 0) / 2,
    );
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((hole, ring) => hole + ringArea(ring), 0),
    0,
  );
};

describe('contours', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
  });
  afterAll(() => under.close());

  const contoursOf = async (level: TerritoryLevel, whole: TerritoryLevel, code: string) =>
    listContours(database, level, (await findTerritory(database, whole, code))?.id ?? 0);

  const communes = ['47167', '47221', '47119', '47001'];
  const squares = (property: string) => ({
    type: 'FeatureCollection',
    features: communes.map((code, index) => ({
      type: 'Feature',
      properties: { [property]: code, nom: code },
      geometry: aSquare(index % 2, Math.floor(index / 2)),
    })),
  });

  it.each([
    ['not JSON', 'hello', /GeoJSON/],
    [
      'no polygon',
      { type: 'FeatureCollection', features: [{ properties: { code: '47167' }, geometry: { type: 'Point' } }] },
      /GeoJSON/,
    ],
    ['no code', squares('quoi'), /Aucune propriété .* Propriétés lues : quoi, nom/],
    [
      'Lambert 93',
      {
        type: 'FeatureCollection',
        features: [
          {
            properties: { code: '47167' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [652000, 6862000],
                  [652100, 6862000],
                  [652000, 6862100],
                  [652000, 6862000],
                ],
              ],
            },
          },
        ],
      },
      /longitudes/,
    ],
  ])('refuses a file with %s', async (_, content, reason) => {
    const file = aFile('refused.geojson', content);
    const refusal = await refusalOf(territories.loadContours(file, 'commune'));
    expect(refusal.status).toBe(422);
    expect(refusal.detail).toMatch(reason);
  });

  it('refuses a file whose codes are those of another level', async () => {
    const file = aFile('communes.geojson', squares('code'));
    const refusal = await refusalOf(territories.loadContours(file, 'epci'));
    expect(refusal.detail).toMatch(/échelon epci \(lus : 47167/);
  });

  it.each(['code', 'INSEE_COM', 'codgeo'])('finds the codes under %s', async (property) => {
    const report = await territories.loadContours(aFile('communes.geojson', squares(property)), 'commune');
    expect(report).toMatchObject({ loaded: 4, unmatched: [] });
    expect(report.uncovered).toHaveLength(315);
  });

  it('reads the codes where it is told', async () => {
    const file = aFile('odd.geojson', squares('quoi'));
    expect(await territories.loadContours(file, 'commune', { codeProperty: 'quoi' })).toMatchObject({ loaded: 4 });
  });

  it('keeps the ground of each commune, and draws the levels above by joining them', async () => {
    const drawn = await contoursOf('commune', 'departement', '47');
    expect(drawn.map(({ code }) => code)).toEqual([...communes].sort());
    for (const { geometry } of drawn) expect(area(geometry as Polygon)).toBeCloseTo(0.01, 6);
    const [departement] = await contoursOf('departement', 'departement', '47');
    expect(area(departement?.geometry as Polygon)).toBeCloseTo(0.04, 6);
    // One square of four sides: the borders between the communes are gone.
    expect(departement?.geometry).toMatchObject({ type: 'Polygon', coordinates: [expect.anything()] });
    const [albret] = await contoursOf('epci', 'commune', '47167');
    expect(albret?.code).toBe('200068948');
    expect(await contoursOf('region', 'region', '75')).toEqual([]);
  });

  it('never lets a derived contour take the place of a file’s', async () => {
    const file = aFile('departement.geojson', {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { dep: '47' }, geometry: aSquare(5, 5) }],
    });
    await territories.loadContours(file, 'departement');
    await territories.loadContours(aFile('communes.geojson', squares('code')), 'commune');
    const [departement] = await contoursOf('departement', 'departement', '47');
    expect(area(departement?.geometry as Polygon)).toBeCloseTo(0.01, 6);
  });
});

describeWithSharedData('the contours of Lot-et-Garonne and of France', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
    await territories.loadInseeFiles(inseeFiles);
  });
  afterAll(() => under.close());

  const mapOf = async (level: TerritoryLevel, whole: TerritoryLevel = 'departement', code = '47') => {
    const contours = await listContours(database, level, (await findTerritory(database, whole, code))?.id ?? 0);
    const features = contours.map(({ code: one, name, geometry }) => ({
      type: 'Feature',
      properties: { code: one, nom: name },
      geometry,
    }));
    return { contours, bytes: gzipSync(JSON.stringify({ type: 'FeatureCollection', features })).length };
  };

  it('joins the 319 communes with no orphan, and draws the 12 EPCI from them', async () => {
    const report = await territories.loadContours(sharedFile('data/geo/communes-47-lot-et-garonne.geojson'), 'commune');
    expect(report).toMatchObject({ loaded: 319, unmatched: [], uncovered: [] });
    const communes = await mapOf('commune');
    expect(communes.contours).toHaveLength(319);
    expect(communes.bytes).toBeLessThanOrEqual(20_000);
    for (const { geometry } of communes.contours) expect(area(geometry as Polygon)).toBeGreaterThan(0);
    const epcis = await mapOf('epci');
    expect(epcis.contours).toHaveLength(12);
    expect(epcis.contours.map(({ name }) => name)).toContain('CC des Deux Rives');
    for (const level of ['epci', 'canton', 'arrondissement', 'departement'] as const) {
      expect((await mapOf(level)).bytes).toBeLessThanOrEqual(20_000);
    }
  });

  it('keeps the ground: the département is the sum of its communes, of its EPCI and of its arrondissements', async () => {
    const [whole] = (await mapOf('departement')).contours;
    const ground = area(whole?.geometry as Polygon);
    for (const level of ['commune', 'epci', 'arrondissement', 'canton'] as const) {
      const { contours } = await mapOf(level);
      const sum = contours.reduce((total, { geometry }) => total + area(geometry as Polygon), 0);
      expect(Math.abs(sum / ground - 1)).toBeLessThan(0.002);
    }
    // 5 361 km² at 44.3° north: 0.605 square degrees.
    expect(ground).toBeGreaterThan(0.59);
    expect(ground).toBeLessThan(0.62);
  });

  it('takes the cantons’ names from their contours, whose codes are IGN’s', async () => {
    const report = await territories.loadContours(sharedFile('data/geo/cantons-47-lot-et-garonne.geojson'), 'canton');
    // Agen-3 is a part of a commune: INSEE's partition of whole communes has no such unit.
    expect(report.unmatched).toEqual(['4703']);
    expect(await findTerritory(database, 'canton', '4705')).toMatchObject({ name: 'Albret' });
  });

  it('draws the départements of France, and the régions from them', async () => {
    const report = await territories.loadContours(
      sharedFile('data/geo/departements-version-simplifiee.geojson'),
      'departement',
    );
    expect(report).toMatchObject({ loaded: 96, unmatched: [] });
    expect(report.uncovered).toEqual(['Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte']);
    const france = await mapOf('departement', 'france', 'FR');
    expect(france.contours).toHaveLength(96);
    expect(france.bytes).toBeLessThanOrEqual(20_000);
    expect((await mapOf('region', 'france', 'FR')).contours).toHaveLength(13);
    const overseas = await territories.loadContours(
      sharedFile('data/geo/departements-drom-rapproches-2021-simplifie.geojson'),
      'departement',
    );
    expect(overseas).toMatchObject({ loaded: 101, unmatched: [], uncovered: [] });
    expect((await mapOf('region', 'france', 'FR')).contours).toHaveLength(18);
  });
});
