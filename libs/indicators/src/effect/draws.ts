import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Draws {
  uniform(): number;
  normal(): number;
  /** 0 to size − 1. */
  below(size: number): number;
}

/** A small seed leaves the generator almost empty: its first numbers are near 1 whatever the seed. */
const skipped = 64;

export function seededDraws(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  for (let drawn = 0; drawn < skipped; drawn++) generator.next();
  let spare: number | undefined;
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    below: (size) => uniformInt(generator, 0, size - 1),
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
