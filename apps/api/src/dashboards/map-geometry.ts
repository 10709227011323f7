import type { MapGeometry } from '@sillage/indicators';
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Code under which the outline of the whole is drawn: no territory has it. */
const outlineCode = 'outline';

export interface DrawnMap extends Omit<MapGeometry, 'name'> {
  /** Every area, then the outline. */
  readonly features: FeatureCollection;
  /** The same with half of its points, for a drawing 320 pixels wide. */
  readonly coarseFeatures: FeatureCollection;
}

interface Contour {
  readonly code: string;
  readonly name: string;
  readonly geometry: Geometry;
}

/** Quantised to a grid finer than a pixel: neighbours then share the very same points, and the outline can be found. */
const gridSize = 20_000;
const keptOnNarrow = 0.5;

/** Contours as they are drawn; undefined when there are none. Longitudes shrink with the cosine of the latitude. */
export function drawMap(contours: readonly Contour[]): DrawnMap | undefined {
  if (contours.length === 0) return undefined;
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: contours.map(({ code, name, geometry }) => ({ type: 'Feature', properties: { code, name }, geometry })),
  };
  const whole = topology({ areas: collection }, gridSize) as Topology<{ areas: GeometryCollection }>;
  const weighted = presimplify(whole);
  const coarse = simplify(weighted, quantile(weighted, 1 - keptOnNarrow));
  return {
    features: withOutline(whole),
    coarseFeatures: withOutline(coarse),
    aspectScale: Math.cos((middleLatitude(whole) * Math.PI) / 180),
    outline: outlineCode,
  };
}

function withOutline(topologyOfAreas: Topology<{ areas: GeometryCollection }>): FeatureCollection {
  const { areas } = topologyOfAreas.objects;
  const { features } = feature(topologyOfAreas, areas) as FeatureCollection;
  const outline: Feature<Geometry, GeoJsonProperties> = {
    type: 'Feature',
    properties: { code: outlineCode, name: '' },
    // A border that only one area has is a border of the whole.
    geometry: mesh(topologyOfAreas, areas, (a, b) => a === b),
  };
  return rounded({
    type: 'FeatureCollection',
    features: [...features.filter(({ geometry }) => geometry !== null), outline],
  });
}

const middleLatitude = ({ bbox }: Topology): number => (bbox ? (bbox[1] + bbox[3]) / 2 : 45);

/** Four decimals of a degree are ten metres. */
const rounded = (collection: FeatureCollection): FeatureCollection =>
  JSON.parse(JSON.stringify(collection, (_, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)));
