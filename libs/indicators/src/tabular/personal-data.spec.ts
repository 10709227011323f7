import { aFinding } from './finding';

describe('what a remark repeats of a cell', () => {
  it.each([
    ['jean.dupont@exemple.fr', '•••'],
    ['Contact : Jean 06 12 34 56 78', 'Contact : Jean •••'],
    ['1 85 01 01 001 001 35', '••• 35'],
    ['FR76 3000 6000 0112 3456 7890 189', '•••'],
    ['99999', '99999'],
    ['1 234,50', '1 234,50'],
  ])('%j is shown as %j', (cell, shown) => {
    expect(aFinding('TERRITOIRE_INCONNU', 2, 'code', cell).seen).toBe(shown);
  });

  it('hides a number that the limit would cut', () => {
    expect(aFinding('TERRITOIRE_INCONNU', 2, 'code', `${'x '.repeat(56)}06 12 34 56 78`).seen).not.toContain('06 12');
  });
});
