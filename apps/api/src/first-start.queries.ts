import type { Queryable } from './database/database';

export interface Installation {
  readonly hasTerritories: boolean;
  readonly hasIndicators: boolean;
  readonly hasHome: boolean;
  readonly hasState: boolean;
}

/** One row: what this database holds already. */
export async function findInstallation(database: Queryable): Promise<Installation> {
  const { rows } = await database.query<Installation>(
    `select exists (select 1 from territory) as "hasTerritories",
       exists (select 1 from indicator) as "hasIndicators",
       exists (select 1 from setting where key = 'home') as "hasHome",
       exists (select 1 from current_state) as "hasState"`,
  );
  return rows[0] ?? { hasTerritories: false, hasIndicators: false, hasHome: false, hasState: false };
}
