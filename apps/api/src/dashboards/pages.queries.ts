import type { Queryable } from '../database/database';

/** Which state a page is of, and its stamp (see `readStamps`). */
export interface PageState {
  readonly version: number;
  readonly stamp: string;
}

/** What pages are made of beside their state, with and without projects. */
export interface Stamps {
  readonly plain: string;
  /** Begins as the other, followed by a mark of its own. */
  readonly projects: string;
}

/**
 * Grain: one row. Every page: the day (data become late), the settings (the home, the contours loaded), the catalogue with its
 * sources. Where projects are shown: also the projects, what was estimated of them, and the state in force, whose secrets
 * hide what earlier estimations tell.
 */
export async function readStamps(db: Queryable, day: string): Promise<Stamps> {
  const { rows } = await db.query<{ plain: string; projects: string }>(
    `select md5(
       coalesce((select string_agg(value::text, ' ' order by key) from setting), '')
       || coalesce((select sum(current_version)::text from indicator), '')
       || coalesce((select string_agg(code || definition::text, ' ' order by code) from source), '')) as plain,
     md5(
       coalesce((select string_agg(id || ' ' || current_version, ' ' order by id) from project), '')
       || coalesce((select sum(current_version)::text from programme), '')
       || (select count(*) from project_note) || ' ' || (select count(*) from pre_registration)
       || coalesce((select string_agg(evaluation_id || ' ' || coalesce(adjusted_p, -1), ' ' order by evaluation_id)
         from current_evaluation), '')
       || ' ' || coalesce((select version from current_state), 0)) as projects`,
  );
  const plain = `${day} ${rows[0]?.plain ?? ''}`;
  return { plain, projects: `${plain} +${rows[0]?.projects ?? ''}` };
}

/** Grain: at most one row, the stored page of a state. */
export async function findPage(db: Queryable, { version, stamp }: PageState, key: string): Promise<string | undefined> {
  const { rows } = await db.query<{ body: string }>('select body from page where version = $1 and key = $2', [
    version,
    `${stamp} ${key}`,
  ]);
  return rows[0]?.body;
}

/** The first reader's page serves the others; a state that was dropped meanwhile keeps nothing. */
export async function storePage(
  db: Queryable,
  { version, stamp }: PageState,
  key: string,
  body: string,
): Promise<void> {
  await db.query(
    `insert into page (version, key, body)
     select state.version, $2, $3 from published_state state where state.version = $1 and state.is_readable
     on conflict (version, key) do nothing`,
    [version, `${stamp} ${key}`, body],
  );
}

/** Pages worded by another build of Sillage. */
export async function clearPages(db: Queryable): Promise<void> {
  await db.query('delete from page');
}

/** Pages of states that can no longer be read, and those of another day, home, catalogue or estimation. */
export async function dropOldPages(db: Queryable, { plain, projects }: Stamps): Promise<void> {
  await db.query(
    `delete from page where not starts_with(key, $1) or starts_with(key, $1 || '+') and not starts_with(key, $2) or not exists (
       select 1 from published_state state where state.version = page.version and state.is_readable)`,
    [`${plain} `, `${projects} `],
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

/** Grain: one value, whether a state's batches hold anything of a year. */
export async function hasYear(db: Queryable, version: number, year: number): Promise<boolean> {
  const { rows } = await db.query<{ isHeld: boolean }>(
    `select exists (
       select 1
       from published_state state
       join batch_content content on content.batch_id = any(state.batch_ids)
       where state.version = $1 and content.period / 1000 = $2) as "isHeld"`,
    [version, year],
  );
  return rows[0]?.isHeld ?? false;
}
