import { type JointTest, jointTest, submatrix } from './joint-test';
import { simultaneousCritical } from './simultaneous-critical';
import { type TwoWayModel, twoWayFixedEffects } from './two-way-fixed-effects';

export interface EventStudyModel extends Omit<TwoWayModel, 'regressors'> {
  readonly isTreated: readonly boolean[];
  /** Index of the first treated period; the period before it is the reference. */
  readonly start: number;
  readonly covariates?: readonly Float64Array[];
  readonly seed?: number;
}

export interface EventCoefficient {
  /** Index of the period. */
  readonly period: number;
  readonly value: number;
  readonly standardError: number;
}

export interface EventStudy {
  readonly coefficients: readonly EventCoefficient[];
  readonly covariates: readonly { readonly value: number; readonly standardError: number }[];
  /** Standard errors on each side of a coefficient for a band that holds for all of them at once. */
  readonly bandCritical: number;
  /** Are all coefficients before the start nought? Undefined with a single period before. */
  readonly pretest: JointTest | undefined;
}

/** Treated against untreated units, period by period, one start for all; undefined when covariates repeat the effects. */
export function eventStudy(model: EventStudyModel): EventStudy | undefined {
  const { isTreated, start, covariates = [], periodCount, seed = 1 } = model;
  const periods = Array.from({ length: periodCount }, (_, period) => period).filter((period) => period !== start - 1);
  const interactions = periods.map((period) => {
    const values = new Float64Array(model.outcome.length);
    isTreated.forEach((treated, unit) => {
      if (treated) values[unit * periodCount + period] = 1;
    });
    return values;
  });
  const fit = twoWayFixedEffects({ ...model, regressors: [...interactions, ...covariates] });
  if (!fit) return undefined;
  const at = (index: number) => ({ value: fit.coefficients[index]!, standardError: fit.standardErrors[index]! });
  const own = periods.map((_, index) => index);
  const before = own.filter((index) => periods[index]! < start);
  return {
    coefficients: periods.map((period, index) => ({ period, ...at(index) })),
    covariates: covariates.map((_, index) => at(periods.length + index)),
    bandCritical: simultaneousCritical(submatrix(fit.covariance, own), seed),
    pretest: jointTest(
      Float64Array.from(before, (index) => fit.coefficients[index]!),
      submatrix(fit.covariance, before),
      fit.degreesOfFreedom,
    ),
  };
}
