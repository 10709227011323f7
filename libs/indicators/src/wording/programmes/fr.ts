import type { ComparisonPool, NoteKind, PartnerKind, Policy, StatementStatus } from '../../project';

/** What a reader reads about programmes and projects: their words, and what is wrong with what was given. */
export const programmesFr = {
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
  unknownProject: (code: string) => `Aucun projet ne porte le code «\u00a0${code}\u00a0».`,
  howToFindProject: 'La liste des projets et de leurs codes se trouve à la page Projets.',
  unknownProgrammeCode: (code: string) => `Aucun programme ne porte le code «\u00a0${code}\u00a0».`,
  howToFindProgramme: 'La liste des programmes est donnée par GET /api/v1/programmes.',
  projectCodeTaken: (code: string) => `Le code de projet «\u00a0${code}\u00a0» est déjà pris.`,
  programmeCodeTaken: (code: string) => `Le code de programme «\u00a0${code}\u00a0» est déjà pris.`,
  chooseAnotherCode: 'Choisissez un autre code, ou modifiez l’existant.',
  projectRefused: (code: string) => `Le projet «\u00a0${code}\u00a0» n’a pas été enregistré.`,
  programmeRefused: (code: string) => `Le programme «\u00a0${code}\u00a0» n’a pas été enregistré.`,
  nothingWritten: 'Rien n’a été enregistré. Corrigez chaque faute, puis recommencez.',
  changedMeanwhile: (code: string, basedOn: number, current: number) =>
    `Le projet «\u00a0${code}\u00a0» a changé entre-temps\u00a0: vous avez lu la version ${basedOn}, la version ${current} est en vigueur.`,
  readAgain: 'Relisez le projet, puis refaites votre modification.',
  faults: {
    unknownTerritory: (level: string, code: string) =>
      `Territoire «\u00a0${code}\u00a0» (échelon ${level})\u00a0: inconnu. Vérifiez le code et l’échelon, zéros initiaux compris.`,
    lostZero: (code: string, likely: string) =>
      `Territoire «\u00a0${code}\u00a0»\u00a0: inconnu. Vouliez-vous dire «\u00a0${likely}\u00a0» (zéro initial perdu par le tableur)\u00a0?`,
    territoryTwice: (code: string) =>
      `Territoire «\u00a0${code}\u00a0»\u00a0: donné deux fois. Gardez une seule ligne, avec sa date de démarrage.`,
    tooEarly: (code: string, seen: string, earliest: string) =>
      `Territoire «\u00a0${code}\u00a0»\u00a0: le projet y démarrerait le ${seen}, avant le ${earliest}. Vérifiez l’année.`,
    endBeforeStart: (end: string, start: string) =>
      `La fin (${end}) précède un démarrage (${start}). Donnez une fin postérieure à tous les démarrages.`,
    unknownProgramme: (code: string) =>
      `Le programme «\u00a0${code}\u00a0» n’existe pas. Créez-le d’abord, ou laissez ce champ vide.`,
    unknownIndicator: (code: string) =>
      `L’indicateur «\u00a0${code}\u00a0» n’est pas au catalogue. Prenez un code de la page Méthode et sources, ou ajoutez l’indicateur.`,
    indicatorTwice: (code: string) => `L’indicateur «\u00a0${code}\u00a0» est donné deux fois. Gardez-en un.`,
    mainOutcomes: (count: number) =>
      `${count} résultats principaux sont donnés\u00a0: il en faut un et un seul. Marquez celui sur lequel le projet sera jugé.`,
    targetBeforeBaseline: (code: string, target: string, baseline: string) =>
      `Indicateur ${code}\u00a0: la cible est datée du ${target}, avant la valeur initiale (${baseline}). Inversez les dates ou corrigez-les.`,
    milestoneOutside: (code: string, seen: string) =>
      `Indicateur ${code}\u00a0: l’étape du ${seen} n’est pas entre la valeur initiale et la cible. Corrigez sa date.`,
    negativeAmount: (year: number, euros: string) =>
      `Budget ${year}\u00a0: ${euros}\u00a0€ est négatif. Écrivez un montant positif ou nul, ou laissez vide s’il n’est pas connu.`,
    yearTwice: (year: number) => `Budget ${year}\u00a0: l’année est donnée deux fois. Gardez une ligne par année.`,
    negativeCost: (euros: string) =>
      `Coût unitaire\u00a0: ${euros}\u00a0€ est négatif. Écrivez un montant positif ou nul.`,
    costOrder:
      'Coût unitaire\u00a0: la valeur basse, la valeur probable et la valeur haute ne se suivent pas. Écrivez-les de la plus petite à la plus grande.',
    costOutsideOutcomes: (code: string) =>
      `Coût unitaire\u00a0: l’indicateur «\u00a0${code}\u00a0» n’est pas un résultat du projet. Ajoutez-le aux résultats, ou changez de code.`,
    rangeOrder: (low: string, high: string) =>
      `La fourchette va de ${low} à ${high}. Écrivez la plus petite valeur d’abord.`,
    morePeopleThanAttendances: (period: string, people: number, attendances: number) =>
      `Période ${period}\u00a0: ${people} personnes distinctes pour ${attendances} présences. Une personne distincte compte au moins une présence\u00a0: vérifiez les deux nombres.`,
    periodTwice: (period: string) =>
      `Période ${period}\u00a0: la participation est donnée deux fois par la même source. Gardez une ligne.`,
    policyTwice: (name: string) => `La politique «\u00a0${name}\u00a0» est donnée deux fois. Gardez-la une fois.`,
    partnerTwice: (name: string) => `Le partenaire «\u00a0${name}\u00a0» est donné deux fois. Gardez-le une fois.`,
    actionOrder: (action: string) =>
      `Action «\u00a0${action}\u00a0»\u00a0: elle finit avant de commencer. Corrigez les dates.`,
  },
  registration: {
    alreadyFixed: (code: string, date: string) =>
      `Le projet «\u00a0${code}\u00a0» est déjà pré-enregistré, depuis le ${date}.`,
    isFinal:
      'Un pré-enregistrement ne se modifie pas\u00a0: c’est ce qui en fait la valeur. Joignez une note au projet.',
    tooLate: (code: string, start: string) =>
      `Le projet «\u00a0${code}\u00a0» a démarré le ${start}\u00a0: il ne peut plus être pré-enregistré.`,
    whyTooLate:
      'On ne fixe le résultat, la comparaison et la date de lecture qu’avant de pouvoir connaître les résultats.',
    notAnOutcome: (code: string) =>
      `L’indicateur «\u00a0${code}\u00a0» n’est pas un résultat du projet. Ajoutez-le d’abord aux résultats.`,
    readingTooEarly: (reading: string, start: string) =>
      `La date de lecture (${reading}) n’est pas postérieure au démarrage (${start}). Choisissez une date où le projet aura pu agir.`,
    refused: (code: string) => `Le pré-enregistrement du projet «\u00a0${code}\u00a0» n’a pas été fait.`,
  },
  csv: {
    wrongExtension: (name: string) =>
      `Le fichier «\u00a0${name}\u00a0» n’est pas une liste de projets\u00a0: un fichier .csv ou .json est attendu.`,
    refused: (name: string, count: number) =>
      count < 2
        ? `Le fichier de projets «\u00a0${name}\u00a0» n’a pas été chargé\u00a0: une faute a été trouvée.`
        : `Le fichier de projets «\u00a0${name}\u00a0» n’a pas été chargé\u00a0: ${count} fautes ont été trouvées.`,
    empty: 'Le fichier ne contient aucun projet.',
    notProjects: 'Attendu\u00a0: {"projects": [ … ]}, chaque projet ayant les champs que donne GET /api/v1/projects.',
    contradiction: (line: number, column: string, seen: string, before: string) =>
      `Ligne\u00a0${line}, colonne «\u00a0${column}\u00a0»\u00a0: «\u00a0${seen}\u00a0», mais une ligne précédente du même projet dit «\u00a0${before}\u00a0». Écrivez la même chose, ou laissez vide.`,
    aDate: 'une date comme 2025-03-01 ou 01/03/2025',
    anAmount: 'un montant en euros, comme 12500 ou 12 500,50',
    aNumber: 'un nombre, comme 12,5',
    partnerShape:
      'des partenaires séparés par «\u00a0|\u00a0», chacun suivi de sa sorte entre parenthèses, comme «\u00a0CAF (caf)\u00a0»',
  },
  cli: {
    usage: 'Usage\u00a0: sillage projects load FICHIER (.csv ou .json)',
    loaded: (added: number, changed: number, unchanged: number) =>
      `Projets chargés\u00a0: ${added} ajoutés, ${changed} modifiés, ${unchanged} inchangés.`,
  },
};
