// The rebuild of five million observations (60 indicators × 7 000 communes × 12 years, five levels, coverage and primary
// suppression) beside the cascade that a careful hand would write for the same sums: one table per level, from the level
// below. Same database, same settings, alternating; every sum and count is compared before a ratio is kept.
import { createRequire } from 'node:module';
import path from 'node:path';
import { createDatabase } from './bench-database.mjs';

const require = createRequire(import.meta.url);
const dist = (file) => require(path.resolve(import.meta.dirname, '../../dist/apps/api/src', file));
const rounds = 5;

export async function benchRebuild(databaseUrl, log = () => undefined) {
  const { createDataSource, migrate } = dist('database/data-source.js');
  const { Database } = dist('database/database.js');
  const { RebuildService } = dist('aggregates/rebuild.service.js');
  const { Log } = dist('platform/log.js');
  const made = await createDatabase(databaseUrl);
  const dataSource = await createDataSource(made.url).initialize();
  const database = new Database(dataSource);
  try {
    await migrate(dataSource);
    log('writing five million observations');
    await writeWorld(database);
    const rebuilds = new RebuildService(database, new Log(() => undefined, 'errors'));
    const taken = [];
    for (let round = 0; round <= rounds; round += 1) {
      const times = {};
      // Who goes first changes: a machine that tires must not favour one of them.
      const order = round % 2 === 0 ? ['rebuild', 'cascade'] : ['cascade', 'rebuild'];
      for (const who of order) {
        await database.query('checkpoint');
        const started = performance.now();
        if (who === 'rebuild') await rebuilds.rebuild(`bench ${round}`);
        else await cascade(database);
        times[who] = performance.now() - started;
      }
      await compare(database);
      // a state that changes nothing is not published: each round starts from none
      await forget(database);
      const { rebuild, cascade: reference } = times;
      log(
        `round ${round}: rebuild ${seconds(rebuild)}, cascade ${seconds(reference)}, ${(rebuild / reference).toFixed(2)}`,
      );
      // the first round warms the caches
      if (round > 0) taken.push({ rebuild, reference, ratio: rebuild / reference });
    }
    const median = taken.sort((a, b) => a.ratio - b.ratio)[Math.floor(taken.length / 2)];
    return {
      ratio: Number(median.ratio.toFixed(3)),
      rebuildMs: Math.round(median.rebuild),
      cascadeMs: Math.round(median.reference),
      rounds,
    };
  } finally {
    await database.onModuleDestroy();
    await made.drop();
  }
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

// ids: communes 1 to 7000, EPCI 7001 to 7600 (30 per département), départements 7601 to 7620, régions 7621 to 7625
const random = (a, b, c) => `(hashint8(${a}::bigint * 1000003 + ${b} * 7919 + ${c} * 104729) & 2147483647)`;

/** Two in three indicators are ratios, the others counts; 1 % of the cells are secret, a few are missing. */
async function writeWorld(database) {
  const { shippedIndicators } = dist('catalogue/default-catalogue.js');
  const model = shippedIndicators()[0];
  const indicators = Array.from({ length: 60 }, (_, index) => ({
    ...model,
    code: `I${index + 1}`,
    synonyms: [],
    territorialRule: index < 40 ? 'ratio-of-sums' : 'sum',
    temporalRule: 'none',
    scale: index < 40 ? 100 : 1,
    numerator: null,
    denominator: null,
    weight: null,
    derivation: null,
    suppressionThreshold: 11,
    coverageThreshold: 0.8,
  }));
  await database.query(
    `insert into territory (id, level, code, name, population) overriding system value
     select i, 'commune', lpad(i::text, 5, '0'), 'Commune ' || i, 50 + ${random('i', 1, 1)} % 4000 from generate_series(1, 7000) i
     union all select 7000 + i, 'epci', lpad(i::text, 9, '0'), 'EPCI ' || i, null from generate_series(1, 600) i
     union all select 7600 + i, 'departement', lpad(i::text, 2, '0'), 'D ' || i, null from generate_series(1, 20) i
     union all select 7620 + i, 'region', lpad(i::text, 2, '0'), 'R ' || i, null from generate_series(1, 5) i
     union all select 7626, 'france', 'FR', 'France', null`,
  );
  await database.query(
    `insert into territory_link (child_id, parent_id)
     select i, 7001 + (i - 1) / 350 * 30 + (i - 1) % 350 % 30 from generate_series(1, 7000) i
     union all select i, 7601 + (i - 1) / 350 from generate_series(1, 7000) i
     union all select 7600 + i, 7621 + (i - 1) / 4 from generate_series(1, 20) i
     union all select 7620 + i, 7626 from generate_series(1, 5) i`,
  );
  await database.query(
    `insert into indicator (id, code, current_version) overriding system value
     select ordinal, definition ->> 'code', 1 from jsonb_array_elements($1::jsonb) with ordinality as given (definition, ordinal)`,
    [JSON.stringify(indicators)],
  );
  await database.query(
    `insert into indicator_version (indicator_id, version, is_shipped, definition)
     select ordinal, 1, true, definition from jsonb_array_elements($1::jsonb) with ordinality as given (definition, ordinal)`,
    [JSON.stringify(indicators)],
  );
  await database.query(
    `insert into import_batch (id, state, file_name, file_hash, file_size, publication) overriding system value
     select i, 'published', i || '.csv', i::text, 1, i from generate_series(1, 60) i`,
  );
  // Built aside without its key, as an import does; one wide file per year, a line per commune, a column per indicator.
  await database.query('alter table observation drop constraint observation_pkey');
  await database.query(
    `insert into observation (value, numerator, denominator, territory_id, period, batch_id, line, indicator_id, absence, status)
     select case when drawn >= 10 and i > 40 then drawn * 3 end, case when drawn >= 10 and i <= 40 then drawn end,
       case when drawn >= 10 and i <= 40 then drawn * 2 + c % 50 end, c, (2009 + y) * 1000, y, c + 1, i,
       case when drawn < 10 then 1 end, case when y = 12 then 1 else 0 end
     from (
       select i, c, y, ${random('c', 'i', 'y')} % 1000 as drawn
       from generate_series(1, 60) i, generate_series(1, 7000) c, generate_series(1, 12) y
       offset 0) cell
     where (drawn + c) % 5000 <> 0
     order by y, c, i`,
  );
  await database.query('alter table observation add primary key (territory_id, indicator_id, period, batch_id)');
  await database.query(
    `insert into batch_content
     select batch_id, indicator_id, period, count(*), bit_or(case when absence is not null then 0 when numerator is null then 1 else 2 end::smallint)
     from observation group by 1, 2, 3`,
  );
  await database.withClient((client) => client.query('vacuum analyze'));
}

const settings = `
  set local max_parallel_workers_per_gather = 0;
  set local synchronize_seqscans = off;
  set local jit = off;
  set local work_mem = '256MB';
  set local statement_timeout = 0`;

/** Each level from the one below; the départements from the EPCI, which are nested in them here. */
async function cascade(database) {
  await database.transaction(async (client) => {
    await client.query(settings);
    await client.query(`
      create table by_epci as
      select link.parent_id as territory_id, indicator_id, period, sum(coalesce(numerator, value)) as numerator,
        sum(denominator) as denominator, count(*) filter (where absence is null) as available,
        count(*) filter (where absence = 1) as suppressed
      from observation
      join territory_link link on link.child_id = observation.territory_id and link.parent_id between 7001 and 7600
      group by link.parent_id, indicator_id, period`);
    for (const [table, below, parent] of [
      ['by_departement', 'by_epci', '7601 + (territory_id - 7001) / 30'],
      ['by_region', 'by_departement', '7621 + (territory_id - 7601) / 4'],
      ['by_country', 'by_region', '7626'],
    ]) {
      await client.query(`
        create table ${table} as
        select ${parent} as territory_id, indicator_id, period, sum(numerator) as numerator,
          sum(denominator) as denominator, sum(available)::bigint as available, sum(suppressed)::bigint as suppressed
        from ${below}
        group by 1, indicator_id, period`);
    }
  });
}

/** The same rows, the same counts, the same sums wherever the rebuild shows them. */
async function compare(database) {
  const { rows } = await database.query(
    `with cascade as (
       select territory_id, indicator_id, period, numerator, denominator, available, suppressed from by_epci
       union all select territory_id, indicator_id, period, numerator, denominator, available, suppressed from by_departement
       union all select territory_id, indicator_id, period, numerator, denominator, available, suppressed from by_region
       union all select territory_id, indicator_id, period, numerator, denominator, available, suppressed from by_country)
     select count(*)::integer as count, count(*) filter (where figure.absence is null)::integer as shown,
       count(*) filter (where figure.available_count is distinct from cascade.available
         or figure.suppressed_count is distinct from cascade.suppressed
         or (figure.absence is null and (coalesce(figure.numerator, figure.value) is distinct from cascade.numerator
           or figure.denominator is distinct from cascade.denominator)))::integer as different
     from cascade
     full join (select figure.territory_id, figure.indicator_id, figure.period, figure.value, figure.numerator,
         figure.denominator, figure.absence, figure.available_count, figure.suppressed_count
       from aggregate figure join current_state using (version)) figure
       using (territory_id, indicator_id, period)`,
  );
  const { count, shown, different } = rows[0];
  if (different > 0 || count < 450_000 || shown < 0.98 * count)
    throw new Error(`The rebuild and the cascade differ: ${JSON.stringify(rows[0])}`);
}

async function forget(database) {
  const { rows } = await database.query('select version from published_state');
  await database.query('delete from current_state');
  await database.query('delete from published_state');
  for (const { version } of rows) await database.query(`drop table aggregate_v${version}`);
  await database.query('drop table by_epci, by_departement, by_region, by_country');
}
