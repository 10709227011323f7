import { type BoundaryHistory, isValidAt, type Perimeter, vintageDate } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { stage } from './territory-writer';

interface KnownPerimeter {
  readonly id: number;
  readonly code: string;
  /** Last day on which the row was known to be valid. */
  readonly lastDay: string;
}

/** The population of a former perimeter, where it is known. */
export interface StoredPerimeter extends Perimeter {
  readonly population?: number | null;
}

/**
 * Stores the perimeters that communes have had. A row already there keeps its id, since observations refer to it: it
 * becomes the perimeter that its code had on the last day on which the row was known to be valid.
 */
export async function writePerimeters(
  client: PoolClient,
  perimeters: readonly StoredPerimeter[],
  vintage: number,
): Promise<number> {
  const { rows: known } = await client.query<KnownPerimeter>(
    `select id, code, to_char(coalesce(valid_to - 1, $1::date), 'YYYY-MM-DD') as "lastDay"
     from territory
     where level = 'commune' and not is_demo
     order by id`,
    [vintageDate(vintage)],
  );
  const knownByCode = new Map<string, KnownPerimeter[]>();
  for (const row of known) knownByCode.set(row.code, [...(knownByCode.get(row.code) ?? []), row]);
  const idOf = (perimeter: Perimeter): number | null =>
    knownByCode.get(perimeter.code)?.find(({ lastDay }) => isValidAt(perimeter, lastDay))?.id ?? null;
  await stage(
    client,
    'staged_perimeter',
    'id integer, code text, name text, population double precision, valid_from date, valid_to date',
    perimeters.map((row) => [idOf(row), row.code, row.name, row.population ?? null, row.validFrom, row.validTo]),
  );
  // A current commune keeps the name and the population of the reference.
  const updated = await client.query(
    `update territory set valid_from = staged.valid_from, valid_to = staged.valid_to,
       name = case when staged.valid_to is null then territory.name else staged.name end
     from staged_perimeter staged
     where territory.id = staged.id
       and (territory.valid_from, territory.valid_to) is distinct from (staged.valid_from, staged.valid_to)`,
  );
  const inserted = await client.query(
    `insert into territory (level, code, name, population, valid_from, valid_to)
     select 'commune', code, name, population, valid_from, valid_to
     from staged_perimeter
     where id is null
     order by code, valid_from`,
  );
  return (updated.rowCount ?? 0) + (inserted.rowCount ?? 0);
}

/** Changes between communes, whose perimeters must be there; a whole list replaces what was known. */
export async function writeChanges(
  client: PoolClient,
  changes: BoundaryHistory['changes'],
  { isWhole }: { readonly isWhole: boolean },
): Promise<number> {
  await stage(
    client,
    'staged_change',
    'from_code text, from_date date, to_code text, to_date date, effective_date date, kind text, share double precision',
    changes.map(({ from, to, effectiveDate, kind, share }) => [
      from.code,
      from.validFrom,
      to.code,
      to.validFrom,
      effectiveDate,
      kind,
      share,
    ]),
  );
  await client.query('drop table if exists staged_change_id');
  await client.query(
    `create temporary table staged_change_id on commit drop as
     select former.id as from_id, new.id as to_id, staged.effective_date, staged.kind, staged.share
     from staged_change staged
     join territory former
       on former.level = 'commune' and former.code = staged.from_code and former.valid_from = staged.from_date
     join territory new on new.level = 'commune' and new.code = staged.to_code and new.valid_from = staged.to_date`,
  );
  const deleted = isWhole ? await deleteOtherChanges(client) : 0;
  const written = await client.query(
    `insert into boundary_change (from_id, to_id, effective_date, kind, share)
     select from_id, to_id, effective_date, kind, share from staged_change_id
     on conflict (from_id, to_id) do update
       set effective_date = excluded.effective_date, kind = excluded.kind, share = excluded.share
       where (boundary_change.effective_date, boundary_change.kind, boundary_change.share)
         is distinct from (excluded.effective_date, excluded.kind, excluded.share)`,
  );
  return deleted + (written.rowCount ?? 0);
}

async function deleteOtherChanges(client: PoolClient): Promise<number> {
  const deleted = await client.query(
    `delete from boundary_change change
     using territory former
     where former.id = change.from_id and former.level = 'commune' and not former.is_demo
       and not exists (
         select 1 from staged_change_id staged where staged.from_id = change.from_id and staged.to_id = change.to_id)`,
  );
  return deleted.rowCount ?? 0;
}
