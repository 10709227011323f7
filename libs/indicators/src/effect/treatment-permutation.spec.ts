import { type PermutationDesign, permuteTreatment } from './treatment-permutation';

/** Means of the members minus means of the others, one value per block. */
function design(values: readonly number[], treated: readonly number[]): PermutationDesign {
  const gapOf = (members: readonly number[], of: readonly number[]): number => {
    const inside = members.reduce((sum, block) => sum + of[block]!, 0);
    const all = of.reduce((sum, value) => sum + value, 0);
    return inside / members.length - (all - inside) / (of.length - members.length);
  };
  const isTreated = values.map((_, block) => Number(treated.includes(block)));
  return {
    blockCount: values.length,
    kinds: [{ sets: treated.length }],
    observed: [treated],
    effectOf: ([members]) => ({ effect: gapOf(members!, values), share: gapOf(members!, isTreated) }),
  };
}

const values = Array.from({ length: 40 }, (_, block) => ((block * 7919) % 41) / 10);

describe('permuting the treatment', () => {
  it('ranks one treated unit among all the others', () => {
    const highest = values.map((value, block) => (block === 3 ? 100 : value));
    expect(permuteTreatment(design(highest, [3]), 1)).toMatchObject({ p: 1 / 40, pFloor: 1 / 40, count: 39 });
  });

  it('tries every pair of a small pool, and draws among many', () => {
    expect(permuteTreatment(design(values, [0, 1]), 1).count).toBe((40 * 39) / 2 - 1);
    const drawn = permuteTreatment(design(values, [0, 1, 2, 3]), 1);
    expect(drawn.count).toBe(1999);
    expect(permuteTreatment(design(values, [0, 1, 2, 3]), 1)).toEqual(drawn);
    expect(permuteTreatment(design(values, [0, 1, 2, 3]), 2).p).not.toBe(drawn.p);
  });

  it.each([[[0, 1]], [[4, 9, 22]], [[1, 2, 3, 30, 31]]])(
    'prints no p below one over the donors plus one when %j are treated, however extreme',
    (treated) => {
      const extreme = values.map((value, block) => (treated.includes(block) ? value + 1_000 : value));
      const floor = 1 / (values.length - treated.length + 1);
      expect(permuteTreatment(design(extreme, treated), 1)).toMatchObject({ p: floor, pFloor: floor });
    },
  );

  it.each([
    [[5], 0.05],
    [[5, 11], 0.05],
    [[5], 0.2],
    [[1, 8, 30], 0.2],
  ])('gives the effects whose removal from units %j leaves p above %d', (treated, level) => {
    const result = permuteTreatment(design(values, treated), 1);
    const { low, high } = (level === 0.05 ? result.interval : result.interval80)!;
    const without = (effect: number) =>
      permuteTreatment(
        design(
          values.map((value, block) => (treated.includes(block) ? value - effect : value)),
          treated,
        ),
        1,
      ).p;
    for (const [inside, outside] of [
      [low + 1e-6, low - 1e-6],
      [high - 1e-6, high + 1e-6],
    ] as const) {
      expect(without(inside)).toBeGreaterThan(level);
      expect(without(outside)).toBeLessThanOrEqual(level);
    }
  });

  it('gives no 95 % interval where no rank could reach 5 %', () => {
    const result = permuteTreatment(design(values.slice(0, 15), [3]), 1);
    expect(result.interval).toBeNull();
    expect(result.interval80).not.toBeNull();
    expect(result.pFloor).toBe(1 / 15);
  });
});
