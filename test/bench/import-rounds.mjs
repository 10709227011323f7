// Rounds of an import: tidy rows checked and published, beside the raw COPY of the same rows into the same table with its
// primary key. Both answers are compared before a time is kept.
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createDatabase } from './bench-database.mjs';

const require = createRequire(import.meta.url);
const dist = (file) => require(path.resolve(import.meta.dirname, '../../dist/apps/api/src', file));
const communes = 7_000;
const years = 12;
const indicators = 60;

/** Gives `work` what times a round, on a database and in a folder that go away with it. */
export async function withImports(databaseUrl, name, work) {
  const { createDataSource, migrate } = dist('database/data-source.js');
  const { Database } = dist('database/database.js');
  const { ImportsService } = dist('imports/imports.service.js');
  const { Clock } = dist('platform/clock.js');
  const { readEnv } = dist('platform/config.js');
  const made = await createDatabase(databaseUrl);
  const home = path.join(process.env.SILLAGE_HOME, name);
  mkdirSync(home, { recursive: true });
  const dataSource = await createDataSource(made.url).initialize();
  try {
    await migrate(dataSource);
    const database = new Database(dataSource);
    const imports = new ImportsService(database, readEnv({ DATABASE_URL: made.url, SILLAGE_HOME: home }), new Clock());
    const referential = await writeReferential(database);
    await database.query('create table raw_observation (like observation including all)');
    const bench = { database, imports, url: made.url, home, referential };
    return await work((rows, rounds, told) => timeRounds(bench, rows, rounds, told), bench);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await made.drop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Milliseconds of each round, ours and raw. */
async function timeRounds({ database, imports, url, home, referential }, rows, rounds, told) {
  const files = { tidy: path.join(home, `${rows}.csv`), raw: path.join(home, `${rows}.copy`) };
  await writeFiles(files, rows, referential);
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const { batch } = await imports.receive(createReadStream(files.tidy), `${rows}.csv`);
    const work = {
      ours: async () => {
        await imports.check(batch.id);
        await imports.publish(batch.id);
      },
      raw: () => copyRaw(url, files.raw),
    };
    const times = {};
    // Who goes first changes: a machine that tires must not favour one of them.
    for (const who of round % 2 === 0 ? ['ours', 'raw'] : ['raw', 'ours']) {
      await database.query('checkpoint');
      const startedAt = performance.now();
      await work[who]();
      times[who] = performance.now() - startedAt;
    }
    await checkSameRows(database, rows);
    await imports.withdraw(batch.id);
    await database.query('truncate observation, raw_observation');
    rmSync(imports.files.of(batch.id).folder, { recursive: true });
    taken.push(times);
    told?.(times);
  }
  for (const file of Object.values(files)) rmSync(file);
  return taken;
}

/** Communes and indicators of nowhere, with the codes that the file gives. */
async function writeReferential(database) {
  const { CatalogueService } = dist('catalogue/catalogue.service.js');
  await new CatalogueService(database).loadDefault();
  const { shippedIndicators } = dist('catalogue/default-catalogue.js');
  const model = shippedIndicators().find(({ code }) => code === 'POP');
  const { rows: territories } = await database.query(
    `insert into territory (level, code, name)
     select 'commune', lpad(n::text, 5, '0'), 'Commune ' || n from generate_series(1, $1::integer) n
     returning id, code`,
    [communes],
  );
  const codes = Array.from({ length: indicators }, (_, rank) => `BENCH_${String(rank + 1).padStart(2, '0')}`);
  const catalogue = new CatalogueService(database);
  const ids = [];
  for (const code of codes) {
    const names = { numerator: null, denominator: null, weight: null, derivation: null, leadRank: null };
    ids.push(await catalogue.add({ ...model, ...names, code, synonyms: [], suppressionThreshold: null }));
  }
  const byCode = (a, b) => (a.code < b.code ? -1 : 1);
  return { territories: territories.sort(byCode), indicators: ids.sort(byCode) };
}

/** The same rows twice: as a département would send them, and as COPY takes them. A small generator, seeded. */
export async function writeFiles({ tidy, raw }, rows, { territories, indicators: list }, firstSeed = 20_261_122) {
  const [tidyFile, rawFile] = [createWriteStream(tidy), createWriteStream(raw)];
  tidyFile.write('code_territoire;periode;indicateur;valeur\n');
  let seed = firstSeed;
  let line = 1;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed;
  };
  for (const indicator of list) {
    for (let year = 2010; year < 2010 + years && line <= rows; year += 1) {
      let tidyText = '';
      let rawText = '';
      for (const { id, code } of territories) {
        line += 1;
        if (line > rows + 1) break;
        const value = random() % 100_000;
        const [whole, decimals] = line % 4 === 0 ? [value, random() % 10] : [value, null];
        const point = decimals ? `${whole}.${decimals}` : `${whole}`;
        tidyText += `${code};${year};${indicator.code};${point.replace('.', ',')}\n`;
        rawText += `${point}\t\\N\t\\N\t${id}\t${year * 1000}\t1\t${line}\t${indicator.id}\t\\N\t0\t0\n`;
      }
      if (!tidyFile.write(tidyText)) await new Promise((resolve) => tidyFile.once('drain', resolve));
      if (!rawFile.write(rawText)) await new Promise((resolve) => rawFile.once('drain', resolve));
    }
  }
  tidyFile.end();
  rawFile.end();
  await Promise.all([finished(tidyFile), finished(rawFile)]);
}

async function copyRaw(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const target = client.query(
      copyFrom(`copy raw_observation (value, numerator, denominator, territory_id, period, batch_id, line, indicator_id,
        absence, status, column_number) from stdin`),
    );
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), target);
  } finally {
    await client.end();
  }
}

async function checkSameRows(database, rows) {
  const answer = async (table) => {
    const { rows: found } = await database.query(
      `select count(1)::integer as count, sum(value::numeric) as sum, sum(line::bigint * territory_id) as mixed from ${table}`,
    );
    return JSON.stringify(found[0]);
  };
  const [ours, raw] = [await answer('observation'), await answer('raw_observation')];
  if (ours !== raw) throw new Error(`Different answers: ${ours} and ${raw}`);
  if (JSON.parse(ours).count !== rows) throw new Error(`${ours}: ${rows} rows expected`);
}
