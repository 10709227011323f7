import type { MultiPolygon, Polygon, Position } from 'geojson';
import { borderLine, bordersOf, type Mesh, outlineOf } from './mesh';
import { type Point, ringArea } from './voronoi';

// An empty patch of map at the latitudes of the mainland: kilometres become degrees at 44.5° north.
const west = 0.1;
const south = 43.9;
const kmPerLongitude = 79.4;
const kmPerLatitude = 111.2;

const toPosition = ([x, y]: Point): Position => [
  Number((west + x / kmPerLongitude).toFixed(4)),
  Number((south + y / kmPerLatitude).toFixed(4)),
];

/** A ring of corners with its jagged borders, closed. */
const toLine = (mesh: Mesh, ring: readonly number[]): Point[] =>
  bordersOf(ring).flatMap(([from, to]) => borderLine(mesh, from, to).slice(0, -1));

/** The contour of a set of cells: their inner borders vanish, the others stay exactly those of the cells. */
export function contourOf(mesh: Mesh, members: readonly number[]): Polygon | MultiPolygon {
  const lines = outlineOf(mesh, members).map((ring) => toLine(mesh, ring));
  const shells = lines.filter((line) => ringArea(line) > 0).sort((a, b) => ringArea(b) - ringArea(a));
  const holes = lines.filter((line) => ringArea(line) <= 0);
  const close = (line: readonly Point[]): Position[] => [...line, line[0]!].map(toPosition);
  const polygons = shells.map((shell) => [
    close(shell),
    ...holes.filter((hole) => shells.find((candidate) => isInside(hole, candidate)) === shell).map(close),
  ]);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Whether most corners of a hole lie in a shell (even-odd rule): the two may touch at a corner. */
function isInside(hole: readonly Point[], shell: readonly Point[]): boolean {
  const inside = hole.filter(([x, y]) => {
    let isIn = false;
    shell.forEach(([fromX, fromY], index) => {
      const [toX, toY] = shell[(index + 1) % shell.length]!;
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isIn = !isIn;
    });
    return isIn;
  });
  return inside.length * 2 > hole.length;
}
