import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Position } from 'geojson';
import {
  demonstrationContent,
  demonstrationTerritories,
} from '../../apps/api/src/demonstration/geography/demonstration-content';
import { demonstrationDepartement } from '../../apps/api/src/demonstration/geography/demonstration-departement';

const departement = demonstrationDepartement();
const content = demonstrationContent(departement);
const official = (file: string): { nom: string }[] =>
  JSON.parse(readFileSync(createRequire(__filename).resolve(`@etalab/decoupage-administratif/data/${file}`), 'utf8'));

const ringsOf = (level: string, code: string): Position[][] => {
  const geometry = content.contours.find((contour) => contour.level === level && contour.code === code)?.geometry;
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat();
  throw new Error(`No contour for ${level} ${code}`);
};

const area = (ring: Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = ring[index] as [number, number];
    return sum + (fromX * (y ?? 0) - (x ?? 0) * fromY) / 2;
  }, 0);
const areaOf = (level: string, code: string): number => ringsOf(level, code).reduce((sum, ring) => sum + area(ring), 0);

const communeCodes = departement.communes.map((commune) => commune.code);
const wholes = ['epci', 'canton', 'arrondissement', 'mds', 'departement'];

describe('the fictional département', () => {
  it('is the same at every call and on every machine', () => {
    const again = demonstrationContent(demonstrationDepartement());
    expect(again).toEqual(content);
    // Node 20, 22 and 24 compute the same bytes: coordinates are rounded to ten metres.
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
    expect(hash).toBe('b8cf3626e9c48d4c');
  });

  it('has the size of a small département', () => {
    expect(communeCodes).toHaveLength(182);
    const counts = wholes.map((level) => content.territories.filter((row) => row.level === level).length);
    expect(counts).toEqual([8, 15, 3, 6, 1]);
    const [whole] = content.territories.filter((row) => row.level === 'departement');
    expect(whole).toMatchObject({ code: '00', population: expect.any(Number) });
    expect(whole?.population).toBeGreaterThan(150_000);
    expect(departement.communes.filter((commune) => commune.population < 100).length).toBeGreaterThan(5);
  });

  it.each(wholes)('puts each commune in exactly one %s', (level) => {
    const links = content.links.filter((link) => link.parentLevel === level);
    expect(links.map((link) => link.childCode).sort()).toEqual(communeCodes);
    const parents = content.territories.filter((row) => row.level === level);
    const inhabitants = parents.reduce((sum, row) => sum + row.population, 0);
    expect(inhabitants).toBe(departement.communes.reduce((sum, commune) => sum + commune.population, 0));
  });

  it('names no real place', () => {
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ');
    const real = new Set(
      ['communes.json', 'departements.json', 'regions.json']
        .flatMap((file) => official(file))
        .map((row) => plain(row.nom)),
    );
    expect(real.size).toBeGreaterThan(30_000);
    const invented = content.territories.filter((row) => ['commune', 'departement'].includes(row.level));
    expect(invented.map((row) => row.name).filter((name) => real.has(plain(name)))).toEqual([]);
    expect(new Set(invented.map((row) => row.name)).size).toBe(invented.length);
  });

  it('draws borders that neighbours share exactly', () => {
    const count = new Map<string, number>();
    for (const code of communeCodes) {
      for (const ring of ringsOf('commune', code)) {
        expect(ring[0]).toEqual(ring.at(-1));
        ring.slice(1).forEach((point, index) => {
          const key = `${ring[index]} ${point}`;
          count.set(key, (count.get(key) ?? 0) + 1);
        });
      }
    }
    // A piece of border is drawn once in each direction: by both neighbours, or by the commune and the outside.
    expect(Math.max(...count.values())).toBe(1);
    const outer = [...count.keys()].filter((key) => !count.has(key.split(' ').reverse().join(' ')));
    const outline = ringsOf('departement', '00').flatMap((ring) =>
      ring.slice(1).map((point, index) => `${ring[index]} ${point}`),
    );
    expect(outer.sort()).toEqual(outline.sort());
  });

  it.each(wholes)('covers its outline, without gap or overlap, by its %s', (level) => {
    const parts = content.territories.filter((row) => row.level === level);
    const communes = communeCodes.reduce((sum, code) => sum + areaOf('commune', code), 0);
    for (const code of communeCodes) expect(areaOf('commune', code)).toBeGreaterThan(0);
    expect(parts.reduce((sum, row) => sum + areaOf(level, row.code), 0)).toBeCloseTo(communes, 9);
  });

  it('keeps its groups in one piece', () => {
    const contours = content.contours.filter((contour) =>
      ['epci', 'canton', 'mds', 'departement'].includes(contour.level),
    );
    expect(contours.map((contour) => contour.geometry.type)).toEqual(contours.map(() => 'Polygon'));
  });

  it('stands apart from real codes', () => {
    const territories = demonstrationTerritories(departement);
    expect(territories.filter((row) => row.level === 'commune').every((row) => /^00\d{3}$/.test(row.code))).toBe(true);
    expect(new Set(territories.map((row) => row.code)).size).toBe(territories.length);
  });
});
