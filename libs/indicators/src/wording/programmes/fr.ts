import { projectWordsFr } from './words/fr';

/** What a reader reads about programmes and projects: their words, and what is wrong with what was given. */
export const programmesFr = {
  ...projectWordsFr,
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
    fixedOutcome: (code: string) =>
      `L’indicateur «\u00a0${code}\u00a0» a été fixé avant le démarrage\u00a0: il reste parmi les résultats. Un autre peut devenir le résultat principal\u00a0; la fiche le dira.`,
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
    secretToGiveAgain: (what: string) =>
      `${what}\u00a0: un nombre couvert par le secret statistique ne peut être gardé que si la ligne n’a pas changé. Écrivez-le de nouveau.`,
    secretWouldShow: (period: string) =>
      `${period}\u00a0: un nombre couvert par le secret statistique ne peut être gardé sans les lignes qui le cachaient\u00a0: le soustraire dirait l’une d’elles. Gardez ces lignes comme elles étaient, ou écrivez-le de nouveau.`,
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
    notACsv: 'Envoyez le fichier dans le champ «\u00a0fichier\u00a0» d’un formulaire (multipart/form-data).',
    tooLarge: (mebibytes: number) =>
      `Le fichier dépasse ${mebibytes}\u00a0Mio\u00a0: ce n’est pas une liste de projets. Séparez-le.`,
    templateName: 'modele_projets.csv',
    columns: {
      code_projet: 'Code stable du projet\u00a0: capitales, chiffres, «\u00a0-\u00a0» et «\u00a0_\u00a0».',
      titre: 'Nom du projet, en français.',
      resume: 'Ce que fait le projet, en quelques phrases.',
      titre_en: 'Nom en anglais, facultatif.',
      resume_en: 'Résumé en anglais, facultatif.',
      programme: 'Code d’un programme existant, facultatif.',
      effets_recherches:
        'Un ou plusieurs, séparés par une virgule\u00a0: prevention, participation, decloisonnement, revitalisation.',
      objectif: 'Changement voulu, en mots.',
      niveau: 'Échelon du territoire\u00a0: commune, epci, canton, qpv, departement…',
      code_territoire: 'Code officiel, zéros initiaux compris.',
      date_debut:
        'Démarrage sur ce territoire\u00a0: 2026-03-01 ou 01/03/2026. Des dates différentes font un projet échelonné.',
      date_fin: 'Fin du projet, facultative.',
      anticipation: 'Nombre de périodes avant le démarrage où l’effet peut déjà se voir\u00a0; 0 si vide.',
      politiques: 'Politiques publiques réunies, séparées par «\u00a0|\u00a0».',
      partenaires:
        'Séparés par «\u00a0|\u00a0», chacun suivi de sa sorte et de «\u00a0convention\u00a0» s’il en a signé une\u00a0: «\u00a0CAF (sécurité sociale, convention)\u00a0».',
      resultat_principal: 'Code de l’indicateur sur lequel le projet sera jugé.',
      autres_resultats: 'Codes d’autres indicateurs, séparés par une virgule.',
      valeur_initiale: 'Valeur du résultat principal avant le projet.',
      date_initiale: 'Date de cette valeur.',
      statut_initial: 'Comment cette valeur est connue\u00a0: declare ou constate.',
      source_initiale:
        'D’où vient cette valeur, avec une adresse entre parenthèses s’il y en a une\u00a0: «\u00a0Insee (https://insee.fr)\u00a0».',
      valeur_cible: 'Valeur visée.',
      date_cible: 'Date visée.',
      source_cible: 'Qui a fixé la cible\u00a0: délibération, convention…',
      source_jalons: 'Qui a fixé les étapes.',
      jalon_2028:
        'Étape\u00a0: valeur visée du résultat principal à la fin de l’année. Une colonne par étape\u00a0: jalon_2028, ou jalon_2028-06-30 pour un jour donné.',
      vote_2026: 'Budget voté de l’année, en euros. Une colonne par année\u00a0: vote_2026, vote_2027…',
      engage_2026: 'Budget engagé de l’année, en euros.',
      depense_2026: 'Budget dépensé de l’année, en euros.',
      statut_budget_2026: 'Comment les montants de l’année sont connus\u00a0: declare ou constate.',
      source_budget_2026: 'D’où viennent les montants de l’année.',
      personnes_2026:
        'Personnes différentes venues dans l’année. Une colonne par période\u00a0: personnes_2026, personnes_2026-T2…',
      presences_2026: 'Présences de la période\u00a0: une personne venue trois fois compte trois présences.',
      statut_participation_2026: 'Comment la participation est connue\u00a0: declare ou constate.',
      source_participation_2026: 'D’où vient la participation\u00a0; obligatoire si elle est donnée.',
      action_1: 'Action du projet, en mots. Autant que nécessaire\u00a0: action_1, action_2…',
      action_1_debut: 'Début de l’action, facultatif.',
      action_1_fin: 'Fin de l’action, facultative.',
      evenement_1:
        'Autre chose qui s’est passé là et a pu agir sur les résultats\u00a0; «\u00a0aucun\u00a0» s’il n’y a rien eu. Autant que nécessaire.',
      evenement_1_date: 'Date de cet événement.',
      fait_1: 'Fait compté ou déclaré. Deux faits du même nom (fait_1, fait_2) sont ce qu’en disent deux sources.',
      fait_1_unite: 'Unité\u00a0: nombre, personnes, euros ou pour cent\u00a0; nombre si vide.',
      fait_1_indicateur: 'Code de l’indicateur que ce fait nourrit, facultatif.',
      fait_1_valeur: 'Une valeur, ou une fourchette comme «\u00a060 à 110\u00a0».',
      fait_1_date: 'Période ou jour de cette valeur\u00a0: 2026, 2026-T2 ou 2026-06-30.',
      fait_1_statut: 'Comment elle est connue\u00a0: declare ou constate.',
      fait_1_source: 'Qui la donne.',
      cout_1: 'Ce que coûte un événement que le projet peut éviter. Autant que nécessaire.',
      cout_1_indicateur: 'Code du résultat dont il donne le prix.',
      cout_1_bas: 'Coût le plus bas, en euros.',
      cout_1_probable: 'Coût le plus probable, en euros.',
      cout_1_haut: 'Coût le plus haut, en euros.',
      cout_1_source: 'D’où vient ce coût.',
      cout_1_annee: 'Année de ce coût.',
      cout_1_part_recuperable: 'Part qui ne serait vraiment pas dépensée, en pour cent.',
      cout_1_payeur: 'Qui paie l’action.',
      cout_1_beneficiaire: 'Qui y gagne.',
    } as Record<string, string>,
    /** Loads as it is on the fictional département. */
    example: [
      {
        code_projet: 'MODELE-1',
        titre: 'Jardin partagé du bourg',
        resume: 'Un jardin ouvert à tous, tenu avec les habitants.',
        titre_en: 'Shared garden',
        effets_recherches: 'participation, revitalisation',
        objectif: 'Créer des liens et faire vivre le bourg',
        niveau: 'commune',
        code_territoire: '00001',
        date_debut: '2027-03-01',
        politiques: 'Lien social | Environnement et alimentation',
        partenaires: 'Mairie (commune, convention) | Les Voisins du bourg (association)',
        resultat_principal: 'PART-10',
        autres_resultats: 'REVI-05',
        valeur_initiale: '10',
        date_initiale: '2025-12-31',
        statut_initial: 'constate',
        source_initiale: 'Répertoire des associations',
        valeur_cible: '14',
        date_cible: '2030-12-31',
        source_cible: 'Délibération du 12 mars 2026',
        source_jalons: 'Convention avec la mairie',
        jalon_2028: '12',
        vote_2026: '12500',
        statut_budget_2026: 'constate',
        source_budget_2026: 'Budget primitif 2026',
        vote_2027: '8000,50',
        personnes_2026: '46',
        presences_2026: '310',
        statut_participation_2026: 'constate',
        source_participation_2026: 'Registre du jardin',
        action_1: 'Concertation avec les habitants',
        action_1_debut: '2026-09-01',
        action_1_fin: '2026-12-15',
        action_2: 'Ouverture du jardin',
        action_2_debut: '01/03/2027',
        evenement_1: 'Ouverture d’un marché de producteurs',
        evenement_1_date: '2026-05-01',
        fait_1: 'Parcelles cultivées',
        fait_1_valeur: '20 à 24',
        fait_1_date: '2026',
        fait_1_source: 'Mairie',
        fait_2: 'Parcelles cultivées',
        fait_2_valeur: '18',
        fait_2_date: '2026-06-30',
        fait_2_statut: 'constate',
        fait_2_source: 'Relevé sur place',
      },
      {
        code_projet: 'MODELE-1',
        niveau: 'commune',
        code_territoire: '00002',
        date_debut: '2028-01-15',
      },
      {
        code_projet: 'MODELE-2',
        titre: 'Bus des solidarités',
        resume: 'Un guichet itinérant qui vient au pied des villages.',
        effets_recherches: 'prevention',
        objectif: 'Aller vers les personnes isolées',
        niveau: 'canton',
        code_territoire: '0001',
        date_debut: '01/09/2027',
        anticipation: '1',
        politiques: 'Mobilité | Inclusion',
        partenaires: 'CAF (sécurité sociale, convention)',
        resultat_principal: 'PREV-06',
        evenement_1: 'aucun',
        cout_1: 'Une année d’allocation',
        cout_1_indicateur: 'PREV-06',
        cout_1_bas: '6000',
        cout_1_probable: '6800',
        cout_1_haut: '7600',
        cout_1_source: 'Exemple à remplacer',
        cout_1_annee: '2026',
        cout_1_part_recuperable: '80',
        cout_1_payeur: 'Le Département',
        cout_1_beneficiaire: 'Le Département et l’État',
      },
    ] as readonly Readonly<Record<string, string>>[],
    unreadable: (name: string) => `Le fichier «\u00a0${name}\u00a0» n’existe pas ou ne peut pas être lu.`,
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
    aPercentage: 'un pourcentage de 0 à 100, comme 60',
    aPeriod: 'une période comme 2026, 2026-S1, 2026-T2 ou 2026-03',
    sameUnit: (fact: string) => `la même unité à chaque fois pour «\u00a0${fact}\u00a0»`,
    partnerShape:
      'des partenaires séparés par «\u00a0|\u00a0», chacun suivi de sa sorte entre parenthèses, comme «\u00a0CAF (caf)\u00a0»',
  },
  cli: {
    usage: 'Usage\u00a0: sillage projects load FICHIER (.csv ou .json)',
    loaded: (added: number, changed: number, unchanged: number) =>
      `Projets chargés\u00a0: ${added} ajoutés, ${changed} modifiés, ${unchanged} inchangés.`,
  },
};
