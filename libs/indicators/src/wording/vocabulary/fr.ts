/** Words that every sentence is made of. A rule of typography: U+00A0 before % : ; ! ? and between a number and its unit. */
export interface LevelWords {
  readonly one: string;
  readonly many: string;
  /** "les autres communes" */
  readonly others: string;
  /** "selon la commune" */
  readonly according: string;
}

export interface UnitWords {
  /** As a column's title says it. */
  readonly name: string;
  /** A value with its unit, the number being already written. */
  readonly value: (number: string, isSingular: boolean) => string;
  /** A difference with its unit, when it is not the unit of the value. */
  readonly difference: (number: string, isSingular: boolean) => string;
}

const after = (name: string, unit: string, units = unit): UnitWords => {
  const write = (number: string, isSingular: boolean): string => `${number}\u00a0${isSingular ? unit : units}`;
  return { name, value: write, difference: write };
};
const points = (number: string, isSingular: boolean): string => `${number}\u00a0${isSingular ? 'point' : 'points'}`;
const bare = (name: string): UnitWords => ({ name, value: (number) => number, difference: (number) => number });

export const fr = {
  levels: {
    'commune-part': {
      one: 'commune déléguée ou arrondissement municipal',
      many: 'parties de commune',
      others: 'les autres parties de commune',
      according: 'selon la partie de commune',
    },
    commune: { one: 'commune', many: 'communes', others: 'les autres communes', according: 'selon la commune' },
    epci: { one: 'EPCI', many: 'EPCI', others: 'les autres EPCI', according: 'selon l’EPCI' },
    canton: { one: 'canton', many: 'cantons', others: 'les autres cantons', according: 'selon le canton' },
    arrondissement: {
      one: 'arrondissement',
      many: 'arrondissements',
      others: 'les autres arrondissements',
      according: 'selon l’arrondissement',
    },
    mds: {
      one: 'territoire d’action sociale',
      many: 'territoires d’action sociale',
      others: 'les autres territoires d’action sociale',
      according: 'selon le territoire d’action sociale',
    },
    qpv: {
      one: 'quartier prioritaire',
      many: 'quartiers prioritaires',
      others: 'les autres quartiers prioritaires',
      according: 'selon le quartier prioritaire',
    },
    pvd: {
      one: 'Petite ville de demain',
      many: 'Petites villes de demain',
      others: 'les autres Petites villes de demain',
      according: 'selon la Petite ville de demain',
    },
    zone: { one: 'zone', many: 'zones', others: 'les autres zones', according: 'selon la zone' },
    'departement-part': {
      one: 'partie de département',
      many: 'parties de département',
      others: 'les autres parties de département',
      according: 'selon la partie de département',
    },
    departement: {
      one: 'département',
      many: 'départements',
      others: 'les autres départements',
      according: 'selon le département',
    },
    'departement-group': {
      one: 'groupe de départements',
      many: 'groupes de départements',
      others: 'les autres groupes de départements',
      according: 'selon le groupe de départements',
    },
    region: { one: 'région', many: 'régions', others: 'les autres régions', according: 'selon la région' },
    france: { one: 'France', many: 'pays', others: 'les autres pays', according: 'selon le pays' },
  } as Record<string, LevelWords>,
  territories: { one: 'territoire', many: 'territoires' },
  aims: {
    prevention: 'Prévention',
    participation: 'Participation',
    decloisonnement: 'Décloisonnement',
    revitalisation: 'Revitalisation territoriale',
  },
  noAim: 'Indicateur de calcul',
  kinds: {
    context: 'Contexte',
    input: 'Moyens',
    output: 'Réalisation',
    outcome: 'Résultat',
    impact: 'Impact',
  },
  polarities: {
    'higher-is-better': 'Plus haut = mieux',
    'lower-is-better': 'Plus bas = mieux',
    none: 'Sans jugement',
  },
  frequencies: {
    P1Y: 'annuelle',
    P6M: 'semestrielle',
    P3M: 'trimestrielle',
    P1M: 'mensuelle',
  } as Record<string, string>,
  territorialRules: {
    sum: 'Somme des territoires',
    'ratio-of-sums': 'Rapport des sommes : somme des numérateurs ÷ somme des dénominateurs',
    'weighted-mean': 'Moyenne pondérée',
    'distinct-count': 'Comptage distinct : jamais additionné',
    none: 'Valeur publiée à chaque échelon : jamais recalculée',
    derived: 'Recalculé à partir de ses composantes additionnées',
  },
  temporalRules: {
    sum: 'Somme des périodes',
    last: 'Dernière valeur connue',
    average: 'Moyenne des périodes',
    none: 'Période publiée seulement',
  },
  units: {
    percent: { name: '%', value: (number: string) => `${number}\u00a0%`, difference: points },
    'percent-per-year': { name: '% par an', value: (number: string) => `${number}\u00a0% par an`, difference: points },
    'per-100': after('pour 100', 'pour 100'),
    'per-1000': after('pour 1\u202f000', 'pour 1\u202f000'),
    'per-1000-inhabitants': after('pour 1\u202f000 habitants', 'pour 1\u202f000 habitants'),
    'per-10000': after('pour 10\u202f000 habitants', 'pour 10\u202f000 habitants'),
    euros: after('euros', '€'),
    'euros-per-year': after('euros par an', '€ par an'),
    'euros-per-inhabitant': after('euros par habitant', '€ par habitant'),
    'euros-per-square-metre': after('euros par m²', '€ par m²'),
    'thousand-euros': after('milliers d’euros', 'k€'),
    'consultations-per-year': after('consultations par an et par habitant', 'consultation', 'consultations'),
    ratio: bare('rapport'),
    days: after('jours', 'jour', 'jours'),
    points: { name: 'points', value: points, difference: points },
    score: bare('score'),
    fte: after('équivalents temps plein', 'ETP'),
    persons: bare('personnes'),
    count: bare('nombre'),
  } as Record<string, UnitWords>,
  unknownUnit: (unit: string): UnitWords => bare(unit),
  relative: (number: string): string => `${number}\u00a0%`,
  absences: {
    'suppressed-by-source': { symbol: 's', words: 'secret statistique' },
    'suppressed-primary': { symbol: 's', words: 'secret statistique' },
    'suppressed-secondary': { symbol: 's', words: 'secret statistique' },
    'not-available': { symbol: 'n.d.', words: 'non disponible' },
    'non-response': { symbol: 'n.r.', words: 'pas de réponse' },
    'not-applicable': { symbol: '///', words: 'sans objet' },
    'not-significant': { symbol: 'n.s.', words: 'effectif trop faible' },
    'not-disseminated': { symbol: 'n.diff.', words: 'non diffusé par le producteur' },
    'insufficient-coverage': { symbol: 'couv.', words: 'couverture insuffisante' },
    'not-aggregable': { symbol: 'n.add.', words: 'non additionnable' },
  },
  statuses: {
    normal: { symbol: '', words: 'définitif' },
    provisional: { symbol: 'p', words: 'provisoire' },
    estimated: { symbol: 'e', words: 'estimé' },
    'series-break': { symbol: 'rupt.', words: 'rupture de série' },
  },
  verdicts: {
    up: 'en hausse',
    down: 'en baisse',
    upFavourable: 'en hausse, favorable',
    downFavourable: 'en baisse, favorable',
    upUnfavourable: 'en hausse, défavorable',
    downUnfavourable: 'en baisse, défavorable',
    stable: 'stable',
    higher: 'plus haut que la plupart',
    lower: 'plus bas que la plupart',
    close: 'proche des autres',
    noChange: 'pas d’évolution mesurable',
    noPosition: 'pas de comparaison possible',
  },
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  period: {
    quarter: (index: number, year: number): string => `T${index} ${year}`,
    half: (index: number, year: number): string => `${index === 1 ? '1er' : '2e'} semestre ${year}`,
    shortHalf: (index: number, year: number): string => `S${index} ${year}`,
    inYear: (year: string): string => `en ${year}`,
    inMonth: (month: string): string => `en ${month}`,
    inQuarter: (index: number, year: number): string => `au ${index === 1 ? '1er' : `${index}e`} trimestre ${year}`,
    inHalf: (half: string): string => `au ${half}`,
    schoolYear: (year: number): string => `${year}-${year + 1}`,
  },
  date: (day: number, month: string, year: number): string => `${day === 1 ? '1er' : day} ${month} ${year}`,
};
