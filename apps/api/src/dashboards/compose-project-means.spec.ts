import { anEffect, anEvaluation } from '../../../../test/support/evaluations';
import { tilesOf } from './compose-project-means';
import type { ProjectFacts } from './project-facts';

const path = [
  { period: 2018, observed: 10, counterfactual: 10, gap: null, isAfter: false },
  { period: 2019, observed: 7, counterfactual: 11, gap: null, isAfter: true },
];

describe('the tiles of a project', () => {
  it.each([
    ['favourable', 3, 'Écart attribué au projet'],
    ['favourable', 2, 'Écart constaté'],
    ['inconclusive', 3, 'Écart constaté'],
    ['negligible', 4, 'Écart constaté'],
  ] as const)('call a difference that is %s at level %i what it is', (conclusion, level, label) => {
    const evaluation = anEvaluation({
      conclusion,
      evidence: { level, losses: [] },
      result: anEffect({ path }),
    });
    const main = { indicator: { unit: 'persons', decimals: 0, polarity: 'lower-is-better' }, record: { evaluation } };
    const facts = { item: { project: { budget: [] }, outcomes: [main] }, progress: [] };
    expect(tilesOf(facts as unknown as ProjectFacts, 'fr')[0]!.label).toContain(label);
  });
});
