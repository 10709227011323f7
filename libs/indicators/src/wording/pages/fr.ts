/** Everything that the pages say around their figures. */
export const fr = {
  edition: (date: string) => `Données du ${date}`,
  unpublished:
    'Aucune donnée n’est encore publiée. Importez un premier fichier, ou lancez le calcul à la page Tâches planifiées.',
  home: {
    title: 'Ce qui change dans le département',
    subtitle: (edition: string, known: string, all: string) =>
      `${edition} · ${known} indicateurs renseignés sur ${all}`,
    link: 'Voir l’indicateur',
    counts: {
      improving: (count: string, isOne: boolean) => `${count} ${isOne ? 's’améliore' : 's’améliorent'}`,
      stable: (count: string, isOne: boolean) => `${count} ${isOne ? 'stable' : 'stables'}`,
      worsening: (count: string, isOne: boolean) => `${count} ${isOne ? 'se dégrade' : 'se dégradent'}`,
      unjudged: (count: string) => `${count} sans jugement`,
      noData: (count: string) => `${count} sans donnée ou sans recul`,
    },
    where: {
      told: (improving: string, worsening: string, close: string, level: string) =>
        `Parmi les ${level} : ${improving} en nette amélioration, ${worsening} en nette dégradation, ${close} sans différence nette.`,
      unjudged: (up: string, down: string, close: string, level: string) =>
        `Parmi les ${level} : ${up} en nette hausse, ${down} en nette baisse, ${close} sans différence nette.`,
      none: 'Pas assez de périodes comparables pour dire où la situation change.',
    },
    watch: {
      late: (label: string, months: string, isOne: boolean) =>
        `Donnée attendue depuis ${months} mois${isOne ? ' environ' : ''} : ${label}.`,
      lateThisMonth: (label: string) => `Donnée attendue ce mois-ci : ${label}.`,
      suppressed: (label: string, share: string, level: string) =>
        `${share} des ${level} sous secret statistique : ${label}.`,
      coverage: (label: string) => `Couverture insuffisante pour publier une valeur : ${label}.`,
    },
  },
  territory: {
    population: (count: string) => `${count} habitants`,
    partial: (inside: string, all: string, isOne: boolean) =>
      `Périmètre partiel : ${inside} ${isOne ? 'commune' : 'communes'} sur ${all} dans le département. Les valeurs portent sur l’ensemble.`,
    changed: (names: string, date: string) => `Commune issue d’une fusion le ${date} : ${names}.`,
    farthest: (sentence: string) => `Ce qui distingue le plus ce territoire. ${sentence}`,
    moved: (sentence: string) => `Ce qui a le plus changé. ${sentence}`,
    nothing: 'Aucune donnée publiée pour ce territoire.',
    known: (known: string, all: string) => `${known} indicateurs renseignés sur ${all}.`,
  },
  indicator: {
    terms: {
      definition: 'Définition',
      formula: 'Calcul',
      caveat: 'Précaution de lecture',
      territorialRule: 'Regroupement des territoires',
      temporalRule: 'Regroupement des périodes',
      threshold: 'Secret statistique',
      coverage: 'Couverture minimale',
      source: 'Source',
      dataset: 'Jeu de données',
      updated: 'Dernier calcul',
      next: 'Prochaine donnée attendue',
      periods: 'Périodes disponibles',
      levels: 'Échelons',
      frequency: 'Fréquence',
      licence: 'Licence',
      version: 'Version de la définition',
    },
    threshold: (count: string) => `Aucune valeur portant sur moins de ${count} unités n’est montrée.`,
    noThreshold: 'Aucun seuil : rien n’est à cacher.',
    coverage: (share: string) => `Une valeur calculée n’est montrée que si ${share} de la population est couverte.`,
    late: (date: string, months: string) => `${date} (en retard de ${months} mois)`,
    fromTo: (first: string, last: string) => (first === last ? first : `de ${first} à ${last}`),
    downloadOf: (title: string) => `${title} (CSV)`,
    figureNames: { trend: 'Évolution', map: 'Carte', ranking: 'Comparaison' },
  },
  provenance: {
    title: (label: string, place: string, period: string) => `${label}, ${place}, ${period}`,
    origins: {
      published: 'Valeur publiée par le producteur',
      sum: (count: string, level: string) => `Calculée à partir de ${count} ${level}`,
      derived: 'Recalculée à partir de ses composantes',
      periods: 'Calculée à partir de périodes plus courtes',
    },
    coverage: (share: string) => `${share} de la population couverte.`,
    wholeCoverage: 'Valeur complète : elle ne dépend d’aucune somme.',
    terms: { period: 'Date de la donnée', imported: 'Date de l’import', computed: 'Date du calcul' },
    withheld: 'Le détail est couvert par le secret statistique.',
  },
  method: {
    threshold: (count: string) => `moins de ${count}`,
    none: 'aucun',
  },
  csv: { source: 'Source', dates: 'Dates', symbols: 'Symboles', title: 'Titre', subtitle: 'Mesure', separator: ';' },
  problems: {
    unknownTerritory: (level: string, code: string) => `Aucun territoire « ${code} » à l’échelon « ${level} ».`,
    unknownTerritoryHow: 'Cherchez-le par son nom à la page Territoires.',
    unknownIndicator: (code: string) => `Aucun indicateur ne porte le code « ${code} ».`,
    unknownIndicatorHow: 'La liste des indicateurs se trouve à la page Indicateurs.',
    unknownProject: (code: string) => `Aucun projet ne porte le code « ${code} ».`,
    unknownProjectHow: 'La liste des projets se trouve à la page Projets.',
    unknownVersion: (version: string) => `La version ${version} des données n’existe pas ou n’est plus lisible.`,
    unknownVersionHow: 'Retirez « version » de l’adresse pour lire les données en vigueur.',
    noHome: 'Aucun département n’est choisi.',
    noHomeHow: 'Lancez « npx sillage start », ou choisissez un département avec « npx sillage territories ».',
    badQuery: (name: string, seen: string, expected: string) =>
      `Paramètre « ${name} » : « ${seen} » n’est pas compris. Attendu : ${expected}.`,
    unknownFigure: (name: string) => `Cette page n’a pas de figure « ${name} ».`,
    unknownFigureHow: 'Figures possibles : trend, map, ranking ; formats : csv, svg, png.',
    noDatum: 'Aucune donnée publiée à cette adresse.',
    noDatumHow: 'Vérifiez l’indicateur, le territoire et la période.',
  },
};
