/**
 * Levels of territories, from the smallest. `commune-part` is what composes a commune nouvelle or Paris, Lyon and
 * Marseille (arrondissements municipaux); `departement-part` is 69D and 69M; `departement-group` is 20, made of 2A and 2B.
 */
export const territoryLevels = [
  'commune-part',
  'commune',
  'epci',
  'canton',
  'arrondissement',
  'mds',
  'qpv',
  'pvd',
  'zone',
  'departement-part',
  'departement',
  'departement-group',
  'region',
  'france',
] as const;

export type TerritoryLevel = (typeof territoryLevels)[number];

/** A place at a level. Codes are strings whose zeros matter; the validity tells which geography vintages know the code. */
export interface Territory {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  /** ISO date from which the code designates this perimeter, and the first date on which it no longer does. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly population: number | null;
}

export const isTerritoryLevel = (text: string): text is TerritoryLevel =>
  (territoryLevels as readonly string[]).includes(text);

/** Département of a commune code: 2 characters, 3 overseas (971 to 978, 984 to 989). */
export const departementOfCommune = (code: string): string =>
  /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
