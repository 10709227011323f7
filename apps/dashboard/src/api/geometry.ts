import type { MapGeometry } from '@sillage/indicators/figure';
import { read } from './client';

interface Geometry extends MapGeometry {
  readonly features: unknown;
}

/** Contours as the server draws them, under a name of their own for the chart library. */
export async function readGeometry(address: string): Promise<Geometry> {
  const { aspectScale, outline, ...features } = await read<Omit<MapGeometry, 'name'>>(address);
  return { name: address, aspectScale, outline, features };
}
