import type { Geometry, Position } from 'geojson';

export interface Outlined {
  readonly id: number;
  readonly geometry: Geometry;
}

/** The outlines that share a point with one of the treated: contours that were simplified together keep their common points. */
export function neighboursOf(treatedIds: ReadonlySet<number>, outlines: readonly Outlined[]): Set<number> {
  const border = new Set<string>();
  for (const { id, geometry } of outlines)
    if (treatedIds.has(id)) for (const point of pointsOf(geometry)) border.add(point);
  const neighbours = new Set<number>();
  for (const { id, geometry } of outlines) {
    if (!treatedIds.has(id) && pointsOf(geometry).some((point) => border.has(point))) neighbours.add(id);
  }
  return neighbours;
}

/** About 10 m. */
const decimals = 4;

function pointsOf(geometry: Geometry): string[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.flat().map(nameOf);
    case 'MultiPolygon':
      return geometry.coordinates.flat(2).map(nameOf);
    default:
      return [];
  }
}

const nameOf = ([x = 0, y = 0]: Position): string => `${x.toFixed(decimals)} ${y.toFixed(decimals)}`;
