import { anEffect } from '../../../../test/support/evaluations';
import { concludeEffect } from './conclusion';
import { type EffectEstimate, refuse } from './effect';
import { evidenceLevel } from './evidence-level';

const estimate = anEffect();
const wide = { interval: { low: -9, high: 1 }, interval80: { low: -7, high: -1 }, p: 0.1 };

describe('what may be concluded', () => {
  it.each([
    ['fewer is better, fewer found', {}, { polarity: 'lower-is-better' }, 'favourable', 'very-likely'],
    ['more is better, fewer found', {}, { polarity: 'higher-is-better' }, 'unfavourable', 'very-likely'],
    ['nothing declared as better', {}, { polarity: 'none' }, 'unjudged', 'very-likely'],
    ['only 80 %', wide, { polarity: 'lower-is-better' }, 'inconclusive', 'likely'],
    [
      'neither',
      { ...wide, interval80: { low: -7, high: 1 }, p: 0.4 },
      { polarity: 'none' },
      'inconclusive',
      'inconclusive',
    ],
    ['a p that is not rare', { p: 0.06 }, { polarity: 'lower-is-better' }, 'inconclusive', 'likely'],
    ['too few donors for 5 %', { donorCount: 19, p: 0.05 }, { polarity: 'lower-is-better' }, 'inconclusive', 'likely'],
    ['placebos without p', { p: null }, { polarity: 'lower-is-better' }, 'inconclusive', 'likely'],
    ['small, all of it', {}, { polarity: 'lower-is-better', negligible: 8 }, 'negligible', 'negligible'],
    ['small, not all of it', {}, { polarity: 'lower-is-better', negligible: 6 }, 'favourable', 'very-likely'],
    ['no interval', { interval: null, interval80: null }, { polarity: 'none' }, 'inconclusive', 'inconclusive'],
  ] as const)('%s', (_name, change, rule, conclusion, certainty) => {
    expect(concludeEffect({ ...estimate, ...change }, rule)).toEqual({ conclusion, certainty });
  });

  it('is nothing of a refusal', () => {
    const read = concludeEffect(refuse('sdid', 'too-few-donors'), { polarity: 'none' });
    expect(read).toEqual({ conclusion: 'refused', certainty: null });
  });
});

describe('level of evidence', () => {
  const check: EffectEstimate = { ...estimate, method: 'did', estimate: -3, interval: { low: -6, high: 0 } };
  const sensitivity = [
    { kind: 'without-donor', estimate: -3.5 },
    { kind: 'ending-earlier', estimate: -3.8 },
    { kind: 'placebo-in-time', estimate: 0.4 },
  ] as const;
  const all = { result: estimate, crossChecks: [check], sensitivity };
  const codes = (facts: Parameters<typeof evidenceLevel>[0]) => evidenceLevel(facts).losses.map(({ code }) => code);

  it('is 4 when nothing was lost', () => {
    expect(evidenceLevel(all)).toEqual({ level: 4, losses: [] });
  });

  it('is 0 for a refusal, 1 for one series alone', () => {
    expect(evidenceLevel({ ...all, result: refuse(null, 'no-data-before') }).level).toBe(0);
    expect(evidenceLevel({ ...all, result: { ...estimate, method: 'its', inference: 'newey-west' } }).level).toBe(1);
  });

  it.each([
    ['few-donors', { donorCount: 15 }],
    ['poor-prefit', { prefit: { rmse: 5, relative: 0.3 } }],
    ['prior-trend', { warnings: [{ code: 'parallel-trends-doubtful', facts: { p: 0.04 } }] }],
    ['no-placebo', { p: null }],
  ] as const)('falls to 2 with the reason: %s', (code, change) => {
    const facts = { ...all, result: { ...estimate, ...change } };
    expect(evidenceLevel(facts).level).toBe(2);
    expect(codes(facts)).toContain(code);
  });

  it('falls to 2 when a start that never was shows as much', () => {
    const facts = { ...all, sensitivity: [{ kind: 'placebo-in-time', estimate: 3.5 } as const] };
    expect(evidenceLevel(facts)).toMatchObject({ level: 2, losses: [{ code: 'placebo-in-time-moves' }] });
  });

  it.each([
    ['cross-check-missing', { crossChecks: [refuse('did', 'parallel-trends-rejected')] }],
    ['cross-check-disagrees', { crossChecks: [{ ...check, estimate: 1, interval: { low: -2, high: 4 } }] }],
    ['leave-one-out-changes-sign', { sensitivity: [{ kind: 'without-donor', unit: 'Agen', estimate: 0.5 }] }],
    ['prior-year-matters', { sensitivity: [{ kind: 'ending-earlier', estimate: 0.5 }] }],
    ['external-shock', { result: { ...estimate, warnings: [{ code: 'external-shock', facts: { year: 2020 } }] } }],
    ['one-donor', { result: { ...estimate, warnings: [{ code: 'one-donor-weight', facts: {} }] } }],
    ['fragile-to-trends', { result: { ...estimate, warnings: [{ code: 'fragile-to-trends', facts: {} }] } }],
  ] as const)('falls to 3 with the reason: %s; a lot drawn gives it back', (code, change) => {
    const facts = { ...all, ...change };
    expect(evidenceLevel(facts).level).toBe(3);
    expect(codes(facts)).toContain(code);
    expect(evidenceLevel({ ...facts, isRandomised: true }).level).toBe(4);
  });

  it('cannot be bought by a lot where the counterfactual failed', () => {
    expect(evidenceLevel({ ...all, result: { ...estimate, donorCount: 12 }, isRandomised: true }).level).toBe(2);
  });
});
