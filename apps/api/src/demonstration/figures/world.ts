import { type DemonstrationTerritory, demonstrationTerritories } from '../geography/demonstration-content';
import { type DemonstrationDepartement, demonstrationDepartement } from '../geography/demonstration-departement';
import { normalDraw, randomFrom } from '../random';
import { type PopulationPanel, populationPanel, profiles } from './population-panel';

/** What every series of the demonstration is drawn from. */
export interface World {
  readonly departement: DemonstrationDepartement;
  readonly territories: readonly DemonstrationTerritory[];
  readonly population: PopulationPanel;
}

export function demonstrationWorld(): World {
  const departement = demonstrationDepartement();
  return {
    departement,
    territories: demonstrationTerritories(departement),
    population: populationPanel(departement),
  };
}

export const atLevel = (
  { territories }: World,
  ...levels: DemonstrationTerritory['level'][]
): DemonstrationTerritory[] => territories.filter(({ level }) => levels.includes(level));

/** A lasting trait of a place for a subject: 1 on average, the same whatever the year. */
export const trait = (subject: string, code: string, spread: number): number =>
  Math.exp(normalDraw(randomFrom(`${subject} of ${code}`)) * spread - (spread * spread) / 2);

/** A yearly chance for a subject: 1 on average. */
export const chance = (subject: string, code: string, period: string | number, spread: number): number =>
  1 + normalDraw(randomFrom(`${subject} of ${code} in ${period}`)) * spread;

/** The intercommunality to which most of a territory's inhabitants belong. */
export function mainEpci({ departement }: World, { communes }: DemonstrationTerritory): number {
  const weights = new Map<number, number>();
  for (const rank of communes) {
    const { epci, population } = departement.communes[rank]!;
    weights.set(epci, (weights.get(epci) ?? 0) + population);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A feature of the intercommunalities of a territory, weighted by their inhabitants in it. */
export function blend(
  { departement }: World,
  { communes }: DemonstrationTerritory,
  feature: (profile: (typeof profiles)[number]) => number,
): number {
  let [sum, weight] = [0, 0];
  for (const rank of communes) {
    const { epci, population } = departement.communes[rank]!;
    sum += feature(profiles[epci]!) * population;
    weight += population;
  }
  return weight > 0 ? sum / weight : feature(profiles[0]);
}
