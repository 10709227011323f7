import { anEffect, anEvaluation } from '../../../../test/support/evaluations';
import { checkSentence, evidenceSentences } from '../wording/effects/evidence-sentences';
import type { Evaluation } from './evaluation';
import { type CheckedFacts, evaluationChecks } from './evaluation-checks';

const subject = {
  label: 'Jeunes sans emploi',
  unit: 'persons',
  decimals: 0,
  polarity: 'lower-is-better' as const,
  wording: { subject: 'le nombre de jeunes', isFeminine: false, isPlural: false, counted: 'jeunes' },
};
const difference = anEffect({ method: 'did', inference: 'cluster-robust', treatedCount: 12 });
const facts: CheckedFacts = {
  result: difference,
  crossChecks: [],
  sensitivity: [],
  treatedEvents: null,
  declaredEvents: null,
  hasProvisionalValues: false,
};
const told = (code: string, change: Partial<CheckedFacts>) => {
  const check = evaluationChecks({ ...facts, ...change }).find((one) => one.code === code)!;
  return { verdict: check.verdict, text: checkSentence(check, { subject }, 'fr').text };
};
const inTime = (estimate: number) => ({ sensitivity: [{ kind: 'placebo-in-time' as const, estimate, period: 2015 }] });

describe('the checks of an evaluation', () => {
  it.each([
    ['passed', inTime(0.4), 'Un début fictif, placé en 2015, ne montre pas d’écart net.'],
    ['failed', inTime(-6), 'Un début fictif, placé en 2015, montre déjà un écart de −6.'],
    [
      'doubtful',
      { result: anEffect({ p: 0.02 }), ...inTime(-6) },
      'Un début fictif, placé en 2015, montre déjà un écart de −6.',
    ],
  ] as const)('speak of a start that never was where no other place was tried: %s', (verdict, change, text) => {
    const found = told('placebo', change);
    expect({ ...found, text: found.text.replace(/\u00a0/g, ' ') }).toEqual({ verdict, text });
  });

  it('speak of a territory left out only where one was', () => {
    const earlier = { kind: 'ending-earlier' as const, estimate: -3.5 };
    const without = { kind: 'without-donor' as const, unit: '47001', estimate: -3.8 };
    const other = told('sensitivity', { sensitivity: [earlier] });
    expect(other.verdict).toBe('passed');
    expect(other.text).not.toContain('territoire');
    expect(told('sensitivity', { sensitivity: [earlier, without] }).text).toContain('retire un territoire');
  });

  it('doubt figures whose definition changed, and say when', () => {
    const found = told('data-quality', { seriesBreak: 2018 });
    expect(found.verdict).toBe('doubtful');
    expect(found.text).toContain('définition de l’indicateur a changé en 2018');
  });
});

describe('a level of evidence', () => {
  const sentences = (evidence: Evaluation['evidence']) =>
    evidenceSentences({ evaluation: anEvaluation({ evidence }), subject }, 'fr');
  const losses = [{ code: 'external-shock' as const, facts: { year: 2020 } }];

  it('of 4 drawn by lot keeps what it lost, and does not claim to hold with other methods', () => {
    const { meaning, reasons } = sentences({ level: 4, losses });
    expect(meaning).toContain('tirés au sort');
    expect(reasons).toHaveLength(1);
  });

  it('of 4 that others found again says so, and what it lost', () => {
    const { meaning, reasons } = sentences({ level: 4, losses, replications: 1 });
    expect(meaning).toContain('Un autre projet du même programme');
    expect(reasons).toEqual(['L’année 2020, hors norme partout, est proche du début.']);
    const whole = sentences({ level: 4, losses: [], replications: 1 });
    expect(whole.meaning).toContain('Un autre projet du même programme');
    expect(whole.reasons).toEqual([]);
  });
});
