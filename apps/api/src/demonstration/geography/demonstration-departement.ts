import type { Geometry } from 'geojson';
import { normalDraw, randomFrom } from '../random';
import { contourOf } from './contour';
import { type Graph, graphOfGroups, growGroups, spreadSeeds } from './grow-groups';
import { inventedNames } from './invented-names';
import { meshOf, neighboursOf } from './mesh';
import { centroid, type Point, type Ring, relaxedSites, ringArea, voronoiCells } from './voronoi';

const communeCount = 182;
const boxKm = 124;
const siteCount = 500;
const townPopulations = [27_400, 12_900, 9_600, 7_300, 5_900, 4_700, 3_800, 3_100];

export interface DemonstrationCommune {
  readonly code: string;
  readonly name: string;
  /** Municipal population of the last year. */
  readonly population: number;
  readonly areaKm2: number;
  readonly place: Point;
  /** Ranks of the groups that it belongs to. */
  readonly epci: number;
  readonly canton: number;
  readonly arrondissement: number;
  readonly mds: number;
}

export interface DemonstrationGroup {
  readonly code: string;
  readonly name: string;
  /** Ranks of its communes. */
  readonly communes: readonly number[];
}

export interface DemonstrationDepartement {
  readonly communes: readonly DemonstrationCommune[];
  readonly epci: readonly DemonstrationGroup[];
  readonly cantons: readonly DemonstrationGroup[];
  readonly arrondissements: readonly DemonstrationGroup[];
  readonly mds: readonly DemonstrationGroup[];
  /** Communes of the Petites villes de demain programme, by rank. */
  readonly pvd: readonly number[];
  readonly contour: (communes: readonly number[]) => Geometry;
}

/** The fictional département: the same at every call, on every machine. */
export function demonstrationDepartement(): DemonstrationDepartement {
  const random = randomFrom('departement');
  const rings = chooseCells();
  const mesh = meshOf(rings);
  const places = rings.map(centroid);
  const graph: Graph = { points: places, neighbours: neighboursOf(mesh) };
  const towns = chooseTowns(graph);
  const populations = drawPopulations(places, towns);

  const epci = growGroups(
    graph,
    towns,
    populations.map((population) => 12 + Math.sqrt(population)),
  );
  const cantonSeeds = spreadSeeds(places, towns, 15);
  const cantons = growGroups(
    graph,
    cantonSeeds,
    populations.map((population) => population ** 0.6),
  );
  const cantonGraph = graphOfGroups(graph, cantons, cantonSeeds);
  const mdsSeeds = spreadSeeds(cantonGraph.points, [0], 6);
  const mdsOfCanton = growGroups(
    cantonGraph,
    mdsSeeds,
    cantonSeeds.map(() => 1),
  );
  const epciGraph = graphOfGroups(graph, epci, towns);
  const arrondissementSeeds = spreadSeeds(epciGraph.points, [0], 3);
  const arrondissementOfEpci = growGroups(
    epciGraph,
    arrondissementSeeds,
    towns.map(() => 1),
  );

  const names = nameCommunes(populations);
  const communes = places.map((place, rank) => ({
    code: String(rank + 1).padStart(5, '0'),
    name: names[rank]!,
    population: populations[rank]!,
    areaKm2: Number(ringArea(rings[rank]!).toFixed(1)),
    place,
    epci: epci[rank]!,
    canton: cantons[rank]!,
    arrondissement: arrondissementOfEpci[epci[rank]!]!,
    mds: mdsOfCanton[cantons[rank]!]!,
  }));
  const seat = (members: readonly number[]): string =>
    names[members.reduce((best, rank) => (populations[rank]! > populations[best]! ? rank : best))]!;
  const groups = (
    key: 'epci' | 'canton' | 'arrondissement' | 'mds',
    count: number,
    describe: (rank: number, seat: string) => { code: string; name: string },
  ): DemonstrationGroup[] =>
    Array.from({ length: count }, (_, group) => {
      const members = communes.flatMap((commune, rank) => (commune[key] === group ? [rank] : []));
      return { ...describe(group, seat(members)), communes: members };
    });
  const pad = (rank: number, length: number): string => String(rank + 1).padStart(length, '0');
  const pvd = communes
    .map((_, rank) => rank)
    .filter((rank) => populations[rank]! > 1_900 && populations[rank]! < 8_000)
    .filter(() => random() < 0.8)
    .slice(0, 6);
  return {
    communes,
    epci: groups('epci', 8, (rank, name) => ({
      code: pad(rank, 9),
      name: rank === 0 ? `CA ${ofPlace(name)}` : `CC du Pays ${ofPlace(name)}`,
    })),
    cantons: groups('canton', 15, (rank, name) => ({ code: pad(rank, 4), name: `Canton ${ofPlace(name)}` })),
    arrondissements: groups('arrondissement', 3, (rank, name) => ({ code: pad(rank, 3), name })),
    mds: groups('mds', 6, (rank, name) => ({
      code: `MDS${pad(rank, 2)}`,
      name: `Maison des solidarités ${ofPlace(name)}`,
    })),
    pvd,
    contour: (members) => contourOf(mesh, members),
  };
}

