import type { MapGeometry } from '@sillage/indicators/figure';
import { read } from './client';

interface Geometry extends MapGeometry {
  readonly features: unknown;
}

interface Features {
  readonly features: readonly { readonly geometry: { readonly coordinates: unknown } }[];
}

function* latitudes(coordinates: unknown): Generator<number> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') yield Number(coordinates[1]);
  else for (const part of coordinates) yield* latitudes(part);
}

/** Contours as the server gives them, and how to lay them flat: by the cosine of their middle latitude. */
export async function readGeometry(address: string): Promise<Geometry> {
  const features = await read<Features>(address);
  let south = 90;
  let north = -90;
  for (const feature of features.features) {
    for (const latitude of latitudes(feature.geometry.coordinates)) {
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  const aspectScale = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return { name: address, aspectScale, outline: null, features };
}
