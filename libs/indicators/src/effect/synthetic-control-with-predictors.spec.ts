import { seededDraws } from './draws';
import type { Panel } from './panel';
import type { Predictor } from './predictor-features';
import { fitWithPredictors, syntheticControlWithPredictors } from './synthetic-control-with-predictors';

const before = 10;
const years = Array.from({ length: before }, (_, time) => 2000 + time);

/** The outcome follows the share of old people; the number of benches has nothing to do with it. */
function aPanel({ effect = 0, scale = 1, donors = 20 } = {}): Panel {
  const draws = seededDraws(4);
  const periods = Array.from({ length: 14 }, (_, time) => 2000 + time);
  const units = ['treated', ...Array.from({ length: donors }, (_, donor) => `donor ${donor}`)];
  const age = units.map((_, unit) => (unit === 0 ? 25 : 15 + (20 * unit) / donors));
  const benches = units.map(() => 100 * draws.uniform());
  const cells = <Cell>(cell: (unit: number, time: number) => Cell): Cell[] =>
    units.flatMap((_, unit) => periods.map((__, time) => cell(unit, time)));
  return {
    units,
    periods,
    outcomes: Float64Array.from(
      cells(
        (unit, time) =>
          100 + (2 + 0.3 * time) * age[unit]! + 0.3 * draws.normal() + (unit === 0 && time >= before ? effect : 0),
      ),
    ),
    treatedFrom: units.map((_, unit) => (unit === 0 ? before : null)),
    covariates: {
      // Known every other year only.
      age: Float64Array.from(cells((unit, time) => (time % 2 ? Number.NaN : scale * age[unit]!))),
      benches: Float64Array.from(cells((unit) => benches[unit]!)),
    },
  };
}

const predictors: Predictor[] = [
  { covariate: 'age', periods: years },
  { covariate: 'benches', periods: years },
  { periods: [2009] },
];

describe('synthetic control matched on predictors', () => {
  it('finds a known effect, and gives weights to donors around the treated age', () => {
    const result = syntheticControlWithPredictors(aPanel({ effect: 12 }), { predictors });
    if (result.status === 'refused') throw new Error(result.code);
    expect(Math.abs(result.estimate - 12)).toBeLessThan(1.5);
    expect(result.p).toBeCloseTo(1 / 21, 10);
    expect(result.sensitivity!.length).toBeGreaterThan(0);
    for (const { estimate } of result.sensitivity!) expect(Math.abs(estimate - 12)).toBeLessThan(3);
  });

  it('chooses an importance that follows the past better than equal ones', () => {
    const chosen = fitWithPredictors(aPanel(), { predictors })!;
    const equal = fitWithPredictors(aPanel(), { predictors, importance: [1, 1, 1] })!;
    expect(chosen.fitError).toBeLessThan(equal.fitError);
    expect(chosen.importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('does not depend on the unit of a predictor, nor on the total of the importances', () => {
    const importance = [3, 1, 2];
    const plain = fitWithPredictors(aPanel(), { predictors, importance })!;
    const inPermille = fitWithPredictors(aPanel({ scale: 10 }), { predictors, importance })!;
    const shared = fitWithPredictors(aPanel(), { predictors, importance: importance.map((one) => one / 6) })!;
    expect(inPermille.effect).toBeCloseTo(plain.effect, 8);
    expect(shared.effect).toBeCloseTo(plain.effect, 8);
  });

  it('computes nothing where a predictor has no value', () => {
    const none: Predictor[] = [{ covariate: 'age', periods: [2001] }];
    expect(fitWithPredictors(aPanel(), { predictors: none })).toBeUndefined();
    expect(syntheticControlWithPredictors(aPanel(), { predictors: none }).status).toBe('refused');
  });

  it('refuses what synthetic control refuses', () => {
    expect(syntheticControlWithPredictors(aPanel({ donors: 5 }), { predictors })).toMatchObject({
      code: 'too-few-donors',
    });
  });

  it('says which covariate is unknown', () => {
    expect(() => fitWithPredictors(aPanel(), { predictors: [{ covariate: 'rain', periods: years }] })).toThrow('rain');
  });
});
