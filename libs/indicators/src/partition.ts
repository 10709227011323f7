/** Codes of which one is the union of the others: a sum may take the whole, or its parts, never both. */
export interface Overlap {
  readonly whole: string;
  readonly parts: readonly string[];
}

interface Union {
  readonly whole: string;
  readonly isPart: (code: string) => boolean;
}

const between = (first: number, last: number) => (code: string) =>
  /^\d{5}$/.test(code) && Number(code) >= first && Number(code) <= last;
const oneOf =
  (...parts: readonly string[]) =>
  (code: string) =>
    parts.includes(code);

/** Départements: Corse, and the Rhône cut in 2015 for social aid. Communes: Paris, Marseille, Lyon and their arrondissements. */
const unions: readonly Union[] = [
  { whole: '20', isPart: oneOf('2A', '2B') },
  { whole: '69', isPart: oneOf('69D', '69M') },
  { whole: '75056', isPart: between(75101, 75120) },
  { whole: '13055', isPart: between(13201, 13216) },
  { whole: '69123', isPart: between(69381, 69389) },
];

/** Wholes present beside some of their own parts: summing these codes would count people twice. */
export function overlapsAmong(codes: Iterable<string>): Overlap[] {
  const present = [...new Set(codes)].sort();
  return unions
    .filter(({ whole }) => present.includes(whole))
    .map(({ whole, isPart }) => ({ whole, parts: present.filter(isPart) }))
    .filter(({ parts }) => parts.length > 0);
}

/** The whole that a code is a part of: '75056' for '75107', '20' for '2A'. */
export const wholeOf = (code: string): string | undefined => unions.find(({ isPart }) => isPart(code))?.whole;

export interface Membership {
  readonly whole: string;
  readonly part: string;
}

export interface SharedPart<Row extends Membership> {
  readonly first: Row;
  readonly second: Row;
}

/** Parts placed twice, in one whole or in two, or beside a whole that contains them: the wholes would not be disjoint. */
export function sharedParts<Row extends Membership>(memberships: readonly Row[]): SharedPart<Row>[] {
  const placed = new Map<string, Row>();
  const shared: SharedPart<Row>[] = [];
  for (const row of memberships) {
    const first = placed.get(row.part);
    if (first) shared.push({ first, second: row });
    else placed.set(row.part, row);
  }
  for (const row of placed.values()) {
    const whole = placed.get(wholeOf(row.part) ?? '');
    if (whole) shared.push({ first: whole, second: row });
  }
  return shared;
}
