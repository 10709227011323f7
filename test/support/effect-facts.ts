import type {
  BudgetFacts,
  DoubleEffectFacts,
  EffectPathFacts,
  EffectRow,
  EffectsFacts,
  FigureIndicator,
  FigureSource,
  PathPoint,
} from '@sillage/indicators';

export const effectSource: FigureSource = {
  label: 'Insee, recensement',
  licence: 'Licence Ouverte',
  updatedOn: '2026-03-14',
  nextExpectedOn: null,
  isDemo: false,
};

export const anEffectIndicator = (change: Partial<FigureIndicator> = {}): FigureIndicator => ({
  code: 'PREV-13',
  label: 'Jeunes sans emploi ni formation',
  unit: 'percent',
  decimals: 1,
  polarity: 'lower-is-better',
  allowsNegative: false,
  wording: {
    subject: 'la part des 18-25 ans sans emploi ni formation',
    isFeminine: true,
    isPlural: false,
    counted: 'jeunes',
  },
  ...change,
});

/** Observed and expected from 2014 on; the project acts from 2021. */
export function aPath(effects: readonly number[] = [-0.5, -1, -1.2, -1.5, -1.8]): PathPoint[] {
  const expected = [17.8, 18, 17.8, 17.4, 17.3, 17, 17.4, 16.7, 16.4, 16.1, 15.8, 15.6];
  const before = expected.length - effects.length;
  return expected.map((counterfactual, index) => {
    const gap = index < before ? (index % 2 === 0 ? 0.1 : -0.1) : effects[index - before]!;
    const margin = 0.4 + 0.15 * Math.max(0, index - 6);
    return {
      period: 2014 + index,
      observed: counterfactual + gap,
      counterfactual,
      gap: { low: gap - margin, high: gap + margin },
      isAfter: index >= before,
    };
  });
}

export const aPathFigure = (change: Partial<EffectPathFacts> = {}): EffectPathFacts => ({
  kind: 'effect-path',
  project: 'Maisons de proximité',
  indicator: anEffectIndicator(),
  place: '8 communes du projet',
  path: aPath(),
  isStaggered: false,
  isSinceStart: false,
  endYear: null,
  treatedCount: 8,
  years: [2014, 2025],
  conclusion: 'favourable',
  certainty: 'very-likely',
  evidence: 3,
  estimate: -1.2,
  interval: { low: -1.9, high: -0.5 },
  source: effectSource,
  ...change,
});

export const anEffectRow = (change: Partial<EffectRow> = {}): EffectRow => ({
  name: 'Maisons de proximité',
  indicator: anEffectIndicator(),
  conclusion: 'favourable',
  certainty: 'very-likely',
  evidence: 3,
  effect: { estimate: -1.8, interval: { low: -3.1, high: -0.5 }, expected: 15.6, treatedCount: 8 },
  refusal: null,
  ...change,
});

/** One of each: favourable, unfavourable, inconclusive, refused. */
export const aForest = (change: Partial<EffectsFacts> = {}): EffectsFacts => ({
  kind: 'effects',
  id: 'forest',
  rowsAre: 'projects',
  place: 'Département de démonstration',
  rows: [
    anEffectRow(),
    anEffectRow({
      name: 'Navettes rurales de l’Est et du plateau des Trois Rivières',
      indicator: anEffectIndicator({ code: 'REV-02', label: 'Logements vacants' }),
      conclusion: 'unfavourable',
      effect: { estimate: 0.9, interval: { low: 0.2, high: 1.6 }, expected: 9.2, treatedCount: 8 },
    }),
    anEffectRow({
      name: 'Budget participatif',
      indicator: anEffectIndicator({
        code: 'PART-01',
        label: 'Participation aux municipales',
        polarity: 'higher-is-better',
      }),
      conclusion: 'inconclusive',
      certainty: 'inconclusive',
      evidence: 2,
      effect: { estimate: -0.2, interval: { low: -1.9, high: 1.5 }, expected: 55, treatedCount: 8 },
    }),
    anEffectRow({
      name: 'ESAT de Mézin',
      indicator: anEffectIndicator({ code: 'PREV-20', label: 'Retours en hôpital évités' }),
      conclusion: 'refused',
      certainty: null,
      evidence: 0,
      effect: null,
      refusal: 'no-data-before',
    }),
  ],
  sources: [effectSource],
  ...change,
});

const standard = (value: number, margin: number, change: Partial<FigureIndicator> = {}) => ({
  indicator: anEffectIndicator(change),
  value,
  interval: { low: value - margin, high: value + margin },
  evidence: 3 as const,
});

export const aDoubleEffect = (change: Partial<DoubleEffectFacts> = {}): DoubleEffectFacts => ({
  kind: 'double-effect',
  place: 'Département de démonstration',
  projects: [
    { name: 'Maisons de proximité', people: standard(0.9, 0.4), place: standard(0.55, 0.35), absences: [] },
    { name: 'Tiers-lieux', people: standard(0.7, 0.9), place: standard(0.45, 0.6), absences: [] },
    { name: 'Navettes rurales', people: standard(0.2, 0.3), place: standard(-0.6, 0.4), absences: [] },
    { name: 'Budget participatif', people: standard(-0.1, 0.5), place: standard(0.1, 0.5), absences: [] },
    {
      name: 'ESAT de Mézin',
      people: null,
      place: null,
      absences: ['personnes : effet non estimable', 'lieu : aucun indicateur évalué'],
    },
  ],
  sources: [effectSource],
  ...change,
});

export const aBudget = (change: Partial<BudgetFacts> = {}): BudgetFacts => ({
  kind: 'budget',
  project: 'Maisons de proximité',
  years: [
    { year: 2023, voted: 800_000, committed: 760_000, spent: 610_000 },
    { year: 2024, voted: 900_000, committed: 880_000, spent: 850_000 },
    { year: 2025, voted: 950_000, committed: null, spent: null },
  ],
  isFictitious: true,
  ...change,
});
