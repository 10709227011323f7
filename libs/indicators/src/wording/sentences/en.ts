import type { fr } from './fr';
import type { Direction } from './parts';

const verbs: Record<Direction, [singular: string, plural: string]> = {
  up: ['is rising', 'are rising'],
  down: ['is falling', 'are falling'],
  stable: ['is stable', 'are stable'],
};

export const en: typeof fr = {
  verb: (direction, { isPlural }) => verbs[direction][isPlural ? 1 : 0],
  change: ({ subject, verb, from, since, to, until, by }) =>
    `${subject} ${verb}: from ${from} ${since} to ${to} ${until} (${by}).`,
  steady: ({ subject, verb, from, since, to, until }) => `${subject} ${verb}: ${to} ${until}, ${from} ${since}.`,
  single: ({ subject, to, until }) => `${subject}: ${to} ${until}, with no earlier comparable year.`,
  withheld: ({ subject, until }) => `${subject}: not published ${until} (confidential).`,
  missing: ({ subject, until, reason }) => `${subject}: no value ${until} (${reason}).`,
  nothing: ({ subject }) => `${subject}: nothing published for this territory.`,
  absoluteAndRelative: (absolute, relative) => `${absolute}, or ${relative}`,
  position: {
    higher: ({ place, value, others, median }) => `${place}: ${value}, higher than most (${others}, median ${median}).`,
    lower: ({ place, value, others, median }) => `${place}: ${value}, lower than most (${others}, median ${median}).`,
    close: ({ place, value, others, median }) =>
      `${place}: ${value}, close to the others (${others}, median ${median}).`,
  },
  ofOthers: (count, level) => `${count} ${level} of the département`,
  ofAll: (count, level) => `${count} ${level}`,
  positionOf: (subject, kind, { isPlural }, value, median) =>
    `${subject} ${isPlural ? 'are' : 'is'} ${kind} than in most comparable territories: ${value}, median ${median}.`,
  reference: ({ place, value, period }) => `For reference: ${value} for ${place} (${period}).`,
  map: ({ subject, isPlural, low, lowPlace, high, highPlace }) =>
    `${subject} ${isPlural ? 'range' : 'ranges'} from ${low} (${lowPlace}) to ${high} (${highPlace}).`,
  mapAbove: ({ above, count, level, isMany, reference }) =>
    `${above} of ${count} ${level} ${isMany ? 'are' : 'is'} above ${reference}.`,
  mapEmpty: ({ level }) => `Nothing to show: no value is published for the ${level}.`,
  referenceTerritory: (name, value) => `the reference value (${name}: ${value})`,
  referenceMedian: (value) => `the median (${value})`,
  ranking: ({ above, below, close, reference }) =>
    `Against ${reference}: ${above} clearly above, ${below} clearly below, ${close} close.`,
  strip: ({ place, value, count, level, median }) => `${place}: ${value}; median of the ${count} ${level}: ${median}.`,
  sparkline: ({ from, since, to, until }) => `From ${from} ${since} to ${to} ${until}.`,
};
