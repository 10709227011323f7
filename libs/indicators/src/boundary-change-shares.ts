import type { BoundaryChange, Perimeter } from './boundary-change';

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
  const successors = groupBy(
    changes,
    ({ from }) => from,
    ({ to }) => to,
  );
  const predecessors = groupBy(
    changes,
    ({ to }) => to,
    ({ from }) => from,
  );
  const known = new Map<Perimeter, number | null>();

  /** Known for a current commune, and for a former one whose successors came from it alone. */
  const population = (perimeter: Perimeter): number | null => {
    const found = known.get(perimeter);
    if (found !== undefined) return found;
    known.set(perimeter, null);
    let result: number | null = null;
    if (perimeter.validTo === null) result = currentPopulations.get(perimeter.code) ?? null;
    else {
      const next = successors.get(perimeter) ?? [];
      const isAlone = next.length > 0 && next.every((successor) => predecessors.get(successor)?.length === 1);
      if (isAlone) result = sumOfKnown(next.map(population));
    }
    known.set(perimeter, result);
    return result;
  };

  return changes.map(({ from, to, date, kind }) => {
    const next = successors.get(from) ?? [to];
    const total = sumOfKnown(next.map(population));
    const share = next.length === 1 ? 1 : total ? (population(to) ?? 0) / total : 1 / next.length;
    return { from, to, effectiveDate: date, kind, share };
  });
}

const sumOfKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

function groupBy<Row, Key, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  take: (row: Row) => Value,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(take(row));
    else groups.set(keyOf(row), [take(row)]);
  }
  return groups;
}
