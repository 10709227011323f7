import type { Evaluation } from '../../../effect/evaluation';

/** The fixed words of certainty: nothing else may say how sure an effect is. */
export const certainty: Record<NonNullable<Evaluation['certainty']>, string> = {
  'very-likely': 'très probable',
  likely: 'probable, à confirmer',
  inconclusive: 'on ne peut pas conclure : l’écart peut être nul',
  negligible: 'effet négligeable',
};

export const directions = { up: 'hausse', down: 'baisse' };

/** Beside a project in a list. */
export const shortEvidence = (level: string) => `preuve : ${level} sur 4`;
