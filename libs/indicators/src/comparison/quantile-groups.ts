/**
 * Group of each value among `groups` of about the same size: 1 for the lowest values, or for the highest when `highestFirst`.
 * Equal values share a group, hence uneven sizes; null for an absent value, and for all when there are fewer values than
 * groups.
 */
export function quantileGroups(
  values: readonly (number | null)[],
  groups: number,
  { highestFirst = false }: { readonly highestFirst?: boolean } = {},
): (number | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => (highestFirst ? b - a : a - b));
  if (sorted.length < groups) return values.map(() => null);
  const rankOf = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  const size = sorted.length / groups;
  return values.map((value) => {
    if (value === null) return null;
    const fromLast = sorted.length + 1 - rankOf.get(value)!;
    return Math.max(1, Math.floor(groups + 1 - Math.ceil(fromLast / size)));
  });
}
