import { gzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

export interface Contour {
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

export interface SimplificationOptions {
  /** Decimals of a degree that are kept: 3 is about 100 m, a pixel of a département's map. */
  readonly decimals: number;
  /** Largest compressed size of a map; each contour adds its own minimum. */
  readonly maxBytes: number;
  /** Contours that are shown on one map. */
  readonly mapOf: (contour: Contour) => string;
}

/** What a contour costs compressed even without any detail: a crowded map may exceed its budget by that. */
const bytesPerContour = 60;
/** The heaviest maps decide for the file. */
const mapsMeasured = 3;

/**
 * Lighter contours whose shared borders stay shared: the points that change the shapes least are removed first
 * (Visvalingam and Whyatt, 1993), as few as the budget asks.
 */
export function simplifyContours(contours: readonly Contour[], options: SimplificationOptions): Contour[] {
  const rounded = contours.map((contour) => roundContour(contour, options.decimals));
  const weighted = presimplify(topology({ contours: asCollection(rounded) }) as Parameters<typeof presimplify>[0]);
  const weights = weighted.arcs
    .flatMap((arc) => arc.map((point) => point[2] ?? 0))
    .filter((weight) => Number.isFinite(weight))
    .sort((left, right) => left - right);
  const simplified = (minimum: number): Contour[] => {
    const light = simplify(weighted, minimum);
    const { features } = feature(light, light.objects['contours']!) as FeatureCollection<
      Polygon | MultiPolygon,
      { index: number }
    >;
    return features.map((one) => withoutFlatRings(one, rounded));
  };
  const whole = simplified(0);
  if (fits(whole, options)) return whole;
  let best = simplified(Number.MAX_VALUE);
  let low = 0;
  let high = weights.length;
  for (let step = 0; step < 9 && high - low > 1; step++) {
    const middle = Math.floor((low + high) / 2);
    const candidate = simplified(weights[middle] ?? 0);
    if (fits(candidate, options)) {
      best = candidate;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

const asCollection = (
  contours: readonly Contour[],
): FeatureCollection<Polygon | MultiPolygon, { readonly index: number }> => ({
  type: 'FeatureCollection',
  features: contours.map(({ geometry }, index) => ({ type: 'Feature', geometry, properties: { index } })),
});

/** The contours as they are served. */
const contourCollection = (
  contours: readonly Contour[],
): FeatureCollection<Polygon | MultiPolygon, { readonly code: string; readonly nom: string }> => ({
  type: 'FeatureCollection',
  features: contours.map(({ code, name, geometry }) => ({
    type: 'Feature',
    properties: { code, nom: name },
    geometry,
  })),
});

export const compressedSize = (contours: readonly Contour[]): number =>
  gzipSync(JSON.stringify(contourCollection(contours))).length;

function fits(contours: readonly Contour[], { mapOf, maxBytes }: SimplificationOptions): boolean {
  const maps = new Map<string, Contour[]>();
  for (const contour of contours) {
    const map = maps.get(mapOf(contour));
    if (map) map.push(contour);
    else maps.set(mapOf(contour), [contour]);
  }
  return [...maps.values()]
    .sort((left, right) => right.length - left.length)
    .slice(0, mapsMeasured)
    .every((map) => compressedSize(map) <= Math.max(maxBytes, map.length * bytesPerContour));
}

function roundContour(contour: Contour, decimals: number): Contour {
  const scale = 10 ** decimals;
  const round = ([longitude = 0, latitude = 0]: Position): Position => [
    Math.round(longitude * scale) / scale,
    Math.round(latitude * scale) / scale,
  ];
  const { geometry } = contour;
  const rounded: Polygon | MultiPolygon =
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(round)) }
      : {
          type: 'MultiPolygon',
          coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(round))),
        };
  return { ...contour, geometry: rounded };
}

/** A ring that simplification flattened is no surface; a contour that would lose all of them keeps its rounded shape. */
function withoutFlatRings(
  one: Feature<Polygon | MultiPolygon, { index: number }>,
  rounded: readonly Contour[],
): Contour {
  const original = rounded[one.properties.index];
  if (!original) throw new RangeError(`No contour ${one.properties.index}`);
  const kept = polygonsOf(one.geometry)
    .filter(([outer]) => outer && ringArea(outer) > 0)
    .map((rings) => rings.filter((ring) => ringArea(ring) > 0));
  const [first] = kept;
  if (!first) return original;
  return { ...original, geometry: asGeometry(kept) };
}

export const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export const asGeometry = (polygons: Position[][][]): Polygon | MultiPolygon =>
  polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons };

/** Unsigned, in square degrees: the shoelace formula. */
function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let index = 0; index < ring.length - 1; index++) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
    sum += x1 * y2 - x2 * y1;
  }
  return Math.abs(sum) / 2;
}
