import { type PartnerKind, type Policy, policies, programmesFr } from '@sillage/indicators';
import { plainWord } from '../platform/csv-table';

// The columns of a file of projects: one line per project and territory. What tells of the whole project stands on one of
// its lines at least; the others may leave it empty.

export const territoryColumns = ['code_projet', 'niveau', 'code_territoire', 'date_debut'] as const;

export const projectColumns = [
  'titre',
  'resume',
  'titre_en',
  'resume_en',
  'programme',
  'effets_recherches',
  'objectif',
  'date_fin',
  'anticipation',
  'politiques',
  'partenaires',
  'resultat_principal',
  'autres_resultats',
  'valeur_initiale',
  'date_initiale',
  'valeur_cible',
  'date_cible',
] as const;

/** Euros of a year: voted, committed, spent. */
export const budgetColumn = /^(vote|engage|depense)_(\d{4})$/;

export const partnerWords: Readonly<Record<string, PartnerKind>> = {
  departement: 'departement',
  commune: 'commune',
  intercommunalite: 'intercommunality',
  region: 'region',
  etat: 'state',
  'securite sociale': 'social-security',
  sante: 'health',
  education: 'education',
  association: 'association',
  entreprise: 'company',
  habitants: 'inhabitants',
  autre: 'other',
};

/** Under their French names, as the project's page writes them. */
export const policyWords: Readonly<Record<string, Policy>> = Object.fromEntries(
  policies.map((policy) => [plainWord(programmesFr.policies[policy]).replaceAll('’', "'"), policy]),
);
