import type { finding as fr } from '../fr/finding';

export const finding: typeof fr = {
  comparative: (direction) => (direction === 'up' ? 'higher' : 'lower'),
  attributed: (project, subject, comparative) =>
    `${project}: ${subject} ${comparative} than expected without the project`,
  noted: (project, subject, comparative) =>
    `${project}: ${subject} ${comparative} than expected, cause not established`,
  inconclusive: (project, subject) => `${project}: no conclusion on an effect on ${subject}`,
  negligible: (project, subject) => `${project}: negligible effect on ${subject}`,
  refused: (project) => `${project}: the effect cannot be estimated`,
  notEvaluated: (project) => `${project}: no effect evaluated so far`,
  about: (project, verdict, label) => `${project}: ${verdict} – ${label}`,
  short: (project, verdict) => `${project}: ${verdict}`,

  verdicts: {
    effect: {
      favourable: 'Favourable effect',
      unfavourable: 'Unfavourable effect',
      up: 'Upward effect',
      down: 'Downward effect',
    },
    gap: {
      favourable: 'Favourable difference, cause not established',
      unfavourable: 'Unfavourable difference, cause not established',
      up: 'Upward difference, cause not established',
      down: 'Downward difference, cause not established',
    },
    negligible: 'Negligible effect',
    inconclusive: 'No conclusion possible',
    refused: 'Effect cannot be estimated',
    notEvaluated: 'Not evaluated yet',
  },

  firstYears: (count, isOne) => (isOne ? 'In the first year' : `On average over the first ${count} years`),
  nthYear: (rank) => `year ${rank}`,
  perTerritory: (effect) => `${effect} per territory`,
  years: (first, last) => (first === last ? `In ${first}` : `On average from ${first} to ${last}`),
  level: (subject, year, observed, place, expected) =>
    `${subject} in ${year}: ${observed} ${place}, against an estimated ${expected} without the project.`,
  levelShort: (year, observed, expected) =>
    `In ${year}: ${observed} observed, against an estimated ${expected} without the project.`,
  gap: (years, effect, low, high, certainty) =>
    `${years}, the difference is ${effect}, between ${low} and ${high}: ${certainty}.`,
  gapWithoutInterval: (years, effect) => `${years}, the difference is ${effect}, with no known margin of uncertainty.`,
  openGap: (years, effect, low, high) => `${years}, the difference is ${effect}, between ${low} and ${high}.`,
  directed: (direction, certainty) => `a ${direction} is ${certainty}`,
  fewer: (persons, counted) => `That is about ${persons} fewer ${counted}.`,
  more: (persons, counted) => `That is about ${persons} more ${counted}.`,
  attribution: 'This difference is attributed to the project (estimate).',
  noAttribution: 'This is an observed difference whose cause is not established.',
  stillPossible: (low, high) => `No effect is shown; an effect from ${low} to ${high} remains possible.`,

  brief: (project, subject, effect, certainty) => `${project}: ${effect} on ${subject}, ${certainty}.`,
  briefShort: (project, effect, certainty) => `${project}: ${effect}, ${certainty}.`,
  refusedBecause: (project, reason) => `${project}: the effect cannot be estimated. ${reason}`,
};
