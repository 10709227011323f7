import type { Queryable } from '../database/database';

export interface StoredPage {
  readonly version: number;
  /** What a page is made of beside the state: the day (data become late), the settings (the home, the contours) and the catalogue. */
  readonly stamp: string;
  /** null when nobody has read the page since one of them changed. */
  readonly body: string | null;
}

const stampOf = (day: string): string => `
  stamp as (
    select ${day}::text || ' ' || md5(
      coalesce((select string_agg(value::text, ' ' order by key) from setting), '')
      || coalesce((select sum(current_version)::text from indicator), '')) as text)`;

/** Grain: one row, the state in force and its stored page; none before the first state. */
export async function findCurrentPage(db: Queryable, key: string, day: string): Promise<StoredPage | undefined> {
  const { rows } = await db.query<StoredPage>(
    `with ${stampOf('$2')}
     select state.version, stamp.text as stamp, page.body
     from current_state state
     cross join stamp
     left join page on page.version = state.version and page.key = stamp.text || ' ' || $1`,
    [key, day],
  );
  return rows[0];
}

/** Grain: one row, a readable state and its stored page. */
export async function findPageOf(
  db: Queryable,
  version: number,
  key: string,
  day: string,
): Promise<StoredPage | undefined> {
  const { rows } = await db.query<StoredPage>(
    `with ${stampOf('$3')}
     select state.version, stamp.text as stamp, page.body
     from published_state state
     cross join stamp
     left join page on page.version = state.version and page.key = stamp.text || ' ' || $2
     where state.version = $1 and state.is_readable`,
    [version, key, day],
  );
  return rows[0];
}

/** The first reader's page serves the others; a state that was dropped meanwhile keeps nothing. */
export async function storePage(db: Queryable, stored: StoredPage, key: string, body: string): Promise<void> {
  await db.query(
    `insert into page (version, key, body)
     select state.version, $2, $3 from published_state state where state.version = $1 and state.is_readable
     on conflict (version, key) do nothing`,
    [stored.version, `${stored.stamp} ${key}`, body],
  );
}

/** Pages worded by another build of Sillage. */
export async function clearPages(db: Queryable): Promise<void> {
  await db.query('delete from page');
}

/** Pages of states that can no longer be read, and those of another day, home or catalogue. */
export async function dropOldPages(db: Queryable, stamp: string): Promise<void> {
  await db.query(
    `delete from page where not starts_with(key, $1) or not exists (
       select 1 from published_state state where state.version = page.version and state.is_readable)`,
    [`${stamp} `],
  );
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
