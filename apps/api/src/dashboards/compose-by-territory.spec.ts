import type { EffectsFacts } from '@sillage/indicators';
import { anEffect, anEvaluation } from '../../../../test/support/evaluations';
import { territoriesFigure } from './compose-by-territory';
import { effectsInBrief } from './compose-effects-in-brief';
import { registrationOf } from './compose-registration';
import type { FigurePage } from './page-facts';
import type { EvaluatedOutcome, ProjectFacts, ProjectItem } from './project-facts';

const wording = { subject: 'le nombre de jeunes', isFeminine: false, isPlural: false, counted: 'jeunes' };
const indicator = {
  ...{ id: 1, code: 'A', unit: 'persons', decimals: 0, polarity: 'lower-is-better', source: 'INSEE', frequency: 'P1Y' },
  fr: { label: 'Jeunes sans emploi', wording },
};
const outcome = (change: Parameters<typeof anEvaluation>[0], adjustedP = 0.02): EvaluatedOutcome =>
  ({
    indicator,
    record: { evaluation: anEvaluation(change), adjustedP, pool: { treated: [], donors: [] } },
  }) as unknown as EvaluatedOutcome;
const item = (code: string, main: EvaluatedOutcome): ProjectItem =>
  ({
    project: { code, fr: { title: code, summary: '' }, isExample: false },
    treatments: [],
    outcomes: [main],
  }) as unknown as ProjectItem;

describe('the effect in each territory', () => {
  const byTerritory = [0.001, 0.5, 0.6].map((p, unit) => ({ unit: String(unit), result: anEffect({ p }) }));
  const told = (main: EvaluatedOutcome, negligible: number | null) => {
    const place = {
      territories: [],
      endDate: null,
      anticipationPeriods: 0,
      outcomes: [{ indicator: 'A', isMain: true }],
    };
    const facts = {
      item: { ...item('P', main), project: { ...item('P', main).project, ...place } },
      preRegistration: { mainOutcome: 'A', negligible, asFixed: place },
      sources: [],
      state: null,
      home: { isDemo: false },
    } as unknown as ProjectFacts;
    const keep = (_figure: unknown, forest: unknown) => forest as FigurePage;
    const forest = territoriesFigure(facts, main, keep, 'fr') as unknown as EffectsFacts;
    return forest.rows.map(({ conclusion, certainty }) => [conclusion, certainty]);
  };

  it('is adjusted for the territories, and for the outcomes that were looked at with it', () => {
    const alone = outcome({ byTerritory, result: anEffect({ p: 0.02 }) }, 0.02);
    expect(told(alone, null)).toEqual([
      ['favourable', 'very-likely'],
      ['inconclusive', 'inconclusive'],
      ['inconclusive', 'inconclusive'],
    ]);
    const among = outcome({ byTerritory, result: anEffect({ p: 0.001 }) }, 0.03);
    expect(told(among, null)[0]).toEqual(['inconclusive', 'likely']);
  });

  it('is negligible under the size that was fixed', () => {
    expect(told(outcome({ byTerritory }), 8)[0]).toEqual(['negligible', 'negligible']);
  });
});

describe('the effects of the home page', () => {
  it.each(['refused', 'negligible'] as const)('show what is open or unfavourable, %s or not', (conclusion) => {
    const good = ['A', 'B', 'C'].map((code) => item(code, outcome({ evidence: { level: 4, losses: [] } })));
    const other = item('D', outcome({ conclusion, certainty: null }));
    const open = item('E', outcome({ conclusion: 'inconclusive', certainty: 'inconclusive' }));
    const brief = effectsInBrief([...good, other, open], 'fr');
    expect(brief.map(({ link }) => link)).toEqual(['/projets/A', '/projets/B', '/projets/E']);
  });
});

describe('what was fixed before the start', () => {
  const territory = { level: 'commune', code: '1', startDate: '2027-01-01' };
  const fixed = { territories: [territory], endDate: null, anticipationPeriods: 0 };
  const textOf = (change: object): string => {
    const project = { ...fixed, outcomes: [{ indicator: 'A', isMain: true }], ...change };
    const facts = {
      item: { ...item('P', outcome({})), project },
      indicators: [],
      history: [],
      preRegistration: {
        ...{ mainOutcome: 'A', comparisonPool: 'similar-in-departement', readingDate: '2030-12-31', negligible: null },
        ...{ isRandomised: true, fixedAt: '2026-11-23T10:00:00Z', fixedBy: 'Mme Test', asFixed: fixed },
      },
    };
    return registrationOf(facts as unknown as ProjectFacts, 'fr')!.text;
  };

  it.each([
    ['nothing changed', {}, true],
    ['only the end changed', { endDate: '2031-01-01' }, true],
    ['the start was moved back', { territories: [{ ...territory, startDate: '2019-01-01' }] }, false],
    ['the anticipation changed', { anticipationPeriods: 2 }, false],
    ['the main outcome changed', { outcomes: [{ indicator: 'B', isMain: true }] }, false],
  ])('claims that nothing could be chosen afterwards where it is so: %s', (_name, change, isClaimed) => {
    expect(textOf(change).includes('ne pouvait plus être choisi après coup')).toBe(isClaimed);
  });
});
