import { anEffect, anEvaluation } from '../../../../test/support/evaluations';
import { type AvoidedCostQuestion, avoidedCost } from './avoided-cost';

const result = anEffect({
  method: 'did',
  estimate: -10,
  standardError: 2,
  interval: { low: -13.92, high: -6.08 },
  interval80: { low: -12.56, high: -7.44 },
  p: 0.0001,
  pFloor: 0,
  inference: 'cluster-robust',
  donorCount: 60,
  treatedCount: 20,
  periodsAfter: 4,
  prefit: { rmse: 1, relative: 0.01 },
  solverGap: null,
});
const evaluation = anEvaluation({ result, smallestVisibleEffect: 5.6 });
const question: AvoidedCostQuestion = {
  evaluation,
  exposed: 1,
  years: 1,
  savesWhen: 'lower',
  unitCost: { amount: 1_000, source: 'DREES, Aide sociale', year: 2022 },
  cashableShare: 1,
  dropOff: 0,
  projectCost: 8_000,
  payers: [{ name: 'Département', share: 1 }],
  gainers: [
    { name: 'Département', share: 0.75 },
    { name: 'État', share: 0.25 },
  ],
};

function computed(change: Partial<AvoidedCostQuestion> = {}) {
  const found = avoidedCost({ ...question, ...change });
  if (found.status === 'refused') throw new Error(found.code);
  return found;
}

describe('avoided cost', () => {
  it('follows the effect: −10 ± 2 events at 1 000 against 8 000 leaves 2 000 ± 2 000, above 0 with Φ(1) = 0.841', () => {
    const { net, probability, probabilityError, draws } = computed();
    expect(net.median).toBeGreaterThan(1_900);
    expect(net.median).toBeLessThan(2_100);
    expect(net.high - net.low).toBeGreaterThan(2 * 1.645 * 2_000 * 0.96);
    expect(net.high - net.low).toBeLessThan(2 * 1.645 * 2_000 * 1.04);
    expect(draws).toBe(10_000);
    expect(Math.abs(probability - 0.8413)).toBeLessThan(4 * probabilityError);
    expect(probabilityError).toBeCloseTo(Math.sqrt((0.8413 * 0.1587) / 10_000), 4);
  });

  it('is the same again with the same seed, close with another', () => {
    expect(computed()).toEqual(computed());
    expect(computed({ seed: 2 }).net.median).not.toBe(computed().net.median);
    expect(Math.abs(computed({ seed: 2 }).probability - computed().probability)).toBeLessThan(0.03);
  });

  it('discounts and wears off: two years at 3.2 % with half lost are worth 1 + 0.5 ÷ 1.032', () => {
    const whole = computed().benefit.median;
    expect(computed({ years: 2, dropOff: 0.5 }).benefit.median / whole).toBeCloseTo(1 + 0.5 / 1.032, 10);
  });

  it('counts only what payers really save, and shares it', () => {
    const { benefit, gainers } = computed({ cashableShare: 0.5 });
    expect(benefit.median).toBeCloseTo(computed().benefit.median / 2, 6);
    expect(gainers[0]!.benefit).toBeCloseTo(benefit.median * 0.75, 6);
  });

  it('draws few treated units from their placebos less their mean (methods.md §1.12), never from a normal', () => {
    const few = { ...result, treatedCount: 1, standardError: 50, placeboEffects: [2, 3, 4] };
    const { benefit } = computed({ evaluation: anEvaluation({ result: few }) });
    expect(benefit).toEqual({ low: 9_000, median: 10_000, high: 11_000 });
  });

  it('draws a normal from ten treated units on, or where placebos are not known', () => {
    const many = computed({ evaluation: anEvaluation({ result: { ...result, placeboEffects: [0] } }) });
    const old = computed({ evaluation: anEvaluation({ result: { ...result, treatedCount: 1 } }) });
    expect([many.benefit, old.benefit]).toEqual([computed().benefit, computed().benefit]);
  });

  it('says which unknown matters most', () => {
    const { tornado } = computed({
      unitCost: { ...question.unitCost, amount: { kind: 'lognormal', median: 1_000, high: 4_000 } },
    });
    expect(tornado.map(({ driver }) => driver).slice(0, 2)).toEqual(['unit-cost', 'effect']);
    expect(tornado.at(-1)).toMatchObject({ low: tornado.at(-1)!.high });
  });

  it('draws triangles with their own mean: (500 + 1 000 + 1 800) ÷ 3 events’ cost', () => {
    const amount = { kind: 'triangular', low: 500, mode: 1_000, high: 1_800 } as const;
    const certain = { ...evaluation, result: { ...result, standardError: 1e-9, interval: null } };
    const { benefit } = computed({ evaluation: certain, unitCost: { ...question.unitCost, amount } });
    // Quantiles of the triangle: 500 + √(p × 1 300 × 500) below the mode, 1 800 − √((1 − p) × 1 300 × 800) above.
    expect(benefit.low / 10).toBeCloseTo(500 + Math.sqrt(0.05 * 1_300 * 500), -1.5);
    expect(benefit.high / 10).toBeCloseTo(1_800 - Math.sqrt(0.05 * 1_300 * 800), -1.5);
  });

  it.each([
    ['evidence-too-low', { evaluation: { ...evaluation, evidence: { level: 2, losses: [] } } }],
    [
      'effect-refused',
      { evaluation: { ...evaluation, result: { status: 'refused', method: 'did', code: 'no-donor', facts: {} } } },
    ],
    ['sign-uncertain', { evaluation: { ...evaluation, result: { ...result, standardError: 9, interval: null } } }],
    ['conclusion-open', { evaluation: { ...evaluation, conclusion: 'inconclusive', certainty: 'inconclusive' } }],
    ['overlapping-outcomes', { overlaps: ['PREV-02'] }],
    ['unsourced-cost', { unitCost: { ...question.unitCost, source: ' ' } }],
    [
      'unknown-distribution',
      { evaluation: { ...evaluation, result: { ...result, standardError: null, interval: null } } },
    ],
    ['unsound-input', { gainers: [{ name: 'Département', share: 0.9 }] }],
    ['unsound-input', { unitCost: { ...question.unitCost, amount: { kind: 'triangular', low: 3, mode: 2, high: 4 } } }],
  ] as readonly [string, Partial<AvoidedCostQuestion>][])('is refused: %s', (code, change) => {
    expect(avoidedCost({ ...question, ...change })).toMatchObject({ status: 'refused', code });
  });
});
