import type { BoundaryEvent } from './boundary-event';
import { absent, isSuppressed, isValue } from './measure';
import type { PerimeterFigure } from './perimeter-figure';

/**
 * A secret that is alone on one side of a boundary change could be had by subtraction: the smallest figure beside it is
 * hidden too. Each hiding may leave another secret alone elsewhere in the family.
 */
export function hideLoneSecrets(
  events: readonly BoundaryEvent[],
  figures: ReadonlyMap<number, PerimeterFigure>,
): ReadonlyMap<number, PerimeterFigure> {
  const result = new Map(figures);
  const sides = events.flatMap(({ sources, targets }) => [
    { whole: targets, parts: sources },
    { whole: sources, parts: targets },
  ]);
  const hide = ({ whole, parts }: (typeof sides)[number]): boolean => {
    const at = (ids: readonly number[]) => ids.flatMap((id) => result.get(id) ?? []);
    const shown = at(parts).filter(({ measure }) => isValue(measure));
    const secrets = at(parts).filter(({ measure }) => isSuppressed(measure));
    const isTold = at(whole).filter(({ measure }) => isValue(measure)).length === whole.length;
    if (!isTold || secrets.length !== 1 || shown.length !== parts.length - 1) return false;
    const weight = ({ measure, denominator }: PerimeterFigure): number =>
      denominator ?? (isValue(measure) ? measure.value : 0);
    const [smallest] = [...shown].sort((a, b) => weight(a) - weight(b) || a.perimeter - b.perimeter);
    if (!smallest) return false;
    const hidden = { measure: absent('suppressed-secondary'), numerator: null, denominator: null };
    result.set(smallest.perimeter, { ...smallest, ...hidden });
    return true;
  };
  while (sides.some(hide));
  return result;
}
