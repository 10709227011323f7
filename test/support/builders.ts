import {
  type AggregationRule,
  aPeriod,
  type IndicatorDefinition,
  type Measure,
  measured,
  type Period,
  type Territory,
} from '@sillage/indicators';

/** Deterministic objects for tests: override what the test is about. */
export function anIndicator(change: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    code: 'PREV-13',
    synonyms: ['NEET'],
    kind: 'context',
    aim: 'prevention',
    unit: 'percent',
    decimals: 1,
    polarity: 'lower-is-better',
    territorialRule: 'ratio-of-sums',
    temporalRule: 'last',
    scale: 100,
    numerator: null,
    denominator: null,
    weight: null,
    derivation: null,
    allowsNegative: false,
    suppressionThreshold: 11,
    coverageThreshold: 0.8,
    source: 'insee-rp',
    frequency: 'P1Y',
    expectedDelayDays: 900,
    levels: ['commune', 'epci', 'canton', 'departement'],
    leadRank: 1,
    fr: {
      label: 'Jeunes ni en emploi ni en formation',
      definition: 'Part des 15-24 ans qui ne sont ni en emploi, ni en études, ni en formation.',
      formula: 'Jeunes ni en emploi ni en formation ÷ jeunes de 15 à 24 ans × 100',
      caveat: '',
      wording: {
        subject: 'la part des jeunes sans emploi ni formation',
        isFeminine: true,
        isPlural: false,
        counted: 'jeunes',
      },
    },
    en: {
      label: 'Young people not in employment or training',
      definition: 'Share of people aged 15 to 24 not in employment, education or training.',
      formula: 'Young people not in employment or training ÷ people aged 15 to 24 × 100',
      caveat: '',
      wording: {
        subject: 'the share of young people not in employment or training',
        isFeminine: false,
        isPlural: false,
        counted: 'young people',
      },
    },
    ...change,
  };
}

export function aTerritory(change: Partial<Territory> = {}): Territory {
  return {
    level: 'commune',
    code: '00001',
    name: 'Aubeterre-le-Val',
    validFrom: '1943-01-01',
    validTo: null,
    population: 1200,
    ...change,
  };
}

/** A sum without thresholds. */
export const anAggregationRule = (change: Partial<AggregationRule> = {}): AggregationRule => ({
  code: 'X',
  form: 'sum',
  temporal: 'none',
  scale: 1,
  numerator: null,
  denominator: null,
  isShareOfTotal: false,
  weight: null,
  coverageThreshold: 0.8,
  valueThreshold: null,
  numeratorThreshold: null,
  denominatorThreshold: null,
  complementThreshold: null,
  phase: 0,
  ...change,
});

/** A yearly series from its numbers; null is a value not available. */
export function aSeries(firstYear: number, values: readonly (number | Measure | null)[]) {
  return values.map((value, index) => ({
    period: aPeriod('year', firstYear + index) satisfies Period,
    measure:
      value === null ? { absence: 'not-available' as const } : typeof value === 'number' ? measured(value) : value,
    status: 'normal' as const,
  }));
}
