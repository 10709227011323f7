import { indicatorName } from './indicator-name';

describe('the name of an indicator in a file', () => {
  it.each([
    ['TP60', 'TP60'],
    ['tp60', 'TP60'],
    [' Taux_pauvreté ', 'TAUX_PAUVRETE'],
    ['prev-01', 'PREV-01'],
    ['Nb  mutations', 'NB MUTATIONS'],
  ])('reads « %s » as %s', (seen, name) => {
    expect(indicatorName(seen)).toBe(name);
  });
});
