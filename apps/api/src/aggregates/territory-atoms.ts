import { type NodeWeight, partsFirst, type TreeNode, treeWeights } from '@sillage/indicators';

/** A leaf of the tree and the atom it belongs to: leaves with exactly the same wholes are summed once for all. */
export interface AtomLeaf {
  readonly id: number;
  readonly atom: number;
  readonly weight: number;
}

/** A node (an atom, or a territory with parts) as a part of a whole, in one of the whole's partitions. */
export interface AtomPart {
  readonly child: number;
  readonly isGround: boolean;
  readonly whole: number;
  readonly partition: number;
  readonly share: number;
  readonly rank: number;
  /** Turns a weight of the partition into a weight of the whole: 1 unless its partitions disagree. */
  readonly factor: number;
  readonly expectedCount: number;
  readonly isCutSeveralWays: boolean;
}

/** A territory with parts. */
export interface Whole {
  readonly id: number;
  readonly isGround: boolean;
  readonly rank: number;
  readonly weight: number;
  readonly count: number;
  readonly partCount: number;
}

export interface Atoms {
  readonly leaves: readonly AtomLeaf[];
  readonly parts: readonly AtomPart[];
  readonly wholes: readonly Whole[];
  readonly lastRank: number;
}

interface Membership {
  readonly whole: number;
  readonly partition: number;
  readonly share: number;
}

/**
 * Cuts the leaves into atoms. An atom that is the whole of one territory's only partition takes that territory's id, so
 * that its sum is the territory's at once; not for a territory with figures of its own, which may replace the sum.
 */
export function cutAtoms(nodes: readonly TreeNode[], withOwnFigures: ReadonlySet<number>): Atoms {
  const weights = treeWeights(nodes);
  const ordered = partsFirst(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ranks = new Map<number, number>();
  const memberships = new Map<number, Membership[]>();
  for (const node of ordered) {
    let rank = 0;
    node.partitions.forEach((parts, partition) => {
      for (const { child, share } of parts) {
        rank = Math.max(rank, (ranks.get(child) ?? 0) + 1);
        const known = memberships.get(child);
        const membership = { whole: node.id, partition, share };
        if (known) known.push(membership);
        else memberships.set(child, [membership]);
      }
    });
    ranks.set(node.id, rank);
  }

  const isLeaf = (id: number) => byId.get(id)?.partitions.length === 0;
  const groups = new Map<string, { readonly leaves: number[]; readonly memberships: readonly Membership[] }>();
  for (const [id, list] of memberships) {
    if (!isLeaf(id)) continue;
    const key = list.map(({ whole, partition, share }) => `${whole}/${partition}/${share}`).join(' ');
    const group = groups.get(key);
    if (group) group.leaves.push(id);
    else groups.set(key, { leaves: [id], memberships: list });
  }

  const wholes = ordered.filter((node) => node.partitions.length > 0);
  const leaves: AtomLeaf[] = [];
  const parts: AtomPart[] = [];
  const partOf = (child: number, isGround: boolean, { whole, partition, share }: Membership): AtomPart => {
    const weight = weights.get(whole);
    const expected = weight?.partitions[partition];
    return {
      child,
      isGround,
      whole,
      partition,
      share,
      rank: ranks.get(whole) ?? 1,
      factor: weight && expected && expected.weight > 0 ? weight.weight / expected.weight : 0,
      expectedCount: expected?.count ?? 0,
      isCutSeveralWays: (byId.get(whole)?.partitions.length ?? 0) > 1,
    };
  };

  let next = nodes.reduce((last, { id }) => Math.max(last, id), 0) + 1;
  const taken = new Set<number>(withOwnFigures);
  for (const group of groups.values()) {
    const alias = group.memberships.find(({ whole, share }) => {
      const node = byId.get(whole);
      const isWhole = node?.partitions.length === 1 && node.partitions[0]?.length === group.leaves.length;
      const weight = weights.get(whole);
      return isWhole && share === 1 && !taken.has(whole) && weight?.weight === weight?.partitions[0]?.weight;
    });
    const atom = alias ? alias.whole : next++;
    if (alias) taken.add(alias.whole);
    for (const id of group.leaves) leaves.push({ id, atom, weight: weights.get(id)?.weight ?? 1 });
    for (const membership of group.memberships) {
      // An atom that took a territory's id is not ground: it stands for its leaves in the other wholes.
      if (membership !== alias) parts.push(partOf(atom, false, membership));
    }
  }
  for (const node of wholes) {
    for (const membership of memberships.get(node.id) ?? []) parts.push(partOf(node.id, node.isGround, membership));
  }
  return {
    leaves,
    parts,
    wholes: wholes.map((node) => describeWhole(node, weights.get(node.id), ranks.get(node.id) ?? 1)),
    lastRank: wholes.reduce((last, { id }) => Math.max(last, ranks.get(id) ?? 1), 0),
  };
}

function describeWhole(node: TreeNode, weight: NodeWeight | undefined, rank: number): Whole {
  return {
    id: node.id,
    isGround: node.isGround,
    rank,
    weight: weight?.weight ?? 1,
    count: weight?.count ?? 1,
    partCount: weight?.partitions[0]?.count ?? 0,
  };
}
