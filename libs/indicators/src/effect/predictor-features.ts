import { donorsOf, type Panel, treatedOf } from './panel';

/** A characteristic that donors and treated units are compared on, averaged over periods. */
export interface Predictor {
  /** A covariate of the panel; the outcome itself without it. */
  readonly covariate?: string;
  /** Values of the panel's periods; those where a unit has none are left out of its mean. */
  readonly periods: readonly number[];
}

export interface PredictorFeatures {
  /** Row-major: one row per donor, one number per predictor, divided by its deviation over all units. */
  readonly donors: Float64Array;
  readonly treated: Float64Array;
}

/** undefined where a unit has no value of a predictor in any of its periods. */
export function predictorFeatures(panel: Panel, predictors: readonly Predictor[]): PredictorFeatures | undefined {
  const units = [...treatedOf(panel), ...donorsOf(panel)];
  const treatedCount = treatedOf(panel).length;
  const size = predictors.length;
  const donors = new Float64Array((units.length - treatedCount) * size);
  const treated = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    const means = units.map((unit) => predictorMean(panel, unit, predictors[index]!));
    if (means.some(Number.isNaN)) return undefined;
    const own = means.slice(0, treatedCount).reduce((sum, value) => sum + value / treatedCount, 0);
    const others = means.slice(treatedCount);
    // A predictor that is the same everywhere compares nothing.
    const scale = deviation([own, ...others]) || 1;
    treated[index] = own / scale;
    others.forEach((value, donor) => {
      donors[donor * size + index] = value / scale;
    });
  }
  return { donors, treated };
}

function predictorMean(panel: Panel, unit: number, { covariate, periods }: Predictor): number {
  const cells = covariate === undefined ? panel.outcomes : panel.covariates?.[covariate];
  if (!cells) throw new RangeError(`the panel has no covariate ${covariate}`);
  let total = 0;
  let count = 0;
  for (const period of periods) {
    const time = panel.periods.indexOf(period);
    const value = time < 0 ? Number.NaN : cells[unit * panel.periods.length + time]!;
    if (Number.isNaN(value)) continue;
    total += value;
    count++;
  }
  return total / count;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
}
