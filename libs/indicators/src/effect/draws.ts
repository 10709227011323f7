import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Draws {
  /** Between 0 and 1, neither included. */
  uniform(): number;
  normal(): number;
  /** 0 to size − 1. */
  below(size: number): number;
}

/** A small seed leaves the generator almost empty: its first numbers are near 1 whatever the seed. */
const skipped = 64;

/** The same seed always gives the same draws. */
export function seededDraws(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  for (let drawn = 0; drawn < skipped; drawn++) generator.next();
  // 32 bits are enough here, and the package's own doubles cost several times as much
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 2 ** 32;
  let spare: number | undefined;
  return {
    uniform,
    below: (size) => Math.floor(uniform() * size),
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

let kept: { readonly seed: number; readonly normals: Float64Array } | undefined;

/** The first normal draws of a seed. The last ones are kept: bands and laws ask for the same ones for every outcome. */
export function normalDraws(seed: number, count: number): Float64Array {
  if (kept?.seed !== seed || kept.normals.length < count) {
    const draws = seededDraws(seed);
    kept = { seed, normals: Float64Array.from({ length: count }, () => draws.normal()) };
  }
  return kept.normals.subarray(0, count);
}
