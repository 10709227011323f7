/** What a computed value rests on. Weights are populations (1 where unknown); counts are of the smallest parts. */
export interface Coverage {
  readonly availableWeight: number;
  readonly expectedWeight: number;
  readonly availableCount: number;
  readonly suppressedCount: number;
  readonly expectedCount: number;
}

/** Sums of weights are compared with this slack: 0.8 of a whole must not fail for a rounding. */
const slack = 1e-9;

/** Available ÷ expected weight, between 0 and 1. */
export const coverageShare = ({ availableWeight, expectedWeight }: Coverage): number =>
  expectedWeight > 0 ? availableWeight / expectedWeight : 0;

/** Whether a computed value may be shown (domain rule: 80 % of the expected weight unless the indicator says otherwise). */
export const isCovered = (coverage: Coverage, threshold: number): boolean =>
  coverage.availableWeight > 0 && coverageShare(coverage) >= threshold - slack;
