import {
  type BoundaryHistory,
  firstGeographyDate,
  IndicatorIndex,
  type TerritoryCode,
  TerritoryIndex,
  type TerritoryName,
  TerritoryNames,
} from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { listTerritoryCodes, listTerritoryNames } from '../territories/territory-codes.queries';
import type { Referential } from './check-options';
import type { ReferentialFiles } from './read-referential';

/** What rows are checked against, as the database knows it now. */
export async function loadReferential(database: Queryable): Promise<Referential> {
  const territories: TerritoryCode[] = await listTerritoryCodes(database);
  let names: Promise<TerritoryNames> | undefined;
  const loadNames = async (): Promise<TerritoryNames> => new TerritoryNames(await listTerritoryNames(database));
  return {
    territories: new TerritoryIndex(territories),
    indicators: new IndicatorIndex(await listIndicators(database)),
    names: () => {
      names ??= loadNames();
      return names;
    },
  };
}

/** The same from a folder's files, without any database. */
export function referentialOfFiles({ territories, indicators, history }: ReferentialFiles): Referential {
  const others = territories.filter(({ level }) => level !== 'commune');
  const perimeters = [
    ...others.map(({ level, code }) => ({ level, code, validFrom: firstGeographyDate, validTo: null })),
    ...history.perimeters.map(({ code, validFrom, validTo }) => ({
      level: 'commune' as const,
      code,
      validFrom,
      validTo,
    })),
  ];
  return {
    territories: new TerritoryIndex(perimeters.map((perimeter, rank) => ({ id: rank + 1, ...perimeter }))),
    indicators: new IndicatorIndex(indicators.map((indicator, rank) => ({ ...indicator, id: rank + 1 }))),
    names: async () =>
      new TerritoryNames([...territories.map((one) => ({ ...one, isCurrent: true })), ...formerNames(history)]),
  };
}

const formerNames = ({ changes }: BoundaryHistory): TerritoryName[] =>
  changes.flatMap(({ from, to }) => [
    { level: 'commune', code: from.code, name: from.name, isCurrent: false },
    { level: 'commune', code: from.code, name: to.name, isCurrent: false },
    { level: 'commune', code: to.code, name: from.name, isCurrent: false },
  ]);
