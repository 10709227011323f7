/** A number from 0 for each cluster, in order of first appearance; each unit is its own cluster when none is given. */
export function clusterIndices(
  unitCount: number,
  clusters: readonly string[] | undefined,
): { clusterOf: Int32Array; clusterCount: number } {
  if (!clusters)
    return { clusterOf: Int32Array.from({ length: unitCount }, (_, unit) => unit), clusterCount: unitCount };
  const numbers = new Map<string, number>();
  const clusterOf = new Int32Array(unitCount);
  for (let unit = 0; unit < unitCount; unit++) {
    const name = clusters[unit]!;
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    clusterOf[unit] = number;
  }
  return { clusterOf, clusterCount: numbers.size };
}
