import type { DemonstrationTerritory } from '../geography/demonstration-content';
import type { DemonstrationDepartement } from '../geography/demonstration-departement';
import { normalDraw, randomFrom } from '../random';
import { years } from './row';

export const firstYear = 2013;
/** Year of the last legal populations; the simulation itself goes on to `lastYear`. */
export const lastCensusYear = 2024;
const lastYear = 2026;

/**
 * What makes intercommunalities differ: yearly growth (%), RSA rate of 2013 (%), poverty (%), median income (€ a year),
 * long-term vacancy (%), and the year from which a territory project acts (none: null).
 */
export const profiles = [
  { growth: 0.45, rsa: 7.4, poverty: 17.2, income: 19_900, vacancy: 3.1, projectFrom: 2019 },
  { growth: -0.2, rsa: 5.6, poverty: 14.6, income: 20_700, vacancy: 4.4, projectFrom: null },
  { growth: -0.65, rsa: 6.1, poverty: 15.9, income: 20_100, vacancy: 6.3, projectFrom: 2020 },
  { growth: -0.95, rsa: 7.1, poverty: 18.1, income: 19_300, vacancy: 8.2, projectFrom: null },
  { growth: -0.15, rsa: 4.7, poverty: 13.4, income: 21_200, vacancy: 4.9, projectFrom: 2021 },
  { growth: -1.1, rsa: 7.7, poverty: 18.9, income: 19_100, vacancy: 8.9, projectFrom: null },
  { growth: 0.3, rsa: 4.3, poverty: 12.6, income: 21_900, vacancy: 3.6, projectFrom: 2020 },
  { growth: -0.45, rsa: 5.9, poverty: 15.2, income: 20_300, vacancy: 6.6, projectFrom: null },
] as const;

/** Years spent under a territory project at a date: what the simulated effects grow with. */
export const yearsOfProject = (epci: number, year: number): number => {
  const from = profiles[epci]?.projectFrom ?? null;
  return from === null ? 0 : Math.max(0, year - from);
};

export interface PopulationPanel {
  /** Inhabitants of a commune, by rank. */
  ofCommune(rank: number, year: number): number;
  /** Inhabitants of any territory: the sum of its communes. */
  of(territory: Pick<DemonstrationTerritory, 'communes'>, year: number): number;
  /** The same, counting only a share of each commune's inhabitants (an age group). */
  sharedOf(territory: Pick<DemonstrationTerritory, 'communes'>, year: number, share: (rank: number) => number): number;
}

/** Populations that end, in the last census year, on those of the territories. */
export function populationPanel({ communes }: DemonstrationDepartement): PopulationPanel {
  const all = years(firstYear, lastYear);
  const table = communes.map(({ code, epci, population }) => {
    const random = randomFrom(`population ${code}`);
    const own = normalDraw(random) * 0.5;
    const rates = all.map(() => 1 + (profiles[epci]!.growth + own + normalDraw(random) * 0.35) / 100);
    let level = 1;
    const path = rates.map((rate) => {
      level *= rate;
      return level;
    });
    const reference = path[lastCensusYear - firstYear]!;
    return path.map((step) => Math.max(20, Math.round((population * step) / reference)));
  });
  const ofCommune = (rank: number, year: number): number => table[rank]![year - firstYear]!;
  return {
    ofCommune,
    of: (territory, year) => territory.communes.reduce((sum, rank) => sum + ofCommune(rank, year), 0),
    sharedOf: (territory, year, share) =>
      territory.communes.reduce((sum, rank) => sum + Math.round(ofCommune(rank, year) * share(rank)), 0),
  };
}
