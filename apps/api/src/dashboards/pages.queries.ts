import type { Queryable } from '../database/database';

export interface StoredPage {
  readonly version: number;
  /** Level and code of the home territory: another home makes other pages of the same state. */
  readonly home: string;
  /** null when nobody has read the page since the state was published. */
  readonly body: string | null;
}

/** The home is part of a stored key, so that choosing another département needs no clearing. */
const homeName = `coalesce(home.value ->> 'level', '') || ':' || coalesce(home.value ->> 'code', '')`;

/** Grain: one row, the state in force and its stored page; none before the first state. */
export async function findCurrentPage(db: Queryable, key: string): Promise<StoredPage | undefined> {
  const { rows } = await db.query<StoredPage>(
    `select state.version, ${homeName} as home, page.body
     from current_state state
     left join setting home on home.key = 'home'
     left join page on page.version = state.version and page.key = ${homeName} || ' ' || $1`,
    [key],
  );
  return rows[0];
}

/** Grain: one row, a readable state and its stored page. */
export async function findPageOf(db: Queryable, version: number, key: string): Promise<StoredPage | undefined> {
  const { rows } = await db.query<StoredPage>(
    `select state.version, ${homeName} as home, page.body
     from published_state state
     left join setting home on home.key = 'home'
     left join page on page.version = state.version and page.key = ${homeName} || ' ' || $2
     where state.version = $1 and state.is_readable`,
    [version, key],
  );
  return rows[0];
}

/** The first reader's page serves the others; a state that was dropped meanwhile keeps nothing. */
export async function storePage(db: Queryable, stored: StoredPage, key: string, body: string): Promise<void> {
  await db.query(
    `insert into page (version, key, body)
     select state.version, $2, $3 from published_state state where state.version = $1 and state.is_readable
     on conflict (version, key) do nothing`,
    [stored.version, `${stored.home} ${key}`, body],
  );
}

/** Pages worded by another build of Sillage. */
export async function clearPages(db: Queryable): Promise<void> {
  await db.query('delete from page');
}

/** Grain: at most one row, the version in force. */
export async function findCurrentVersion(db: Queryable): Promise<number | undefined> {
  const { rows } = await db.query<{ version: number }>('select version from current_state');
  return rows[0]?.version;
}

/** Grain: one row per indicator imported in a state, with the newest period that its batches hold. */
export async function listNewestPeriods(
  db: Queryable,
  version: number,
): Promise<{ indicatorId: number; period: number }[]> {
  const { rows } = await db.query<{ indicatorId: number; period: number }>(
    `select content.indicator_id as "indicatorId", max(content.period) as period
     from published_state state
     join batch_content content on content.batch_id = any(state.batch_ids)
     where state.version = $1
     group by content.indicator_id
     order by content.indicator_id`,
    [version],
  );
  return rows;
}
