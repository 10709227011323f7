import type { Aim, TerritoryLevel } from '@sillage/indicators';

// French words that several small files use, and what each means.

export const aimWords: Record<string, Aim | null> = {
  prevention: 'prevention',
  participation: 'participation',
  decloisonnement: 'decloisonnement',
  revitalisation: 'revitalisation',
  aucun: null,
};

export const yesNoWords: Record<string, boolean> = { oui: true, non: false };

export const levelWords: Record<string, TerritoryLevel> = {
  commune: 'commune',
  epci: 'epci',
  canton: 'canton',
  arrondissement: 'arrondissement',
  mds: 'mds',
  qpv: 'qpv',
  pvd: 'pvd',
  zone: 'zone',
  departement: 'departement',
  region: 'region',
  france: 'france',
};
