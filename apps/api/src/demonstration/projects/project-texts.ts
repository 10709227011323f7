import type { Aim, PartnerKind, Policy, ProjectAction, Titled } from '@sillage/indicators';

/** What people wrote about a fictitious project, and the means that it has. */
export interface ProjectText {
  readonly code: string;
  readonly programme: string | null;
  readonly fr: Titled;
  readonly en: Titled;
  readonly aims: readonly Aim[];
  readonly objective: { readonly fr: string; readonly en: string };
  readonly actions: readonly ProjectAction[];
  readonly policies: readonly Policy[];
  readonly partners: readonly (readonly [name: string, kind: PartnerKind, hasAgreement: boolean])[];
  /** The first is the main one. */
  readonly outcomes: readonly string[];
  /** Wished relative change of the main outcome, and its date. */
  readonly target: { readonly change: number; readonly date: string };
  /** Thousands of euros voted for each year from the first. */
  readonly budget: { readonly firstYear: number; readonly voted: readonly number[] };
  /** Distinct people of each year from the first of the budget; attendances are several times as many. */
  readonly people: readonly number[];
}

const fictitious = {
  fr: 'Projet fictif, sur des données inventées. ',
  en: 'A fictitious project, on invented figures. ',
};

export const projectTexts: readonly ProjectText[] = [
  {
    code: 'DEMO-MAISONS',
    programme: 'DEMO-ALLER-VERS',
    fr: {
      title: 'Maisons de proximité',
      summary: `${fictitious.fr}Dans sept communes, un lieu ouvert tous les jours où les jeunes trouvent, au même guichet, logement, santé, formation et emploi, et où des habitants tiennent l’accueil.`,
    },
    en: {
      title: 'Neighbourhood houses',
      summary: `${fictitious.en}In seven communes, a place open every day where young people find housing, health, training and work at one desk, and where inhabitants welcome them.`,
    },
    aims: ['prevention', 'participation', 'revitalisation'],
    objective: {
      fr: 'Que moins de jeunes restent sans emploi ni formation, et que les bourgs en vivent mieux',
      en: 'Fewer young people out of work and training, and livelier villages',
    },
    actions: [
      {
        fr: 'Ouverture des sept maisons',
        en: 'Opening of the seven houses',
        startDate: '2023-01-02',
        endDate: '2023-04-30',
      },
      {
        fr: 'Accueil tenu avec les habitants',
        en: 'Welcome shared with inhabitants',
        startDate: '2023-05-02',
        endDate: null,
      },
    ],
    policies: ['social-development', 'employment', 'youth', 'housing', 'health'],
    partners: [
      ['Mission locale du Val-d’Esmère', 'association', true],
      ['Communes du canton', 'commune', true],
      ['Caisse d’allocations familiales', 'social-security', true],
      ['Conseil des habitants', 'inhabitants', false],
      ['Artisans du Pays', 'company', false],
    ],
    outcomes: ['PREV-13', 'REVI-07'],
    target: { change: -0.3, date: '2027-12-31' },
    budget: { firstYear: 2022, voted: [180, 420, 440, 450, 460] },
    people: [0, 310, 402, 447],
  },
  {
    code: 'DEMO-GUICHETS',
    programme: 'DEMO-ALLER-VERS',
    fr: {
      title: 'Regroupement des permanences au chef-lieu',
      summary: `${fictitious.fr}Les permanences sociales de sept communes sont remplacées par un site en ligne et un accueil unique au chef-lieu de canton.`,
    },
    en: {
      title: 'Social desks moved to the main town',
      summary: `${fictitious.en}The social desks of seven communes are replaced by a web site and one desk in the canton’s main town.`,
    },
    aims: ['prevention', 'decloisonnement'],
    objective: { fr: 'Un accueil plus complet, ouvert plus longtemps', en: 'A fuller service, open longer' },
    actions: [
      { fr: 'Fermeture des permanences', en: 'Closing of the desks', startDate: '2023-01-02', endDate: '2023-02-28' },
      { fr: 'Site et accueil unique', en: 'Web site and single desk', startDate: '2023-01-02', endDate: null },
    ],
    policies: ['social-development', 'digital'],
    partners: [
      ['Intercommunalité', 'intercommunality', true],
      ['Caisse d’allocations familiales', 'social-security', true],
    ],
    outcomes: ['PREV-13', 'REVI-07'],
    target: { change: -0.15, date: '2026-12-31' },
    budget: { firstYear: 2022, voted: [90, 150, 140, 140] },
    people: [0, 205, 176, 158],
  },
  {
    code: 'DEMO-JARDINS',
    programme: null,
    fr: {
      title: 'Jardins partagés',
      summary: `${fictitious.fr}Huit jardins cultivés par les habitants, d’où doivent naître des associations et des circuits courts.`,
    },
    en: {
      title: 'Shared gardens',
      summary: `${fictitious.en}Eight gardens grown by inhabitants, meant to give birth to associations and short food circuits.`,
    },
    aims: ['participation', 'revitalisation'],
    objective: {
      fr: 'Plus d’associations et de liens dans les villages',
      en: 'More associations and ties in villages',
    },
    actions: [{ fr: 'Mise en culture', en: 'First crops', startDate: '2023-03-01', endDate: '2023-10-31' }],
    policies: ['social-ties', 'environment', 'inclusion'],
    partners: [
      ['Les Voisins du bourg', 'association', true],
      ['Communes', 'commune', true],
      ['Lycée agricole', 'education', false],
    ],
    outcomes: ['PART-10', 'REVI-07'],
    target: { change: 0.25, date: '2026-12-31' },
    budget: { firstYear: 2023, voted: [60, 45, 45] },
    people: [180, 241, 236],
  },
  {
    code: 'DEMO-NAVETTE',
    programme: 'DEMO-ALLER-VERS',
    fr: {
      title: 'Navette des solidarités',
      summary: `${fictitious.fr}Un bus aménagé s’arrête chaque semaine dans cinq communes depuis février 2026.`,
    },
    en: {
      title: 'Solidarity shuttle',
      summary: `${fictitious.en}Since February 2026, a fitted bus stops every week in five communes.`,
    },
    aims: ['prevention'],
    objective: {
      fr: 'Que l’éloignement n’empêche plus de se former',
      en: 'Distance no longer keeps anybody from training',
    },
    actions: [{ fr: 'Tournées hebdomadaires', en: 'Weekly rounds', startDate: '2026-02-02', endDate: null }],
    policies: ['mobility', 'employment', 'health'],
    partners: [
      ['Région', 'region', true],
      ['Centre hospitalier', 'health', false],
    ],
    outcomes: ['PREV-13'],
    target: { change: -0.2, date: '2029-12-31' },
    budget: { firstYear: 2026, voted: [210] },
    people: [],
  },
  {
    code: 'DEMO-CENTRES-BOURGS',
    programme: 'DEMO-BOURGS',
    fr: {
      title: 'Centres-bourgs vivants',
      summary: `${fictitious.fr}Trois vagues de communes, en 2018, 2020 et 2023, où des ateliers d’insertion rouvrent des locaux vides du centre.`,
    },
    en: {
      title: 'Lively village centres',
      summary: `${fictitious.en}Three waves of communes, in 2018, 2020 and 2023, where work-integration workshops reopen empty premises.`,
    },
    aims: ['revitalisation', 'prevention'],
    objective: {
      fr: 'Rouvrir des lieux d’activité en y employant ceux que l’emploi oublie',
      en: 'Reopen places of work by employing those whom work forgets',
    },
    actions: [
      { fr: 'Première vague, sept communes', en: 'First wave, seven communes', startDate: '2018-01-15', endDate: null },
      { fr: 'Deuxième vague, six communes', en: 'Second wave, six communes', startDate: '2020-01-06', endDate: null },
      { fr: 'Troisième vague, six communes', en: 'Third wave, six communes', startDate: '2023-01-09', endDate: null },
    ],
    policies: ['economy', 'employment', 'inclusion', 'town-planning', 'disability'],
    partners: [
      ['Ateliers du Val', 'association', true],
      ['Intercommunalités', 'intercommunality', true],
      ['État', 'state', true],
      ['Commerçants', 'company', false],
      ['Habitants des bourgs', 'inhabitants', false],
    ],
    outcomes: ['REVI-07', 'PREV-13'],
    target: { change: 0.1, date: '2027-12-31' },
    budget: { firstYear: 2018, voted: [300, 320, 480, 500, 510, 690, 700, 710] },
    people: [96, 118, 187, 241, 266, 398, 421, 430],
  },
];
