import type { Point } from './voronoi';

export interface Graph {
  readonly points: readonly Point[];
  readonly neighbours: readonly (readonly number[])[];
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/**
 * Shares out the nodes of a graph among groups that grow from seeds: the lightest group that can still grow takes the
 * free neighbour nearest to its seed. Every group is connected. Returns the group of each node.
 */
export function growGroups(graph: Graph, seeds: readonly number[], weights: readonly number[]): number[] {
  const groups = new Array<number>(graph.points.length).fill(-1);
  const loads = seeds.map((seed, group) => {
    groups[seed] = group;
    return weights[seed] ?? 0;
  });
  const free = (group: number): number[] =>
    groups.flatMap((owner, node) =>
      owner === -1 && graph.neighbours[node]?.some((near) => groups[near] === group) ? [node] : [],
    );
  for (let left = graph.points.length - seeds.length; left > 0; left -= 1) {
    const order = loads.map((_, group) => group).sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0) || a - b);
    const group = order.find((candidate) => free(candidate).length > 0);
    if (group === undefined) throw new Error('The graph is not connected');
    const seed = graph.points[seeds[group]!]!;
    const node = free(group).reduce((best, candidate) =>
      distance(graph.points[candidate]!, seed) < distance(graph.points[best]!, seed) ? candidate : best,
    );
    groups[node] = group;
    loads[group] = (loads[group] ?? 0) + (weights[node] ?? 0);
  }
  return groups;
}

/** Nodes far from each other, starting from the first ones given (Gonzalez, 1985). */
export function spreadSeeds(points: readonly Point[], first: readonly number[], count: number): number[] {
  const seeds = [...first];
  while (seeds.length < count) {
    const gap = (point: Point): number => Math.min(...seeds.map((seed) => distance(point, points[seed]!)));
    const next = points.reduce((best, point, index) => (gap(point) > gap(points[best]!) ? index : best), 0);
    seeds.push(next);
  }
  return seeds;
}

/** The graph of groups: two are neighbours when two of their nodes are; each stands where its seed stands. */
export function graphOfGroups(graph: Graph, groups: readonly number[], seeds: readonly number[]): Graph {
  const near = seeds.map(() => new Set<number>());
  graph.neighbours.forEach((list, node) => {
    for (const other of list) {
      const [group, otherGroup] = [groups[node]!, groups[other]!];
      if (group !== otherGroup) near[group]?.add(otherGroup);
    }
  });
  return {
    points: seeds.map((seed) => graph.points[seed]!),
    neighbours: near.map((set) => [...set].sort((a, b) => a - b)),
  };
}
