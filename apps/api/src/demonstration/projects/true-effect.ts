import type { DemonstrationDepartement } from '../geography/demonstration-departement';
import { communesOf, demonstrationSites } from './sites';

/** By how much the projects multiply what is drawn for a commune and a year: 1 where none acts. */
export type TrueEffect = (rank: number, year: number) => number;

/** The first year of a project does two thirds of what the following ones do. */
const firstYearShare = 2 / 3;

export function trueEffect(departement: DemonstrationDepartement, indicator: string): TrueEffect {
  const acting = new Map<number, { since: number; change: number }>();
  for (const site of demonstrationSites) {
    const change = site.truth[indicator] ?? 0;
    if (change === 0) continue;
    for (const { rank, startDate } of communesOf(departement, site)) {
      acting.set(rank, { since: Number(startDate.slice(0, 4)), change });
    }
  }
  return (rank, year) => {
    const project = acting.get(rank);
    if (!project || year < project.since) return 1;
    return 1 + project.change * (year === project.since ? firstYearShare : 1);
  };
}
