import fc from 'fast-check';
import { byarInterval } from './interval';
import { rateInterval } from './rate-interval';
import { indirectRatio, standardisedRate } from './standardised-rate';

describe('directly standardised rate', () => {
  it('is the crude rate with Byar limits when there is one age group', () => {
    const rate = standardisedRate([{ count: 40, population: 5_000, standard: 100_000 }]);
    const byar = byarInterval(40, 5_000)!;
    expect(rate).toMatchObject({ status: 'ok', value: 40 / 5_000, events: 40 });
    if (rate.status !== 'ok') return;
    expect(rate.low).toBeCloseTo(byar.low, 14);
    expect(rate.high).toBeCloseTo(byar.high, 14);
  });

  it('weighs each age by the standard population: (10/1000 × 1 + 30/1000 × 3) ÷ 4', () => {
    const strata = [
      { count: 10, population: 1_000, standard: 1 },
      { count: 30, population: 1_000, standard: 3 },
    ];
    const rate = standardisedRate(strata);
    if (rate.status !== 'ok') throw new Error(rate.code);
    expect(rate.value).toBeCloseTo(0.025, 14);
    // Dobson: variance (10 × 1 + 30 × 9) ÷ 1000² ÷ 4² over 40 events rescales 40 − 28.576 (Byar).
    const scale = Math.sqrt(280 / 1e6 / 16 / 40);
    expect(rate.low).toBeCloseTo(0.025 + scale * (byarInterval(40, 1)!.low - 40), 14);
  });

  it.each([
    [[{ count: 9, population: 100, standard: 1 }], 'too-few-events'],
    [[{ count: 20, population: 0, standard: 1 }], 'empty-stratum'],
  ] as const)('is refused where it would mislead', (strata, code) => {
    expect(standardisedRate(strata)).toMatchObject({ status: 'refused', code });
  });

  it('does not depend on the size of the standard population', () => {
    const stratum = fc.record({
      count: fc.integer({ min: 5, max: 500 }),
      population: fc.integer({ min: 500, max: 50_000 }),
      standard: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 2, maxLength: 8 }), (strata) => {
        const rate = standardisedRate(strata);
        const scaled = standardisedRate(strata.map((each) => ({ ...each, standard: each.standard * 7 })));
        if (rate.status !== 'ok' || scaled.status !== 'ok') throw new Error('refused');
        expect(scaled.high / rate.high).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('indirectly standardised ratio', () => {
  it('is 1, and the rate that of the reference, for the reference itself', () => {
    const strata = [
      { count: 50, population: 1_000, referenceCount: 50, referencePopulation: 1_000 },
      { count: 10, population: 3_000, referenceCount: 10, referencePopulation: 3_000 },
    ];
    const { ratio, rate, ratioInterval } = indirectRatio(strata)!;
    expect(ratio).toBe(1);
    expect(rate).toBeCloseTo(60 / 4_000, 14);
    expect(ratioInterval.low).toBeCloseTo(byarInterval(60, 60)!.low, 12);
  });

  it('has exact Poisson limits under ten events', () => {
    const strata = [{ count: 4, population: 100, referenceCount: 20, referencePopulation: 1_000 }];
    const { ratio, ratioInterval } = indirectRatio(strata)!;
    expect(ratio).toBeCloseTo(2, 14);
    expect(ratioInterval.high).toBeCloseTo(rateInterval(4, 2)!.high, 12);
    // Garwood: 4 events are compatible with 1.0899 to 10.2416.
    expect(ratioInterval.high * 2).toBeCloseTo(10.2416, 4);
  });
});
