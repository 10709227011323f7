import type { TerritoryLevel } from '@sillage/indicators';
import type { Geometry } from 'geojson';
import type { DemonstrationDepartement, DemonstrationGroup } from './demonstration-departement';
import { departementName } from './invented-names';

export const departementCode = '00';

export interface DemonstrationTerritory {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly population: number;
  /** Ranks of its communes; none for a neighbourhood, which is smaller than a commune. */
  readonly communes: readonly number[];
}

interface Content {
  readonly territories: { level: TerritoryLevel; code: string; name: string; population: number }[];
  readonly links: { parentLevel: TerritoryLevel; parentCode: string; childLevel: TerritoryLevel; childCode: string }[];
  readonly contours: { level: TerritoryLevel; code: string; geometry: Geometry }[];
}

/** Priority neighbourhoods of the three largest towns, known by what their producers publish, not by their borders. */
const neighbourhoods = [
  { name: 'Les Tanneries', town: 0, population: 1_840 },
  { name: 'La Croix-Haute', town: 0, population: 1_260 },
  { name: 'Le Port-Vieux', town: 1, population: 1_310 },
  { name: 'Les Aubarèdes', town: 2, population: 1_050 },
];

/** Every territory of the fictional département, communes first. */
export function demonstrationTerritories(departement: DemonstrationDepartement): DemonstrationTerritory[] {
  const { communes, epci, cantons, arrondissements, mds, pvd } = departement;
  const total = (ranks: readonly number[]): number => ranks.reduce((sum, rank) => sum + communes[rank]!.population, 0);
  const everyone = communes.map((_, rank) => rank);
  const towns = [...everyone].sort((a, b) => communes[b]!.population - communes[a]!.population);
  const group = (level: TerritoryLevel, groups: readonly DemonstrationGroup[]): DemonstrationTerritory[] =>
    groups.map(({ code, name, communes: ranks }) => ({ level, code, name, population: total(ranks), communes: ranks }));
  return [
    ...communes.map(({ code, name, population }, rank) => ({
      level: 'commune' as const,
      code,
      name,
      population,
      communes: [rank],
    })),
    ...group('epci', epci),
    ...group('canton', cantons),
    ...group('arrondissement', arrondissements),
    ...group('mds', mds),
    ...pvd.map((rank) => ({
      level: 'pvd' as const,
      code: `PVD${communes[rank]!.code}`,
      name: communes[rank]!.name,
      population: total([rank]),
      communes: [rank],
    })),
    ...neighbourhoods.map(({ name, town, population }, rank) => ({
      level: 'qpv' as const,
      code: `QPV00${rank + 1}`,
      name: `${name} (${communes[towns[town]!]!.name})`,
      population,
      communes: [],
    })),
    {
      level: 'departement' as const,
      code: departementCode,
      name: departementName,
      population: total(everyone),
      communes: everyone,
    },
  ];
}

/** The same, as rows to write: places, which commune is in what, contours. */
export function demonstrationContent(departement: DemonstrationDepartement): Content {
  const territories = demonstrationTerritories(departement);
  return {
    territories: territories.map(({ level, code, name, population }) => ({ level, code, name, population })),
    links: territories
      .filter(({ level }) => level !== 'commune')
      .flatMap(({ level, code, communes }) =>
        communes.map((rank) => ({
          parentLevel: level,
          parentCode: code,
          childLevel: 'commune' as const,
          childCode: departement.communes[rank]!.code,
        })),
      ),
    contours: territories
      .filter(({ communes }) => communes.length > 0)
      .map(({ level, code, communes }) => ({ level, code, geometry: departement.contour(communes) })),
  };
}
