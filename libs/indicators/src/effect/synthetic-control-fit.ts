import { simplexLeastSquares } from '../numeric/simplex-least-squares';
import { cohortsOf, donorsOf, type Panel, rowOf, treatedOf } from './panel';
import { weightedGaps } from './weighted-gaps';

/** A panel as synthetic control reads it: the mean of the treated units beside the never-treated ones. */
export interface SyntheticControlDesign {
  /** Indices in the panel of the donors. */
  readonly donors: readonly number[];
  /** Row-major: outcomes of donor j over all periods. */
  readonly outcomes: Float64Array;
  /** Row-major: what donor j is compared on; its outcomes before the start, or scaled predictors. */
  readonly features: Float64Array;
  readonly treated: Float64Array;
  readonly treatedFeatures: Float64Array;
  readonly treatedCount: number;
  readonly before: number;
}

export interface SyntheticControlFit {
  /** One per donor, in the order of the panel's donors. */
  readonly weights: Float64Array;
  /** Observed minus weighted donors, at each period. */
  readonly gaps: Float64Array;
  /** Mean gap after the start. */
  readonly effect: number;
  /** Mean squared gaps before and after. */
  readonly before: number;
  readonly after: number;
  readonly solverGap: number;
}

/**
 * Outcomes before the start as they are: all periods share one unit and one scale, so that a period with little dispersion
 * weighs no more than another (Abadie, Diamond and Hainmueller 2010 with V the identity). Treated units start together.
 */
export function synthesisDesign(panel: Panel): SyntheticControlDesign {
  const donors = donorsOf(panel);
  const treatedUnits = treatedOf(panel);
  const before = cohortsOf(panel)[0]!;
  const periods = panel.periods.length;
  const outcomes = new Float64Array(donors.length * periods);
  const features = new Float64Array(donors.length * before);
  donors.forEach((donor, index) => {
    outcomes.set(rowOf(panel, donor), index * periods);
    features.set(rowOf(panel, donor).subarray(0, before), index * before);
  });
  const treated = meanOfRows(treatedUnits.map((unit) => rowOf(panel, unit)));
  return {
    donors,
    outcomes,
    features,
    treated,
    treatedFeatures: treated.subarray(0, before),
    treatedCount: treatedUnits.length,
    before,
  };
}

/** Weights, path and errors of a synthetic control, with no opinion on whether they may be trusted. */
export const fitSyntheticControl = (panel: Panel): SyntheticControlFit => fitDesigned(synthesisDesign(panel));

/** `leftOut`: a donor that keeps no weight. */
export function fitDesigned(design: SyntheticControlDesign, leftOut?: number): SyntheticControlFit {
  const { features, treatedFeatures, treated } = design;
  const found = simplexLeastSquares({
    donors: features,
    target: treatedFeatures,
    ...(leftOut !== undefined && { leftOut }),
  });
  return describeFit(design, treated, found.weights, found.gap);
}

/** One donor in the treated unit's place, matched by the other donors. */
export function fitPlacebo(design: SyntheticControlDesign, donor: number): SyntheticControlFit {
  const length = design.treatedFeatures.length;
  const periods = design.treated.length;
  const found = simplexLeastSquares({
    donors: design.features,
    target: design.features.subarray(donor * length, (donor + 1) * length),
    leftOut: donor,
  });
  const own = design.outcomes.subarray(donor * periods, (donor + 1) * periods);
  return describeFit(design, own, found.weights, found.gap);
}

export function describeFit(
  { outcomes, before }: Pick<SyntheticControlDesign, 'outcomes' | 'before'>,
  observed: Float64Array,
  weights: Float64Array,
  solverGap: number,
): SyntheticControlFit {
  const periods = observed.length;
  const gaps = weightedGaps(observed, outcomes, weights);
  let effect = 0;
  for (let time = before; time < periods; time++) effect += gaps[time]! / (periods - before);
  const [early, late] = [meanSquare(gaps.subarray(0, before)), meanSquare(gaps.subarray(before))];
  return { weights, gaps, effect, before: early, after: late, solverGap };
}

export function meanSquare(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value * value;
  return total / values.length;
}

export function meanOfRows(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (let time = 0; time < mean.length; time++) mean[time]! += row[time]! / rows.length;
  return mean;
}
