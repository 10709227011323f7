import { IndicatorIndex, type TerritoryCode, TerritoryIndex } from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { listTerritoryCodes } from '../territories/territory-codes.queries';
import type { Referential } from './check-options';

/** What rows are checked against, as the database knows it now. */
export async function loadReferential(database: Queryable): Promise<Referential> {
  const territories: TerritoryCode[] = await listTerritoryCodes(database);
  return {
    territories: new TerritoryIndex(territories),
    indicators: new IndicatorIndex(await listIndicators(database)),
  };
}
