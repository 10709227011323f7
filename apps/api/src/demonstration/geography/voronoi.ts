import type { Random } from '../random';

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** The part of a convex ring that is nearer to `site` than to `other`. */
function clip(ring: Ring, site: Point, other: Point): Ring {
  const normal: Point = [other[0] - site[0], other[1] - site[1]];
  const middle: Point = [(other[0] + site[0]) / 2, (other[1] + site[1]) / 2];
  const side = ([x, y]: Point): number => (x - middle[0]) * normal[0] + (y - middle[1]) * normal[1];
  const kept: Point[] = [];
  for (let index = 0; index < ring.length; index += 1) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const [before, after] = [side(from), side(to)];
    if (before <= 0) kept.push(from);
    if (before < 0 !== after < 0 && before !== after) {
      const part = before / (before - after);
      kept.push([from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]);
    }
  }
  return kept;
}

/** One cell per site, inside a rectangle: half-planes are enough for a few hundred sites. */
export function voronoiCells(sites: readonly Point[], width: number, height: number): Ring[] {
  const distance = (a: Point, b: Point): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
  return sites.map((site) => {
    let ring: Ring = [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ];
    const others = sites.filter((other) => other !== site).sort((a, b) => distance(site, a) - distance(site, b));
    for (const other of others) {
      const reach = Math.max(...ring.map((corner) => distance(site, corner)));
      // A site twice as far as the farthest corner cannot cut the cell, nor can those after it.
      if (distance(site, other) > 4 * reach) break;
      ring = clip(ring, site, other);
    }
    return ring;
  });
}

/** Twice the signed area would be the cross product's sum; positive when the ring turns anticlockwise. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}

export function centroid(ring: Ring): Point {
  let [sumX, sumY] = [0, 0];
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    const cross = x * nextY - nextX * y;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  });
  const area = ringArea(ring);
  return [sumX / (6 * area), sumY / (6 * area)];
}

/** Sites spread at random, then evened out (Lloyd, 1982): each moves to the middle of its cell. */
export function relaxedSites(count: number, width: number, height: number, rounds: number, random: Random): Point[] {
  let sites: Point[] = Array.from({ length: count }, () => [random() * width, random() * height]);
  for (let round = 0; round < rounds; round += 1) sites = voronoiCells(sites, width, height).map(centroid);
  return sites;
}
