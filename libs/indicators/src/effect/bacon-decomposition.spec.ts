import fc from 'fast-check';
import { baconDecomposition } from './bacon-decomposition';
import { treatmentOf } from './difference-design';
import { seededDraws } from './draws';
import { twoWayFixedEffects } from './two-way-fixed-effects';

describe('the decomposition of two-way fixed effects', () => {
  it('adds up to what they print, whatever the dates and the weights', () => {
    const start = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(start, { minLength: 4, maxLength: 12 }),
        fc.integer({ min: 1, max: 1e6 }),
        (starts, seed) => {
          fc.pre(new Set(starts).size > 1 && starts.some((from) => from !== null && from > 0));
          const draws = seededDraws(seed);
          const panel = {
            units: starts.map(String),
            periods: [1, 2, 3, 4, 5, 6, 7],
            outcomes: Float64Array.from({ length: 7 * starts.length }, () => draws.normal()),
            treatedFrom: starts,
            weights: Float64Array.from(starts, () => 0.5 + draws.uniform()),
          };
          const fit = twoWayFixedEffects({
            unitCount: starts.length,
            periodCount: 7,
            weights: panel.weights,
            outcome: panel.outcomes,
            regressors: [treatmentOf(panel)],
          })!;
          const { total, comparisons } = baconDecomposition(panel);
          expect(total).toBeCloseTo(fit.coefficients[0]!, 8);
          expect(comparisons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
          expect(comparisons.every(({ weight }) => weight >= 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