const ofPlace = (name: string): string => (/^[AEIOUÉÈ]/.test(name) ? `d’${name}` : `de ${name}`);

/** Cells of a larger rectangle that fall in an uneven patch: the border is made of their own borders, as in reality. */
function chooseCells(): Ring[] {
  const random = randomFrom('outline');
  const sites = relaxedSites(siteCount, boxKm, boxKm, 2, random);
  const waves = [1, 2, 3, 5].map((turns) => ({
    turns,
    size: (0.24 * random() + 0.06) / Math.sqrt(turns),
    shift: random() * 7,
  }));
  const remoteness = ([x, y]: Point): number => {
    const [dx, dy] = [x - boxKm / 2, y - boxKm / 2];
    const angle = Math.atan2(dy, dx);
    const reach = waves.reduce((sum, { turns, size, shift }) => sum + size * Math.cos(turns * angle + shift), 1);
    return Math.hypot(dx, dy) / reach;
  };
  const cells = voronoiCells(sites, boxKm, boxKm);
  const chosen = sites
    .map((site, index) => ({ index, remoteness: remoteness(site) }))
    .sort((a, b) => a.remoteness - b.remoteness)
    .slice(0, communeCount)
    .map(({ index }) => cells[index]!);
  // Numbered from north to south, then from west to east, by bands.
  const band = (ring: Ring): number => -Math.floor(centroid(ring)[1] / 8);
  return chosen.sort((a, b) => band(a) - band(b) || centroid(a)[0] - centroid(b)[0]);
}

/** The main town near the middle, seven others far from each other and away from the border. */
function chooseTowns({ points, neighbours }: Graph): number[] {
  const inner = points.map((_, rank) => rank).filter((rank) => (neighbours[rank]?.length ?? 0) >= 5);
  const middle: Point = [boxKm / 2 - 4, boxKm / 2 + 3];
  const gap = (rank: number): number => Math.hypot(points[rank]![0] - middle[0], points[rank]![1] - middle[1]);
  const main = inner.reduce((best, rank) => (gap(rank) < gap(best) ? rank : best));
  const innerPoints = inner.map((rank) => points[rank]!);
  return spreadSeeds(innerPoints, [inner.indexOf(main)], townPopulations.length).map((index) => inner[index]!);
}

/** Villages follow a lognormal law; near a town they are larger. */
function drawPopulations(places: readonly Point[], towns: readonly number[]): number[] {
  const random = randomFrom('populations');
  return places.map((place, rank) => {
    const town = towns.indexOf(rank);
    const draw = normalDraw(random);
    if (town >= 0) return townPopulations[town]!;
    const pull = towns.reduce((sum, other, index) => {
      const km = Math.hypot(place[0] - places[other]![0], place[1] - places[other]![1]);
      return sum + (townPopulations[index]! / 9_000) * Math.exp(-km / 7);
    }, 0);
    return Math.max(46, Math.round(Math.exp(5.85 + 0.78 * draw) * (1 + pull)));
  });
}

/** The plainest names go to the largest communes. */
function nameCommunes(populations: readonly number[]): string[] {
  const names = inventedNames(populations.length, randomFrom('names'));
  const bySize = populations.map((_, rank) => rank).sort((a, b) => populations[b]! - populations[a]!);
  const given: string[] = [];
  bySize.forEach((rank, index) => {
    given[rank] = names[index]!;
  });
  return given;
}
