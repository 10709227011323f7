import fc from 'fast-check';
import { seededDraws } from './draws';
import { ordinaryLeastSquares } from './ordinary-least-squares';
import { twoWayFixedEffects } from './two-way-fixed-effects';

const table = (seed: number, unitCount: number, periodCount: number) => {
  const draws = seededDraws(seed);
  const column = () => Float64Array.from({ length: unitCount * periodCount }, () => draws.normal());
  return { unitCount, periodCount, outcome: column(), regressors: [column(), column()] };
};

describe('two-way fixed effects', () => {
  it('are least squares with an indicator for each unit and each period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 4, max: 7 }), (seed, size) => {
        const model = table(seed, size, 5);
        const cell = (test: (unit: number, period: number) => boolean) =>
          Float64Array.from(model.outcome, (_, index) => Number(test(Math.floor(index / 5), index % 5)));
        const units = Array.from({ length: size }, (_, own) => cell((unit) => unit === own));
        const periods = Array.from({ length: 4 }, (_, own) => cell((_unit, period) => period === own + 1));
        const fit = twoWayFixedEffects(model)!;
        const plain = ordinaryLeastSquares([...model.regressors, ...units, ...periods], model.outcome)!;
        expect(fit.coefficients[0]).toBeCloseTo(plain.coefficients[0]!, 9);
        expect(fit.coefficients[1]).toBeCloseTo(plain.coefficients[1]!, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('read a unit of weight 2 as that unit twice, errors by cluster included', () => {
    const model = table(3, 8, 4);
    const twice = (values: Float64Array) => Float64Array.from([...values, ...values.subarray(0, 4)]);
    const names = Array.from({ length: 8 }, (_, unit) => `unit-${unit}`);
    const weighted = twoWayFixedEffects({ ...model, weights: Float64Array.from([2, 1, 1, 1, 1, 1, 1, 1]) })!;
    const doubled = twoWayFixedEffects({
      unitCount: 9,
      periodCount: 4,
      outcome: twice(model.outcome),
      regressors: model.regressors.map(twice),
      clusters: [...names, 'unit-0'],
    })!;
    expect(weighted.coefficients[0]).toBeCloseTo(doubled.coefficients[0]!, 10);
    expect(Array.from(weighted.influences)).toEqual(
      Array.from(doubled.influences, (value) => expect.closeTo(value, 10)),
    );
    expect(doubled.degreesOfFreedom).toBe(7);
  });

  it('are not told when a regressor says what the effects say', () => {
    const model = table(5, 6, 4);
    const trend = Float64Array.from(model.outcome, (_, index) => index % 4);
    expect(twoWayFixedEffects({ ...model, regressors: [trend] })).toBeUndefined();
    const same = [model.regressors[0]!, model.regressors[0]!.map((value) => 3 * value)];
    expect(twoWayFixedEffects({ ...model, regressors: same })).toBeUndefined();
  });
});
