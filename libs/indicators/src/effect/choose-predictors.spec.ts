import { choosePredictors } from './choose-predictors';
import type { Panel } from './panel';

const panel: Panel = {
  units: ['A', 'B'],
  periods: [1970, 1971, 1972, 1973, 1974, 1975, 1976, 1977],
  outcomes: new Float64Array(16),
  treatedFrom: [6, null],
};

describe('predictors of a synthetic control', () => {
  it('are averaged over the whole time before, and the outcome is matched at three periods', () => {
    expect(choosePredictors(panel, [{ covariate: 'income' }])).toEqual([
      { covariate: 'income', periods: [1970, 1971, 1972, 1973, 1974, 1975] },
      { periods: [1971] },
      { periods: [1974] },
      { periods: [1975] },
    ]);
  });

  it('are averaged over the periods asked for, the outcome among them', () => {
    expect(
      choosePredictors(panel, [{ covariate: 'income', from: 1972, to: 1974 }, { from: 1971 }, { from: 1975 }]),
    ).toEqual([{ covariate: 'income', periods: [1972, 1973, 1974] }, { periods: [1971] }, { periods: [1975] }]);
  });
});
