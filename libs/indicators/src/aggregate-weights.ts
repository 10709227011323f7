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
  const weights = new Map<number, NodeWeight>();
  const weightOf = (child: number) => weights.get(child) ?? { weight: 0, count: 0 };
  for (const node of partsFirst(nodes)) {
    const partitions = node.partitions.map((parts) => ({
      weight: parts.reduce((sum, { child, share }) => sum + weightOf(child).weight * share, 0),
      count: parts.reduce((sum, { child }) => sum + weightOf(child).count, 0),
    }));
    const first = partitions[0];
    weights.set(node.id, {
      weight: node.isGround || !first ? (node.population ?? first?.weight ?? 1) : first.weight,
      count: node.isGround || !first ? 1 : first.count,
      partitions,
    });
  }
  return weights;
}

/** Parts before wholes. A territory that is a part of itself, however far, is a fault of the reference data. */
export function partsFirst(nodes: readonly TreeNode[]): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ordered = new Set<TreeNode>();
  const open = new Set<TreeNode>();
  const visit = (node: TreeNode): void => {
    if (ordered.has(node)) return;
    if (open.has(node)) throw new RangeError(`Territory ${node.id} is a part of itself`);
    open.add(node);
    for (const { child } of node.partitions.flat()) {
      const part = byId.get(child);
      if (!part) throw new RangeError(`Territory ${child} is a part but is not in the tree`);
      visit(part);
    }
    open.delete(node);
    ordered.add(node);
  };
  for (const node of nodes) visit(node);
  return [...ordered];
}
