import type { Queryable } from './database';

/** A thing as it is in force. Its id never changes; a new definition makes a new version. */
export type InForce<Definition> = Definition & { readonly id: number; readonly version: number };

interface Row<Definition> {
  id: number;
  version: number;
  definition: Definition;
}

/** What is kept in a table of codes and in a table of its versions, only added to. */
export class Versioned<Definition> {
  private readonly inForce: string;

  constructor(private readonly table: 'indicator' | 'programme') {
    this.inForce = `
      select ${table}.id, version.version, version.definition
      from ${table}
      join ${table}_version version on version.${table}_id = ${table}.id and version.version = ${table}.current_version`;
  }

  /** Grain: one row per thing, in its version in force. */
  async list(db: Queryable): Promise<InForce<Definition>[]> {
    const { rows } = await db.query<Row<Definition>>(`${this.inForce} order by ${this.table}.code`);
    return rows.map(toThing);
  }

  /** Grain: at most one row, the version in force. */
  async find(db: Queryable, code: string): Promise<InForce<Definition> | undefined> {
    const { rows } = await db.query<Row<Definition>>(`${this.inForce} where ${this.table}.code = $1`, [code]);
    return rows[0] && toThing(rows[0]);
  }
}

const toThing = <Definition>({ definition, id, version }: Row<Definition>): InForce<Definition> => ({
  ...definition,
  id,
  version,
});
