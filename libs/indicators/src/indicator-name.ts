/**
 * The spelling under which an indicator's code or synonym is compared with what a file says: capitals, no accents, no
 * spaces around. "Taux_pauvreté " and "TAUX_PAUVRETE" are one name.
 */
export const indicatorName = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toUpperCase();
