import { type JointTest, jointTest, submatrix } from './joint-test';
import { studentCritical, studentTwoSided } from './probability';
import { simultaneousCritical } from './simultaneous-critical';
import { type TwoWayFit, type TwoWayModel, twoWayFixedEffects } from './two-way-fixed-effects';

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
  /** Are all coefficients before the start nought? Undefined with a single period before, or with too few clusters to tell. */
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
  const degrees = welchDegrees(isTreated, fit);
  const covariance = submatrix(fit.covariance, own);
  const critical = simultaneousCritical(covariance, seed, { degreesOfFreedom: degrees });
  // Hotelling's law, as the covariance is estimated too: with ten treated units, F alone rejects 31 % of nulls
  const remaining = degrees - before.length + 1;
  const hotelling = submatrix(fit.covariance, before).map((value) => (value * degrees) / remaining);
  return {
    coefficients: periods.map((period, index) => ({ period, ...at(index) })),
    covariates: covariates.map((_, index) => at(periods.length + index)),
    bandCritical: studentCritical(1 - studentTwoSided(critical, normalDegrees), degrees),
    pretest:
      remaining > 1
        ? jointTest(
            Float64Array.from(before, (index) => fit.coefficients[index]!),
            hotelling,
            remaining,
          )
        : undefined,
  };
}

/** Degrees of freedom from which Student's law is the normal one. */
const normalDegrees = 1e9;

/** Welch's degrees of freedom of a difference between two groups of clusters that vary alike. */
function welchDegrees(isTreated: readonly boolean[], { clusterOf }: TwoWayFit): number {
  const groups = [new Set<number>(), new Set<number>()];
  isTreated.forEach((treated, unit) => {
    groups[Number(treated)]!.add(clusterOf[unit]!);
  });
  const total = groups.reduce((sum, { size }) => sum + 1 / size, 0);
  return 1 / groups.reduce((sum, { size }) => sum + (1 / size / total) ** 2 / Math.max(1, size - 1), 0);
}
