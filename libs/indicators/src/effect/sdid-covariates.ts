import { demeanBothWays } from './demean-both-ways';
import { type Refusal, refuse } from './effect';
import { ordinaryLeastSquares } from './ordinary-least-squares';
import { donorsOf, type Panel } from './panel';

/**
 * Outcomes from which what covariates explain is taken away, its size learnt from never-treated units alone (two-way fixed effects):
 * learnt from all cells, it would take part of the effect away with it (Kranz 2022, "Synthetic difference-in-differences with
 * time-varying covariates").
 */
export function netOfCovariates(panel: Panel): Panel | Refusal {
  const names = Object.keys(panel.covariates ?? {});
  if (names.length === 0) return panel;
  const covariates = names.map((name) => panel.covariates![name]!);
  const absent = covariates.findIndex((values) => values.some((value) => !Number.isFinite(value)));
  if (absent >= 0) return refuse('sdid', 'missing-outcome', { lacks: names[absent]!, absence: 'not-available' });
  const donors = donorsOf(panel);
  const shape = { unitCount: donors.length, periodCount: panel.periods.length };
  const demeaned = (values: Float64Array) => demeanBothWays(rowsOf(values, donors, shape.periodCount), shape);
  const fit = ordinaryLeastSquares(covariates.map(demeaned), demeaned(panel.outcomes));
  if (!fit) return refuse('sdid', 'collinear-regressors');
  const outcomes = Float64Array.from(panel.outcomes);
  covariates.forEach((values, index) => {
    const slope = fit.coefficients[index]!;
    for (let cell = 0; cell < outcomes.length; cell++) outcomes[cell]! -= slope * values[cell]!;
  });
  return { ...panel, covariates: {}, outcomes };
}

function rowsOf(values: Float64Array, units: readonly number[], width: number): Float64Array {
  const rows = new Float64Array(units.length * width);
  units.forEach((unit, index) => {
    rows.set(values.subarray(unit * width, (unit + 1) * width), index * width);
  });
  return rows;
}
