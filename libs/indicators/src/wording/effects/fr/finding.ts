import type { Finite } from '../../sentences/parts';

const comparatives = { up: ['haut', 'haute', 'hauts', 'hautes'], down: ['bas', 'basse', 'bas', 'basses'] } as const;

export const finding = {
  comparative: (direction: 'up' | 'down', { isFeminine, isPlural }: Finite) =>
    `plus ${comparatives[direction][(isPlural ? 2 : 0) + (isFeminine ? 1 : 0)]}`,
  /** Titles, from the longest to the shortest. */
  attributed: (project: string, subject: string, comparative: string) =>
    `${project} : ${subject} ${comparative} qu’attendu sans le projet`,
  noted: (project: string, subject: string, comparative: string) =>
    `${project} : ${subject} ${comparative} qu’attendu, origine non établie`,
  inconclusive: (project: string, subject: string) => `${project} : on ne peut pas conclure à un effet sur ${subject}`,
  negligible: (project: string, subject: string) => `${project} : effet négligeable sur ${subject}`,
  refused: (project: string) => `${project} : l’effet ne peut pas être estimé`,
  notEvaluated: (project: string) => `${project} : aucun effet évalué à ce jour`,
  about: (project: string, verdict: string, label: string) => `${project} : ${verdict} – ${label}`,
  short: (project: string, verdict: string) => `${project} : ${verdict}`,

  verdicts: {
    effect: {
      favourable: 'Effet favorable',
      unfavourable: 'Effet défavorable',
      up: 'Effet à la hausse',
      down: 'Effet à la baisse',
    },
    gap: {
      favourable: 'Écart favorable, origine non établie',
      unfavourable: 'Écart défavorable, origine non établie',
      up: 'Écart à la hausse, origine non établie',
      down: 'Écart à la baisse, origine non établie',
    },
    negligible: 'Effet négligeable',
    inconclusive: 'On ne peut pas conclure',
    refused: 'Effet non estimable',
    notEvaluated: 'Pas encore évalué',
  },

  /** Where territories started at different dates, years are counted from the start of each. */
  firstYears: (count: string, isOne: boolean) =>
    isOne ? 'La première année' : `En moyenne sur les ${count} premières années`,
  nthYear: (rank: number) => (rank === 1 ? 'la 1re année' : `la ${rank}e année`),
  perTerritory: (effect: string) => `${effect} par territoire`,
  years: (first: string, last: string) => (first === last ? `En ${first}` : `En moyenne de ${first} à ${last}`),
  level: (subject: string, year: string, observed: string, place: string, expected: string) =>
    `${subject} en ${year} : ${observed} ${place}, contre une estimation de ${expected} sans le projet.`,
  levelShort: (year: string, observed: string, expected: string) =>
    `En ${year} : ${observed} observé, contre une estimation de ${expected} sans le projet.`,
  gap: (years: string, effect: string, low: string, high: string, certainty: string) =>
    `${years}, l’écart est de ${effect}, compris entre ${low} et ${high} : ${certainty}.`,
  gapWithoutInterval: (years: string, effect: string) =>
    `${years}, l’écart est de ${effect}, sans marge d’incertitude connue.`,
  openGap: (years: string, effect: string, low: string, high: string) =>
    `${years}, l’écart est de ${effect}, compris entre ${low} et ${high}.`,
  directed: (direction: string, certainty: string) => `${direction} ${certainty}`,
  fewer: (persons: string, counted: string) => `Cela représente environ ${persons} ${counted} de moins.`,
  more: (persons: string, counted: string) => `Cela représente environ ${persons} ${counted} de plus.`,
  attribution: 'Cet écart est attribué au projet (estimation).',
  noAttribution: 'C’est un écart constaté, dont l’origine n’est pas établie.',
  stillPossible: (low: string, high: string) =>
    `Aucun effet n’est démontré ; un effet de ${low} à ${high} reste possible.`,

  brief: (project: string, subject: string, effect: string, certainty: string) =>
    `${project} : ${effect} sur ${subject}, ${certainty}.`,
  briefShort: (project: string, effect: string, certainty: string) => `${project} : ${effect}, ${certainty}.`,
  /** For a list or a summary, what keeps an effect from being told. */
  refusedBecause: (project: string, reason: string) => `${project} : effet non estimable. ${reason}`,
};
