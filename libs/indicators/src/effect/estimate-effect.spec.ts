import fc from 'fast-check';
import { effectMethods } from './effect';
import { estimateEffect } from './estimate-effect';
import type { Panel } from './panel';

/** Small panels as people make them: few units, few periods, constant or tiny or huge outcomes, any starts. */
const panels = fc
  .oneof(
    fc.record({ units: fc.integer({ min: 0, max: 26 }), periods: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ units: fc.integer({ min: 20, max: 40 }), periods: fc.integer({ min: 12, max: 16 }) }),
  )
  .chain(({ units, periods }) =>
    fc.record({
      periods: fc.constant(Array.from({ length: periods }, (_, time) => 2001 + time)),
      units: fc.constant(Array.from({ length: units }, (_, unit) => `unit ${unit}`)),
      treatedFrom: fc.array(fc.option(fc.integer({ min: Math.floor(periods * 0.6), max: periods - 1 }), { freq: 2 }), {
        minLength: units,
        maxLength: units,
      }),
      donorsOnly: fc.boolean(),
      scale: fc.constantFrom(0, 1e-9, 1, 1e9),
      values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: units * periods, maxLength: units * periods }),
    }),
  )
  .map(
    ({ donorsOnly, scale, values, treatedFrom, ...axes }): Panel => ({
      ...axes,
      treatedFrom: treatedFrom.map((from, unit) => (donorsOnly && unit > 0 ? null : from)),
      outcomes: Float64Array.from(values, (value) => value * scale),
    }),
  );

const numbersOf = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersOf) : [];
};

describe.each(effectMethods)('an effect by %s', (method) => {
  it('is an estimate without any NaN, or a refusal, whatever the panel', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const result = estimateEffect(panel, method, { seed: 1 });
        expect(['ok', 'refused']).toContain(result.status);
        expect(numbersOf(result).filter(Number.isNaN)).toEqual([]);
        if (result.status === 'ok') expect(Number.isFinite(result.estimate)).toBe(true);
      }),
      // each panel is small already: shrinking one takes longer than reading it
      { numRuns: 100, seed: 47, endOnFailure: true },
    );
  });
});
