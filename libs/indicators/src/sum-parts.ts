import type { NodeWeight, TreeNode } from './aggregate-weights';
import { type Coverage, coverageShare } from './coverage';
import type { ObservationStatus } from './measure';
import { worstStatus } from './year-from-periods';

/** What a territory brings to the sums of its wholes, or the sum that its own parts make. */
export interface Sum extends Coverage {
  readonly numerator: number;
  readonly denominator: number;
  readonly status: ObservationStatus;
}

/** The sum over one way of cutting a territory; undefined when none of the parts was ever given. */
function sumPartition(
  parts: TreeNode['partitions'][number],
  contributionOf: (child: number) => Sum | undefined,
  expected: { readonly weight: number; readonly count: number },
  weight: number,
): Sum | undefined {
  let numerator = 0;
  let denominator = 0;
  let availableWeight = 0;
  let availableCount = 0;
  let suppressedCount = 0;
  const statuses: ObservationStatus[] = [];
  let isGiven = false;
  for (const { child, share } of parts) {
    const part = contributionOf(child);
    if (!part) continue;
    isGiven = true;
    numerator += part.numerator * share;
    denominator += part.denominator * share;
    availableWeight += part.availableWeight * share;
    availableCount += part.availableCount;
    suppressedCount += part.suppressedCount;
    // A commune cut between two wholes is shared by population: an estimate.
    if (part.availableCount > 0) statuses.push(share < 1 ? worstStatus([part.status, 'estimated']) : part.status);
  }
  if (!isGiven) return undefined;
  return {
    numerator,
    denominator,
    status: worstStatus(statuses),
    availableWeight: availableWeight * (expected.weight > 0 ? weight / expected.weight : 0),
    expectedWeight: weight,
    availableCount,
    suppressedCount,
    expectedCount: expected.count,
  };
}

/** Coverages are compared to six decimals, so that equal ones fall to the preferred partition. */
const rounded = (sum: Sum): number => Math.round(coverageShare(sum) * 1e6);

/** The best covered of the territory's partitions, the preferred one between equals: never two of them together. */
export function sumParts(
  node: TreeNode,
  weight: NodeWeight,
  contributionOf: (child: number) => Sum | undefined,
): Sum | undefined {
  let best: Sum | undefined;
  node.partitions.forEach((parts, index) => {
    const expected = weight.partitions[index];
    const sum = expected && sumPartition(parts, contributionOf, expected, weight.weight);
    if (sum && (!best || rounded(sum) > rounded(best))) best = sum;
  });
  return best;
}
