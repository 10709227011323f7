import type { BoundaryHistory, Perimeter } from './boundary-change';
import { isValidAt } from './geography-vintage';

export interface PerimeterShare {
  readonly perimeter: Perimeter;
  /** Part of the earlier perimeter that belongs to the later one. */
  readonly share: number;
}

export interface BoundaryConverter {
  /** The perimeter in which a code lay at a date. */
  find(code: string, date: string): Perimeter | undefined;
  /**
   * A perimeter in the geography of a date. Towards the future: where it now lies, shares summing to 1. Towards the
   * past: the perimeters that composed it, each with the part that came to it; its counts are Σ share × count.
   */
  convertTo(perimeter: Perimeter, date: string): readonly PerimeterShare[];
}

interface Step {
  readonly perimeter: Perimeter;
  readonly share: number;
}

export function boundaryConverter(history: Pick<BoundaryHistory, 'perimeters' | 'changes'>): BoundaryConverter {
  const byCode = new Map<string, Perimeter[]>();
  for (const perimeter of history.perimeters) append(byCode, perimeter.code, perimeter);
  const forward = new Map<Perimeter, Step[]>();
  const backward = new Map<Perimeter, Step[]>();
  for (const { from, to, share } of history.changes) {
    append(forward, from, { perimeter: to, share });
    append(backward, to, { perimeter: from, share });
  }

  const follow = (start: Perimeter, date: string, steps: ReadonlyMap<Perimeter, readonly Step[]>): PerimeterShare[] => {
    const found = new Map<Perimeter, number>();
    const walk = (perimeter: Perimeter, share: number): void => {
      if (isValidAt(perimeter, date)) found.set(perimeter, (found.get(perimeter) ?? 0) + share);
      else for (const step of steps.get(perimeter) ?? []) walk(step.perimeter, share * step.share);
    };
    walk(start, 1);
    return [...found].map(([perimeter, share]) => ({ perimeter, share }));
  };

  return {
    find: (code, date) => byCode.get(code)?.find((perimeter) => isValidAt(perimeter, date)),
    convertTo: (perimeter, date) => follow(perimeter, date, date < perimeter.validFrom ? backward : forward),
  };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
