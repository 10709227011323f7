import type { Direction, Finite } from './parts';

const verbs: Record<Direction, [singular: string, plural: string]> = {
  up: ['augmente', 'augmentent'],
  down: ['baisse', 'baissent'],
  stable: ['reste stable', 'restent stables'],
};
const adjectives = { higher: ['haut', 'haute', 'hauts', 'hautes'], lower: ['bas', 'basse', 'bas', 'basses'] } as const;
const agreement = ({ isFeminine, isPlural }: Finite): 0 | 1 | 2 | 3 =>
  isPlural ? (isFeminine ? 3 : 2) : isFeminine ? 1 : 0;
const participle = (isPlural: boolean, isFeminine: boolean): string => `${isFeminine ? 'e' : ''}${isPlural ? 's' : ''}`;

export const fr = {
  verb: (direction: Direction, { isPlural }: Finite): string => verbs[direction][isPlural ? 1 : 0],
  change: (part: {
    subject: string;
    verb: string;
    from: string;
    since: string;
    to: string;
    until: string;
    by: string;
  }) => `${part.subject} ${part.verb} : de ${part.from} ${part.since} à ${part.to} ${part.until} (${part.by}).`,
  steady: (part: { subject: string; verb: string; from: string; since: string; to: string; until: string }) =>
    `${part.subject} ${part.verb} : ${part.to} ${part.until}, ${part.from} ${part.since}.`,
  single: (part: { subject: string; to: string; until: string }) =>
    `${part.subject} : ${part.to} ${part.until}, sans année antérieure comparable.`,
  withheld: (part: { subject: string; until: string; grammar: Finite }) =>
    `${part.subject} : non diffusé${participle(part.grammar.isPlural, part.grammar.isFeminine)} ${part.until} (secret statistique).`,
  missing: (part: { subject: string; until: string; reason: string }) =>
    `${part.subject} : pas de valeur ${part.until} (${part.reason}).`,
  nothing: (part: { subject: string }) => `${part.subject} : aucune donnée publiée pour ce territoire.`,
  absoluteAndRelative: (absolute: string, relative: string) => `${absolute}, soit ${relative}`,
  position: {
    higher: (part: { place: string; value: string; others: string; median: string }) =>
      `${part.place} : ${part.value}, plus haut que la plupart (${part.others}, médiane ${part.median}).`,
    lower: (part: { place: string; value: string; others: string; median: string }) =>
      `${part.place} : ${part.value}, plus bas que la plupart (${part.others}, médiane ${part.median}).`,
    close: (part: { place: string; value: string; others: string; median: string }) =>
      `${part.place} : ${part.value}, proche des autres (${part.others}, médiane ${part.median}).`,
  },
  ofOthers: (count: string, level: string) => `${count} ${level} du département`,
  ofAll: (count: string, level: string) => `${count} ${level}`,
  positionOf: (subject: string, kind: 'higher' | 'lower', grammar: Finite, value: string, median: string) =>
    `${subject} ${grammar.isPlural ? 'sont' : 'est'} plus ${adjectives[kind][agreement(grammar)]} que dans la plupart des territoires comparables : ${value}, médiane ${median}.`,
  reference: (part: { place: string; value: string; period: string }) =>
    `Repère : ${part.value} pour ${part.place} (${part.period}).`,
  map: (part: { subject: string; isPlural: boolean; low: string; lowPlace: string; high: string; highPlace: string }) =>
    `${part.subject} ${part.isPlural ? 'vont' : 'va'} de ${part.low} (${part.lowPlace}) à ${part.high} (${part.highPlace}).`,
  mapAbove: (part: { above: string; count: string; level: string; isMany: boolean; reference: string }) =>
    `${part.above} ${part.level} sur ${part.count} ${part.isMany ? 'dépassent' : 'dépasse'} ${part.reference}.`,
  mapEmpty: (part: { level: string }) => `Aucune valeur à montrer : les ${part.level} n’ont pas de valeur diffusée.`,
  referenceTerritory: (name: string, value: string) => `la valeur de référence (${name} : ${value})`,
  referenceMedian: (value: string) => `la médiane (${value})`,
  ranking: (part: { above: string; below: string; close: string; reference: string }) =>
    `Par rapport à ${part.reference} : ${part.above} nettement au-dessus, ${part.below} nettement au-dessous, ${part.close} proches.`,
  strip: (part: { place: string; value: string; count: string; level: string; median: string }) =>
    `${part.place} : ${part.value} ; médiane des ${part.count} ${part.level} : ${part.median}.`,
  sparkline: (part: { from: string; since: string; to: string; until: string }) =>
    `De ${part.from} ${part.since} à ${part.to} ${part.until}.`,
};
