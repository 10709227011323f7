import { type IndicatorKind, type Polarity, type TemporalRule, type TerritorialRule } from '@sillage/indicators';

// The French words of a département's own catalogue file, and what each means.

export const mandatoryColumns = ['code', 'libelle', 'type', 'unite', 'sens', 'regle_territoriale'] as const;

export const optionalColumns = [
  'objectif',
  'definition',
  'formule',
  'limites',
  'decimales',
  'regle_temporelle',
  'numerateur',
  'denominateur',
  'poids',
  'negatif',
  'seuil',
  'source',
  'frequence',
  'delai_jours',
  'echelons',
  'synonymes',
  'sujet',
  'feminin',
  'pluriel',
  'compte',
  'libelle_en',
  'definition_en',
  'formule_en',
  'limites_en',
  'sujet_en',
  'compte_en',
] as const;

export const kindWords: Record<string, IndicatorKind> = {
  contexte: 'context',
  moyens: 'input',
  realisation: 'output',
  resultat: 'outcome',
  impact: 'impact',
};

export const polarityWords: Record<string, Polarity> = {
  hausse: 'higher-is-better',
  baisse: 'lower-is-better',
  aucun: 'none',
};

export const territorialWords: Record<string, TerritorialRule> = {
  somme: 'sum',
  rapport: 'ratio-of-sums',
  'moyenne ponderee': 'weighted-mean',
  'comptage distinct': 'distinct-count',
  aucune: 'none',
};

export const temporalWords: Record<string, TemporalRule> = {
  somme: 'sum',
  derniere: 'last',
  moyenne: 'average',
  aucune: 'none',
};

export const unitWords: Record<string, { readonly unit: string; readonly scale: number }> = {
  nombre: { unit: 'count', scale: 1 },
  personnes: { unit: 'persons', scale: 1 },
  '%': { unit: 'percent', scale: 100 },
  'pour 100': { unit: 'per-100', scale: 100 },
  '‰': { unit: 'per-1000', scale: 1000 },
  'pour 1000': { unit: 'per-1000', scale: 1000 },
  'pour 10000': { unit: 'per-10000', scale: 10000 },
  euros: { unit: 'euros', scale: 1 },
  'euros par an': { unit: 'euros-per-year', scale: 1 },
  'euros par habitant': { unit: 'euros-per-inhabitant', scale: 1 },
  jours: { unit: 'days', scale: 1 },
  points: { unit: 'points', scale: 1 },
  etp: { unit: 'fte', scale: 1 },
};

export const frequencyWords: Record<string, 'P1Y' | 'P6M' | 'P3M' | 'P1M'> = {
  annuelle: 'P1Y',
  semestrielle: 'P6M',
  trimestrielle: 'P3M',
  mensuelle: 'P1M',
};
