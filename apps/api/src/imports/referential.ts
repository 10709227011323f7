import { firstGeographyDate, IndicatorIndex, type TerritoryCode, TerritoryIndex } from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { listTerritoryCodes } from '../territories/territory-codes.queries';
import type { Referential } from './check-options';
import type { ReferentialFiles } from './read-referential';

/** What rows are checked against, as the database knows it now. */
export async function loadReferential(database: Queryable): Promise<Referential> {
  const territories: TerritoryCode[] = await listTerritoryCodes(database);
  return {
    territories: new TerritoryIndex(territories),
    indicators: new IndicatorIndex(await listIndicators(database)),
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
  };
}
