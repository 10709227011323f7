export interface NelderMeadOptions {
  /** First displacement along each axis. */
  readonly step: number;
  readonly mostEvaluations: number;
  /** Ends when the values at the corners are this near, relative to the best. */
  readonly tolerance: number;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
}

/**
 * The simplex method of Nelder and Mead (1965) with the coefficients of Gao and Han (2012), which depend on the dimension and
 * do not stall above ten. No derivative, no chance: the same start always ends at the same point.
 */
export function nelderMead(
  value: (point: Float64Array) => number,
  start: Float64Array,
  { step, mostEvaluations, tolerance }: NelderMeadOptions,
): Minimum {
  const size = start.length;
  const expansion = 1 + 2 / Math.max(2, size);
  const contraction = 0.75 - 1 / (2 * Math.max(2, size));
  const shrink = 1 - 1 / Math.max(2, size);
  const corners: Minimum[] = [{ point: start, value: value(start) }];
  for (let axis = 0; axis < size; axis++) {
    const point = Float64Array.from(start);
    point[axis]! += step;
    corners.push({ point, value: value(point) });
  }
  let evaluations = size + 1;
  const centre = new Float64Array(size);
  const along = (share: number): Minimum => {
    const worst = corners[size]!.point;
    const point = Float64Array.from(centre, (middle, axis) => middle + share * (worst[axis]! - middle));
    evaluations++;
    return { point, value: value(point) };
  };
  while (evaluations < mostEvaluations) {
    corners.sort((a, b) => a.value - b.value);
    const best = corners[0]!;
    const worst = corners[size]!;
    if (worst.value - best.value <= tolerance * Math.abs(best.value)) break;
    centre.fill(0);
    for (const { point } of corners.slice(0, size)) {
      for (let axis = 0; axis < size; axis++) centre[axis]! += point[axis]! / size;
    }
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-expansion);
      corners[size] = expanded.value < reflected.value ? expanded : reflected;
      continue;
    }
    if (reflected.value < corners[size - 1]!.value) {
      corners[size] = reflected;
      continue;
    }
    const contracted = along(reflected.value < worst.value ? -contraction : contraction);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      corners[size] = contracted;
      continue;
    }
    for (let corner = 1; corner <= size; corner++) {
      const point = corners[corner]!.point.map((at, axis) => best.point[axis]! + shrink * (at - best.point[axis]!));
      corners[corner] = { point, value: value(point) };
    }
    evaluations += size;
  }
  return corners.reduce((best, corner) => (corner.value < best.value ? corner : best));
}
