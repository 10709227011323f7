import { contradictsUnit, unitFamily } from './unit-cell';

describe('the unit that a cell says', () => {
  it.each([
    ['Personnes', 'percent', true],
    ['nombre de ménages', 'per-1000', true],
    ['Nombre', 'persons', false],
    ['nombre pour 100 habitants', 'percent', false],
    ['%', 'persons', true],
    ['k€', 'euros', true],
    ['euros', 'euros', false],
    ['victimes', 'persons', false],
  ])('%j for an indicator in %s would be taken for another number: %s', (cell, unit, expected) => {
    expect(contradictsUnit(unitFamily(cell), unit)).toBe(expected);
  });
});
