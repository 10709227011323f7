import { anEffect, anEvaluation } from '../../../../test/support/evaluations';
import { refuse } from './effect';
import type { Evaluation } from './evaluation';
import { amongOutcomes, replicated, withheld } from './shown-evaluation';

const result = anEffect({
  p: 0.03,
  path: [{ period: 2020, observed: 7, counterfactual: 11, gap: null, isAfter: true }],
  placeboEffects: [-1, 1],
});
const evaluation = anEvaluation({ result, crossChecks: [result], byTerritory: [{ unit: '47001', result }] });

describe('an effect among the outcomes of a project', () => {
  it('is open, and says why, when its adjusted p is no longer rare', () => {
    const shown = amongOutcomes(evaluation, 0.09);
    expect([shown.conclusion, shown.certainty]).toEqual(['inconclusive', 'likely']);
    expect(shown.result).toEqual({
      ...result,
      warnings: [{ code: 'many-outcomes', facts: { p: 0.03, adjusted: 0.09 } }],
    });
    expect(evaluation.conclusion).toBe('favourable');
  });

  it.each([
    ['clear alone', evaluation, 0.2, 'likely'],
    ['clear alone', evaluation, 0.21, 'inconclusive'],
    ['likely alone', { ...evaluation, conclusion: 'inconclusive', certainty: 'likely' }, 0.9, 'inconclusive'],
  ] as const)('%s, is called likely up to an adjusted p of 20 %% only', (_name, given, p, certainty) => {
    const shown = amongOutcomes(given, p);
    expect([shown.conclusion, shown.certainty]).toEqual(['inconclusive', certainty]);
    expect(shown.result).toMatchObject({ warnings: [{ code: 'many-outcomes', facts: { adjusted: p } }] });
  });

  it.each([
    ['an adjusted p of 5 %', evaluation, 0.05],
    ['no p', evaluation, null],
    ['likely words that hold', { ...evaluation, conclusion: 'inconclusive', certainty: 'likely' }, 0.15],
    ['a conclusion already open', { ...evaluation, conclusion: 'inconclusive', certainty: 'inconclusive' }, 0.4],
    ['a negligible effect', { ...evaluation, conclusion: 'negligible' }, 0.4],
  ] as const)('stays as it was with %s', (_name, given, p) => {
    expect(amongOutcomes(given, p)).toBe(given);
  });
});

describe('an evaluation whose figures are secret today', () => {
  it('gives nothing of them away', () => {
    const shown = withheld(evaluation, { count: 2, unit: '47001', period: 2020 });
    expect(shown.result).toEqual(refuse('sdid', 'suppressed-outcome', { count: 2, unit: '47001', period: 2020 }));
    expect(shown).toMatchObject({ conclusion: 'refused', certainty: null, crossChecks: [], evidence: { level: 0 } });
    expect(shown.smallestVisibleEffect).toBeNull();
    expect(shown.byTerritory).toBeUndefined();
    expect(JSON.stringify(shown)).not.toMatch(/"observed"|"estimate"|placebo[A-Z]/);
  });
});

describe('an effect found again by another project of the programme', () => {
  const other = { evaluation, project: 2, indicator: 1, programme: 'P' };
  const own = { evaluation, project: 1, indicator: 1, programme: 'P' };
  const levelWith = (others: (typeof other)[]) => replicated(own, [own, ...others]).evidence;

  it('is of level 4, and says how many found it', () => {
    expect(levelWith([other, { ...other, project: 3 }])).toEqual({ level: 4, losses: [], replications: 2 });
  });

  it.each([
    ['the same project', { project: 1 }],
    ['another outcome', { indicator: 2 }],
    ['another programme', { programme: 'Q' }],
    ['the other direction', { evaluation: { ...evaluation, conclusion: 'unfavourable' as const } }],
    ['an open conclusion', { evaluation: { ...evaluation, conclusion: 'inconclusive' as const } }],
    ['weaker evidence', { evaluation: { ...evaluation, evidence: { level: 2 as const, losses: [] } } }],
  ])('is not replicated by %s', (_name, change) => {
    expect(levelWith([{ ...other, ...change }])).toEqual(evaluation.evidence);
  });

  it('counts a clear effect without a better direction by its sign', () => {
    const unjudged = (estimate: number): Evaluation => ({
      ...evaluation,
      conclusion: 'unjudged',
      result: { ...result, estimate },
    });
    const found = (estimate: number) =>
      replicated({ ...own, evaluation: unjudged(-4) }, [{ ...other, evaluation: unjudged(estimate) }]).evidence.level;
    expect([found(-2), found(2)]).toEqual([4, 3]);
  });

  it('never lifts what a comparison lost, nor what belongs to no programme', () => {
    const weak: Evaluation = { ...evaluation, evidence: { level: 2, losses: [{ code: 'no-placebo', facts: {} }] } };
    expect(replicated({ ...own, evaluation: weak }, [other])).toBe(weak);
    const alone = { ...own, programme: null };
    expect(replicated(alone, [{ ...other, programme: null }])).toBe(evaluation);
  });
});
