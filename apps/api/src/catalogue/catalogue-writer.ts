import type { IndicatorDefinition } from '@sillage/indicators';
import type { PoolClient } from 'pg';
import type { SourceDefinition } from './catalogue.dto';

export interface CatalogueReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Adds indicators, and a new version of those whose definition differs from the one in force. Nothing is overwritten,
 * ids never change. What Sillage ships (`isShipped`) never replaces a definition that a département gave.
 */
export async function writeIndicators(
  client: PoolClient,
  definitions: readonly IndicatorDefinition[],
  options: { readonly isShipped: boolean },
): Promise<CatalogueReport> {
  await client.query(`select pg_advisory_xact_lock(hashtext('catalogue'))`);
  const given = JSON.stringify(definitions);
  // Numbered from 0 so that the same statement then gives version 1.
  const added = await client.query(
    `insert into indicator (code, current_version)
     select definition ->> 'code', 0
     from jsonb_array_elements($1::jsonb) with ordinality as given (definition, rank)
     where not exists (select 1 from indicator where indicator.code = definition ->> 'code')
     order by rank`,
    [given],
  );
  const written = await client.query(
    `with changed as (
       select indicator.id, indicator.current_version + 1 as version, given.definition
       from jsonb_array_elements($1::jsonb) as given (definition)
       join indicator on indicator.code = given.definition ->> 'code'
       left join indicator_version in_force
         on in_force.indicator_id = indicator.id and in_force.version = indicator.current_version
       where in_force.definition is distinct from given.definition
         and (in_force.is_shipped is null or in_force.is_shipped or not $2)
     ), inserted as (
       insert into indicator_version (indicator_id, version, is_shipped, definition)
       select id, version, $2, definition from changed
     )
     update indicator set current_version = changed.version from changed where changed.id = indicator.id`,
    [given, options.isShipped],
  );
  const addedCount = added.rowCount ?? 0;
  const changed = (written.rowCount ?? 0) - addedCount;
  return { added: addedCount, changed, unchanged: definitions.length - addedCount - changed };
}

export async function writeSources(client: PoolClient, sources: readonly SourceDefinition[]): Promise<void> {
  await client.query(
    `insert into source (code, definition)
     select definition ->> 'code', definition from jsonb_array_elements($1::jsonb) as given (definition)
     on conflict (code) do update set definition = excluded.definition
       where source.definition <> excluded.definition`,
    [JSON.stringify(sources)],
  );
}
