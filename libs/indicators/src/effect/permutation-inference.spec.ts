import fc from 'fast-check';
import { permutationInference } from './permutation-inference';

const placebos = (count: number) =>
  Float64Array.from({ length: count }, (_, index) => (index % 2 ? 1 : -1) * (index + 1));

describe('inference by permutation', () => {
  it('ranks the effect among the placebos, itself included', () => {
    expect(permutationInference(37.5, placebos(38)).p).toBeCloseTo(2 / 39, 12);
    expect(permutationInference(-100, placebos(38)).p).toBeCloseTo(1 / 39, 12);
    expect(permutationInference(0, placebos(38)).p).toBe(1);
  });

  it('never prints less than one over the number of placebos plus one', () => {
    expect(permutationInference(1e9, placebos(19))).toMatchObject({ p: 0.05, pFloor: 0.05 });
  });

  it('never prints less than one over the number of donors plus one, however many the choices among them', () => {
    const design = fc.record({
      tried: fc.integer({ min: 1, max: 300 }),
      donors: fc.integer({ min: 1, max: 60 }),
      estimate: fc.double({ min: -400, max: 400, noNaN: true }),
    });
    fc.assert(
      fc.property(design, ({ tried, donors, estimate }) => {
        const { p, pFloor, interval, interval80 } = permutationInference(estimate, placebos(tried), donors);
        expect(p).toBeGreaterThanOrEqual(1 / (donors + 1));
        expect(pFloor).toBeGreaterThanOrEqual(1 / (donors + 1));
        for (const [found, level] of [
          [interval, 0.05],
          [interval80, 0.2],
        ] as const) {
          if (pFloor > level + 1e-9) expect(found).toBeNull();
          else expect(found!.low > 0 || found!.high < 0).toBe(p <= level + 1e-9);
        }
      }),
    );
  });

  it.each([
    [3, false, false],
    [4, false, true],
    [18, false, true],
    [19, true, true],
  ])('with %i placebos: an interval at 95 %% %s, at 80 %% %s', (count, has95, has80) => {
    const { interval, interval80 } = permutationInference(1, placebos(count));
    expect([interval !== null, interval80 !== null]).toEqual([has95, has80]);
  });

  it('excludes 0 from an interval exactly when p is at most its level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 19, maxLength: 99 }),
        fc.double({ min: -12, max: 12, noNaN: true }),
        (values, estimate) => {
          const { p, interval, interval80 } = permutationInference(estimate, Float64Array.from(values));
          const excludesZero = (low: number, high: number) => low > 0 || high < 0;
          expect(excludesZero(interval!.low, interval!.high)).toBe(p <= 0.05 + 1e-12);
          expect(excludesZero(interval80!.low, interval80!.high)).toBe(p <= 0.2 + 1e-12);
        },
      ),
    );
  });
});
