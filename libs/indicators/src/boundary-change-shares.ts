import type { BoundaryChange, Perimeter } from './boundary-change';
import { groupBy } from './group-by';

/**
 * A commune that splits is shared by the population of the communes that it becomes, as INSEE's users do for want of
 * the published one; equally when a population is unknown (the commune has since merged with others).
 */
export function shareOfChanges(
  changes: readonly {
    readonly from: Perimeter;
    readonly to: Perimeter;
    readonly date: string;
    readonly kind: BoundaryChange['kind'];
  }[],
  currentPopulations: ReadonlyMap<string, number | null>,
): BoundaryChange[] {
  const departures = groupBy(changes, ({ from }) => from);
  const arrivals = groupBy(changes, ({ to }) => to);
  const successors = (perimeter: Perimeter): Perimeter[] => (departures.get(perimeter) ?? []).map(({ to }) => to);
  const known = new Map<Perimeter, number | null>();

  /** Known for a current commune, and for a former one whose successors came from it alone. */
  const population = (perimeter: Perimeter): number | null => {
    const found = known.get(perimeter);
    if (found !== undefined) return found;
    known.set(perimeter, null);
    let result: number | null = null;
    if (perimeter.validTo === null) result = currentPopulations.get(perimeter.code) ?? null;
    else {
      const next = successors(perimeter);
      const isAlone = next.length > 0 && next.every((successor) => arrivals.get(successor)?.length === 1);
      if (isAlone) result = sumOfKnown(next.map(population));
    }
    known.set(perimeter, result);
    return result;
  };

  return changes.map(({ from, to, date, kind }) => {
    const next = successors(from);
    const total = sumOfKnown(next.map(population));
    const share = next.length === 1 ? 1 : total ? (population(to) ?? 0) / total : 1 / next.length;
    return { from, to, effectiveDate: date, kind, share };
  });
}

const sumOfKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
