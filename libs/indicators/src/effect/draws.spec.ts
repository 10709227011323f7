import { seededDraws } from './draws';

describe('seeded draws', () => {
  it('are the same again with the same seed', () => {
    const draw = () => {
      const draws = seededDraws(7);
      return [draws.uniform(), draws.normal(), draws.normal(), draws.below(10)];
    };
    expect(draw()).toEqual(draw());
  });

  it('begin anywhere, even after small seeds that follow each other', () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => seededDraws(seed).uniform());
    const below = (bound: number) => firsts.filter((value) => value < bound).length / firsts.length;
    // Four standard errors of a share of 400.
    for (const bound of [0.1, 0.5, 0.9]) {
      expect(Math.abs(below(bound) - bound)).toBeLessThan(4 * Math.sqrt((bound * (1 - bound)) / 400));
    }
  });
});
