import { type TerritoryLevel, territoriesFr } from '@sillage/indicators';
import type { Position } from 'geojson';
import { z } from 'zod';
import { asGeometry, type Contour, polygonsOf } from './contour-simplification';
import { readTextFile, refuseFile } from './territory-file';

/** Only the outline is checked: a file of all communes holds millions of coordinates. */
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z
          .object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()).min(1) })
          .nullable(),
      }),
    )
    .min(1),
});

/** Under which IGN, INSEE, Etalab and others give the code of a territory; matched without case. */
const codeProperties = [
  'code',
  'codgeo',
  'insee',
  'insee_com',
  'code_insee',
  'com',
  'depcom',
  'siren',
  'code_siren',
  'siren_epci',
  'code_epci',
  'epci',
  'insee_can',
  'code_canton',
  'canton',
  'insee_arr',
  'arr',
  'insee_dep',
  'code_dept',
  'code_departement',
  'dep',
  'insee_reg',
  'code_region',
  'reg',
  'code_qp',
  'code_zone',
  'id',
];
const nameProperties = ['nom', 'libelle', 'libgeo', 'name', 'nom_com', 'nom_officiel'];

export interface ContourFile {
  readonly contours: readonly Contour[];
  /** The property that held the codes. */
  readonly codeProperty: string;
}

/** Reads a GeoJSON of polygons in WGS84; refuses, in a sentence, what is anything else. */
export async function readContourFile(
  file: string,
  level: TerritoryLevel,
  codeProperty: string | undefined,
): Promise<ContourFile> {
  const text = await readTextFile(file);
  const parsed = collection.safeParse(parseJson(text));
  if (!parsed.success) throw refuse(file, territoriesFr.files.notGeoJson);
  const { features } = parsed.data;
  const properties = Object.keys(features[0]?.properties ?? {});
  const found = codeProperty ?? pick(properties, codeProperties);
  if (!found || !properties.includes(found)) {
    throw refuse(file, territoriesFr.files.noCodeProperty(properties.join(', ')));
  }
  const nameProperty = pick(properties, nameProperties);
  const contours = new Map<string, Contour>();
  for (const { properties: values, geometry } of features) {
    const code = territoryCode(level, String(values?.[found] ?? ''));
    if (code === '' || !geometry) continue;
    const first = firstPosition(geometry.coordinates);
    if (!first) throw refuse(file, territoriesFr.files.notGeoJson);
    if (Math.abs(first[0] ?? 0) > 180 || Math.abs(first[1] ?? 0) > 90) {
      throw refuse(file, territoriesFr.files.notWgs84(first.slice(0, 2).join('\u00a0; ')));
    }
    const name = nameProperty ? String(values?.[nameProperty] ?? '') : '';
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][];
    // A territory in several features (an island apart) is one contour.
    const previous = contours.get(code)?.geometry;
    contours.set(code, { code, name, geometry: asGeometry([...(previous ? polygonsOf(previous) : []), ...polygons]) });
  }
  return { contours: [...contours.values()], codeProperty: found };
}

const refuse = (file: string, detail: string): Error => refuseFile(file, [{ pointer: '/', detail }]);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

const pick = (present: readonly string[], known: readonly string[]): string | undefined =>
  known.map((name) => present.find((property) => property.toLowerCase() === name)).find((name) => name !== undefined);

/** IGN writes a canton's number on three digits after the département (47005), INSEE on two (4705). */
function territoryCode(level: TerritoryLevel, code: string): string {
  const trimmed = code.trim();
  if (level === 'canton') return trimmed.replace(/^(97\d|\d\d|2[AB])0(\d\d)$/, '$1$2');
  if (level === 'commune' && /^\d{4}$/.test(trimmed)) return `0${trimmed}`;
  return trimmed;
}

function firstPosition(coordinates: unknown): Position | undefined {
  let current = coordinates;
  while (Array.isArray(current) && Array.isArray(current[0])) current = current[0];
  const isPosition = Array.isArray(current) && current.length >= 2 && current.every((one) => typeof one === 'number');
  return isPosition ? (current as Position) : undefined;
}
