import { type PartnerKind, type Policy, policies, programmesFr, type StatementStatus } from '@sillage/indicators';
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
  'statut_initial',
  'source_initiale',
  'valeur_cible',
  'date_cible',
  'source_cible',
  'source_jalons',
] as const;

/**
 * One column a period: euros of a year voted, committed, spent; distinct people and attendances of a year or of a part of
 * it; the milestone at the end of a year, or on a day.
 */
export const periodColumn =
  /^(vote|engage|depense|statut_budget|source_budget|personnes|presences|statut_participation|source_participation|jalon)_(\d{4}(?:-[st\d][\d-]*)?)$/;

/** What is told several times: "action_1", "action_1_debut", "action_2"… */
export const numberedFields = {
  action: ['debut', 'fin'],
  evenement: ['date'],
  cout: ['indicateur', 'bas', 'probable', 'haut', 'source', 'annee', 'part_recuperable', 'payeur', 'beneficiaire'],
  fait: ['unite', 'indicateur', 'valeur', 'date', 'statut', 'source'],
} as const;
export type Numbered = keyof typeof numberedFields;

const numberedColumn = Object.entries(numberedFields)
  .map(([kind, fields]) => `${kind}_\\d{1,3}(?:_(?:${fields.join('|')}))?`)
  .join('|');
export const variableColumn = new RegExp(`${periodColumn.source}|^(?:${numberedColumn})$`);

export const statusWords: Readonly<Record<string, StatementStatus>> = { declare: 'declared', constate: 'observed' };

/** Units that a person's file may give a fact in; a number without one is a count. */
export const unitWords: Readonly<Record<string, string>> = {
  nombre: 'count',
  personnes: 'persons',
  euros: 'euros',
  'pour cent': 'percent',
};

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
