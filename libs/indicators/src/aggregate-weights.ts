/** A child and the part of it that lies in the whole. */
export interface TreePart {
  readonly child: number;
  readonly share: number;
}

/** A territory and the ways of cutting it into disjoint parts, the preferred one first. */
export interface TreeNode {
  readonly id: number;
  /** A commune or less: what coverage counts. */
  readonly isGround: boolean;
  readonly population: number | null;
  readonly partitions: readonly (readonly TreePart[])[];
}

export interface PartitionWeight {
  readonly weight: number;
  readonly count: number;
}

/** What a territory weighs in its wholes, how many communes it stands for, and the same of each of its partitions. */
export interface NodeWeight extends PartitionWeight {
  readonly partitions: readonly PartitionWeight[];
}

/**
 * A commune weighs its population, 1 when unknown; a larger territory weighs what its parts weigh, so that the coverage
 * of a region rests on its communes whatever the level at which a producer published.
 */
export function treeWeights(nodes: readonly TreeNode[]): Map<number, NodeWeight> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const weights = new Map<number, NodeWeight>();
  const weigh = (id: number): NodeWeight => {
    const known = weights.get(id);
    if (known) return known;
    const node = byId.get(id);
    if (!node) throw new RangeError(`Territory ${id} is a part but is not in the tree`);
    const partitions = node.partitions.map((parts) => ({
      weight: parts.reduce((sum, { child, share }) => sum + weigh(child).weight * share, 0),
      count: parts.reduce((sum, { child }) => sum + weigh(child).count, 0),
    }));
    const first = partitions[0];
    const weight = {
      weight: node.isGround || !first ? (node.population ?? first?.weight ?? 1) : first.weight,
      count: node.isGround || !first ? 1 : first.count,
      partitions,
    };
    weights.set(id, weight);
    return weight;
  };
  for (const node of nodes) weigh(node.id);
  return weights;
}

/** Parts before wholes. */
export function partsFirst(nodes: readonly TreeNode[]): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ordered = new Set<TreeNode>();
  const visit = (node: TreeNode): void => {
    if (ordered.has(node)) return;
    for (const parts of node.partitions) {
      for (const { child } of parts) {
        const part = byId.get(child);
        if (part) visit(part);
      }
    }
    ordered.add(node);
  };
  for (const node of nodes) visit(node);
  return [...ordered];
}
