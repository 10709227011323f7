import { randomFrom } from '../random';
import type { Point, Ring } from './voronoi';

/** Cells that share their corners: corner numbers instead of coordinates, so that a shared border is the same border. */
export interface Mesh {
  readonly corners: readonly Point[];
  /** Corner numbers of each cell, anticlockwise. */
  readonly cells: readonly (readonly number[])[];
}

/** Corners nearer than this become one: no border of a commune is shorter. */
const smallestBorderKm = 0.5;

export function meshOf(rings: readonly Ring[]): Mesh {
  const corners: Point[] = [];
  const grid = new Map<string, number[]>();
  const cellOf = (value: number): number => Math.floor(value / smallestBorderKm);
  const cornerNumber = (point: Point): number => {
    const [column, row] = [cellOf(point[0]), cellOf(point[1])];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const corner of grid.get(`${column + dx} ${row + dy}`) ?? []) {
          const [x, y] = corners[corner]!;
          if (Math.hypot(x - point[0], y - point[1]) < smallestBorderKm) return corner;
        }
      }
    }
    corners.push(point);
    const key = `${column} ${row}`;
    grid.set(key, [...(grid.get(key) ?? []), corners.length - 1]);
    return corners.length - 1;
  };
  const cells = rings.map((ring) => {
    const numbers = ring.map(cornerNumber);
    return numbers.filter((number, index) => number !== numbers[(index + 1) % numbers.length]);
  });
  return { corners, cells };
}

/** Borders of a cell, as pairs of corners in its own direction. */
export const bordersOf = (cell: readonly number[]): [number, number][] =>
  cell.map((corner, index) => [corner, cell[(index + 1) % cell.length]!]);

const borderKey = (from: number, to: number): string => (from < to ? `${from} ${to}` : `${to} ${from}`);

/** For each cell, the cells that share a border with it. */
export function neighboursOf({ cells }: Mesh): number[][] {
  const owners = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    for (const [from, to] of bordersOf(cell)) {
      const key = borderKey(from, to);
      owners.set(key, [...(owners.get(key) ?? []), index]);
    }
  });
  return cells.map((cell, index) => {
    const near = bordersOf(cell).flatMap(([from, to]) => owners.get(borderKey(from, to)) ?? []);
    return [...new Set(near)].filter((other) => other !== index).sort((a, b) => a - b);
  });
}

/** A border drawn as a stream or a ridge would: points moved aside, by the same draw whichever side it is seen from. */
export function borderLine(mesh: Mesh, from: number, to: number): Point[] {
  if (from > to) return borderLine(mesh, to, from).reverse();
  const { corners } = mesh;
  const random = randomFrom(`border ${from} ${to}`);
  let line: Point[] = [corners[from]!, corners[to]!];
  for (let level = 0; level < 3; level += 1) {
    line = line.flatMap((point, index) => {
      const next = line[index + 1];
      if (!next) return [point];
      const aside = (random() - 0.5) * 0.34;
      const [dx, dy] = [next[0] - point[0], next[1] - point[1]];
      return [point, [(point[0] + next[0]) / 2 - dy * aside, (point[1] + next[1]) / 2 + dx * aside] as Point];
    });
  }
  return line;
}

/** The rings around a set of cells, in corner numbers: borders that only one of them has, end to end. */
export function outlineOf({ cells }: Mesh, members: readonly number[]): number[][] {
  const count = new Map<string, number>();
  for (const member of members) {
    for (const [from, to] of bordersOf(cells[member]!)) {
      count.set(borderKey(from, to), (count.get(borderKey(from, to)) ?? 0) + 1);
    }
  }
  const next = new Map<number, number[]>();
  for (const member of members) {
    for (const [from, to] of bordersOf(cells[member]!)) {
      if (count.get(borderKey(from, to)) === 1) next.set(from, [...(next.get(from) ?? []), to]);
    }
  }
  const rings: number[][] = [];
  for (const start of [...next.keys()].sort((a, b) => a - b)) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const ring: number[] = [];
      let corner = start;
      do {
        ring.push(corner);
        const following = next.get(corner)?.pop();
        if (following === undefined) throw new Error('The borders of a set of cells do not close');
        corner = following;
      } while (corner !== start);
      rings.push(ring);
    }
  }
  return rings;
}
