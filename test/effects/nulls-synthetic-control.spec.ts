import {
  type EffectEstimate,
  type Interval,
  type Panel,
  type PredictorOptions,
  seededDraws,
  syntheticControlWithPredictors,
} from '@sillage/indicators';
import { choosePredictors, type WantedPredictor } from '../../libs/indicators/src/effect/choose-predictors';
import type { Draws } from '../../libs/indicators/src/effect/draws';
import { autoregressive } from './simulated-panel';

const before = 12;
const periods = Array.from({ length: 15 }, (_, period) => period);

/** An outcome that follows the unit's age, with autoregressive noise; nothing happens to the first unit. */
function aPanel(draws: Draws, donors: number): Panel {
  const units = Array.from({ length: donors + 1 }, (_, unit) => `unit-${unit}`);
  const cells = units.flatMap(() => {
    const own = draws.normal();
    const errors = autoregressive(draws, periods.length, 0.5);
    return periods.map((time) => ({ age: 20 + 3 * own, outcome: 60 + (3 + 0.1 * time) * own + errors[time]! }));
  });
  return {
    units,
    periods,
    outcomes: Float64Array.from(cells, ({ outcome }) => outcome),
    treatedFrom: units.map((_, unit) => (unit === 0 ? before : null)),
    covariates: { age: Float64Array.from(cells, ({ age }) => age) },
  };
}

const holds = ({ low, high }: Interval): boolean => low <= 0 && 0 <= high;

describe('synthetic control matched on predictors where nothing happened', () => {
  // of so many donors and the treated unit, 5 % is reached by the first, or by the first two
  it.each<[string, number, number, readonly WantedPredictor[], Pick<PredictorOptions, 'importance'>]>([
    ['chosen for each donor in turn', 20, 100, [{ covariate: 'age' }, {}], {}],
    ['fixed beforehand', 39, 400, [{ covariate: 'age' }], { importance: [1, 1, 1, 1] }],
  ])('with importances %s, %i donors: 5 %% at most are called effects', (_name, donors, runs, wanted, options) => {
    const draws = seededDraws(donors);
    const found = Array.from({ length: runs }, () => {
      const panel = aPanel(draws, donors);
      return syntheticControlWithPredictors(panel, { predictors: choosePredictors(panel, wanted), ...options });
    }).filter((result): result is EffectEstimate => result.status === 'ok');
    const share = (test: (result: EffectEstimate) => boolean): number => found.filter(test).length / found.length;
    const rejected = share(({ p }) => p! <= 0.05);
    expect(found.length).toBeGreaterThan(runs / 2);
    expect(rejected).toBeLessThanOrEqual(0.05 + 2.33 * Math.sqrt((0.05 * 0.95) / found.length));
    // a test that never rejects would pass the above
    expect(rejected).toBeGreaterThan(0);
    expect(share(({ interval }) => holds(interval!))).toBeGreaterThanOrEqual(0.93);
  });
});
