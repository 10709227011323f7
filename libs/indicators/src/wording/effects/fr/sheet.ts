const plural = (isOne: boolean, one: string, many: string): string => (isOne ? one : many);

/** Everything that the pages about projects say around their figures. */
export const sheet = {
  list: {
    title: 'Projets et effets',
    lead: (projects: string, isOne: boolean, evaluated: string) =>
      `${projects} ${plural(isOne, 'projet', 'projets')} du Département, dont ${evaluated} ${plural(isOne, 'évalué', 'évalués')}.`,
    none: 'Aucun projet n’est enregistré.',
  },
  place: {
    inOne: (name: string) => `dans le territoire du projet (${name})`,
    inMany: (count: string, level: string) => `en moyenne dans les ${count} ${level} du projet`,
    one: (name: string) => name,
    many: (count: string, level: string) => `${count} ${level} du projet`,
    card: (count: string, level: string) => `${count} ${level}`,
    none: 'territoire non précisé',
  },
  dates: {
    since: (year: string) => `depuis ${year}`,
    from: (start: string, end: string) => (start === end ? start : `${start} à ${end}`),
  },
  tiles: {
    attributed: (years: string) => `Écart attribué au projet (estimation), ${years}`,
    noted: (years: string) => `Écart constaté, ${years}`,
    years: (first: string, last: string) => (first === last ? first : `moyenne ${first}-${last}`),
    firstYears: (count: string, isOne: boolean) => (isOne ? 'première année' : `moyenne des ${count} premières années`),
    mean: '(moyenne des territoires)',
    interval: (low: string, high: string) => `entre ${low} et ${high} (intervalle à 95 %)`,
    noInterval: 'marge d’incertitude inconnue',
    refused: 'non estimable',
    refusedLabel: 'Effet du projet',
    observed: (year: string) => `Observé en ${year}`,
    before: (value: string, year: string) => `${value} en ${year}, avant le projet`,
    target: (year: string) => `Cible ${year}`,
    reached: 'cible atteinte',
    remaining: (current: string, difference: string) =>
      `${current} sur l’ensemble des territoires : écart à la cible ${difference}`,
    cost: 'Coût',
    costDetail: (first: string, last: string) =>
      first === last ? `réalisé en ${first}` : `réalisé de ${first} à ${last}`,
    votedDetail: (first: string, last: string) => (first === last ? `voté en ${first}` : `voté de ${first} à ${last}`),
  },
  refusal: {
    title: 'L’effet de ce projet ne peut pas être estimé',
    descriptive: 'Ce qui est connu reste montré : les valeurs déclarées ou constatées, avec leurs sources.',
    unmeasured: 'Aucun indicateur de résultat n’est rattaché à ce projet.',
    unmeasuredNeeded:
      'Il faudrait choisir un indicateur suivi avant et après le projet, et des territoires comparables.',
    pending: 'Le calcul n’a pas encore été fait : il suit chaque mise à jour des données.',
  },
  method: {
    method: 'Méthode',
    comparison: 'Comparaison',
    comparedWith: (count: string, level: string) => `${count} ${level} sans ce projet`,
    weighted: (count: string) => `${count} pèsent dans le calcul`,
    likeness: 'Choix des semblables',
    matched: (count: string, offered: string, withPopulation: boolean) =>
      `les ${count} plus proches parmi ${offered}, par le niveau et la pente de l’indicateur avant le projet${withPopulation ? ', et par la population' : ''}`,
    notMatched: 'aucun choix : tous les territoires retenus sont comparés',
    likeSize: 'population de la moitié au double de celle du projet',
    unknownLikeness: 'La densité, les revenus et les âges ne sont pas comparés.',
    excluded: 'Territoires écartés',
    exclusions: {
      adjacent: (count: string) => `${count} voisins du projet`,
      'other-project': (count: string) => `${count} concernés par un autre projet`,
      'suppressed-outcome': (count: string) => `${count} sous secret statistique`,
      'missing-outcome': (count: string) => `${count} sans toutes les valeurs`,
      'not-preregistered': (count: string) => `${count} hors de la comparaison fixée d’avance`,
    },
    noExclusion: 'aucun',
    inference: 'Marge d’incertitude',
    p: 'Essais fictifs',
    pValue: (share: string, floor: string) =>
      `${share} des essais montrent un écart aussi grand (au mieux ${floor} avec cette comparaison)`,
    prefit: 'Ressemblance avant le projet',
    prefitValue: (rmse: string) => `à ${rmse} près en moyenne`,
    periods: 'Périodes',
    periodsValue: (before: string, after: string) => `${before} avant, ${after} depuis le début`,
    computed: 'Calculé le',
    versions: 'Versions',
    versionsValue: (method: string, state: string) => `méthode ${method}, données ${state}`,
    seed: 'Graine du hasard',
    solver: 'Écart du solveur',
    noSolver: 'sans objet',
    tinyGap: 'inférieur à un millionième',
  },
  crossCheck: {
    told: (method: string, effect: string, low: string, high: string) =>
      `Avec une autre méthode (${method}) : ${effect}, entre ${low} et ${high}.`,
    toldWithoutInterval: (method: string, effect: string) => `Avec une autre méthode (${method}) : ${effect}.`,
    refused: (method: string, reason: string) => `Avec une autre méthode (${method}) : refusé. ${reason}`,
  },
  registration: {
    text: (date: string) => `Fixé avant le début, le ${date} : le résultat ne pouvait plus être choisi après coup.`,
    designChanged: (date: string) =>
      `Fixé le ${date}. Le lieu ou le début du projet a changé depuis : ni tirage au sort ni seuil fixé ne comptent plus dans l’évaluation.`,
    outcomeChanged: (date: string) => `Fixé le ${date}. L’indicateur principal a changé depuis.`,
    outcome: 'Indicateur principal',
    pool: 'Territoires de comparaison',
    reading: 'Date de lecture',
    author: 'Fixé par',
  },
  calendar: {
    start: 'Début',
    firstStart: 'Premier début',
    lastStart: 'Dernier début',
    end: 'Fin prévue',
    anticipation: 'Anticipation déclarée',
    anticipationValue: (count: string, isOne: boolean) =>
      `l’effet peut paraître ${count} ${plural(isOne, 'période', 'périodes')} avant le début`,
    action: (from: string, to: string) => (to === '' ? `depuis le ${from}` : `du ${from} au ${to}`),
    undated: 'date non précisée',
  },
  participants: {
    people: (period: string, count: string, status: string) =>
      `${period} : ${count} personnes différentes (${status}).`,
    attendances: (period: string, count: string, status: string) => `${period} : ${count} présences (${status}).`,
    apart: 'Une même personne peut venir plusieurs fois : les présences ne sont pas des personnes.',
  },
  targets: {
    none: 'non fixée',
    unknown: 'non disponible',
    at: (value: string, date: string) => `${value} (${date})`,
    progress: (share: string) => `${share} du chemin parcouru`,
    beyond: (share: string) => `cible dépassée : ${share} du chemin parcouru`,
    noProgress: 'avancement non calculable',
  },
  facts: {
    range: (low: string, high: string) => `de ${low} à ${high}`,
    undated: 'date non précisée',
    disagreement: (low: string, high: string) => `Les sources ne concordent pas : de ${low} à ${high}.`,
  },
  notes: {
    signed: (author: string, role: string) => (role === '' ? author : `${author}, ${role}`),
  },
  withAgreement: (kind: string) => `${kind}, convention signée`,
};
