import type { ComparisonPool, NoteKind, PartnerKind, Policy, StatementStatus } from '../../../project';

/** The words that a project is described with, in its form as on its sheet. */
export const projectWordsFr = {
  policies: {
    employment: 'Accès à l’emploi',
    'social-development': 'Développement social',
    facility: 'Établissement',
    housing: 'Habitat',
    disability: 'Handicap',
    inclusion: 'Inclusion',
    'social-ties': 'Lien social',
    health: 'Santé',
    childhood: 'Enfance et famille',
    youth: 'Jeunesse',
    ageing: 'Grand âge',
    education: 'Éducation et formation',
    'culture-and-sport': 'Culture et sport',
    mobility: 'Mobilité',
    digital: 'Numérique',
    economy: 'Développement économique',
    environment: 'Environnement et alimentation',
    'town-planning': 'Aménagement du territoire',
  } satisfies Record<Policy, string>,
  partnerKinds: {
    departement: 'Département',
    commune: 'Commune ou CCAS',
    intercommunality: 'Intercommunalité',
    region: 'Région',
    state: 'État',
    'social-security': 'CAF, MSA, assurance maladie',
    health: 'Santé',
    education: 'Éducation',
    association: 'Association',
    company: 'Entreprise',
    inhabitants: 'Habitants',
    other: 'Autre',
  } satisfies Record<PartnerKind, string>,
  statementStatuses: { declared: 'déclaré', observed: 'constaté' } satisfies Record<StatementStatus, string>,
  noteKinds: {
    'director-comment': 'Commentaire de la direction',
    dissent: 'Note divergente',
  } satisfies Record<NoteKind, string>,
  comparisonPools: {
    'similar-everywhere': 'les territoires semblables de toute la France',
    'similar-in-region': 'les territoires semblables de la région',
    'similar-in-departement': 'les territoires semblables du département',
  } satisfies Record<ComparisonPool, string>,
};
