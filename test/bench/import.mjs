// One and five million tidy rows, checked and published, beside the raw COPY of the same rows into the same table with
// its primary key. Rounds alternate; both answers are compared before a ratio is kept.
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createDatabase } from './bench-database.mjs';

const require = createRequire(import.meta.url);
export const dist = (file) => require(path.resolve(import.meta.dirname, '../../dist/apps/api/src', file));
const communes = 7_000;
const years = 12;
const indicators = 60;
export const rawTable = 'create table raw_observation (like observation including all)';
const sizes = [
  { name: '1M', rows: 1_000_000, rounds: 5 },
  { name: '5M', rows: 5_000_000, rounds: 3 },
];

export async function benchImport(databaseUrl, log) {
  const { createDataSource, migrate } = dist('database/data-source.js');
  const { Database } = dist('database/database.js');
  const { ImportsService } = dist('imports/imports.service.js');
  const { Clock } = dist('platform/clock.js');
  const { readEnv } = dist('platform/config.js');
  const made = await createDatabase(databaseUrl);
  const home = path.join(process.env.SILLAGE_HOME, 'bench-import');
  mkdirSync(home, { recursive: true });
  const dataSource = await createDataSource(made.url).initialize();
  try {
    await migrate(dataSource);
    const database = new Database(dataSource);
    const imports = new ImportsService(database, readEnv({ DATABASE_URL: made.url, SILLAGE_HOME: home }), new Clock());
    const referential = await writeReferential(database);
    await database.query(rawTable);
    const results = {};
    for (const { name, rows, rounds } of sizes) {
      const files = { tidy: path.join(home, `${name}.csv`), raw: path.join(home, `${name}.copy`) };
      await writeFiles(files, rows, referential);
      const taken = [];
      for (let round = 0; round < rounds; round += 1) {
        const { batch } = await imports.receive(createReadStream(files.tidy), `${name}.csv`);
        const ours = async () => {
          await imports.check(batch.id);
          await imports.publish(batch.id);
        };
        const raw = () => copyRaw(made.url, files.raw);
        const times = {};
        // Who goes first changes: a machine that tires must not favour one of them.
        for (const [who, work] of round % 2 === 0
          ? [
              ['ours', ours],
              ['raw', raw],
            ]
          : [
              ['raw', raw],
              ['ours', ours],
            ]) {
          await database.query('checkpoint');
          const startedAt = performance.now();
          await work();
          times[who] = performance.now() - startedAt;
        }
        await checkSameRows(database, rows);
        await imports.withdraw(batch.id);
        await database.query('truncate observation, raw_observation');
        rmSync(imports.files.of(batch.id).folder, { recursive: true });
        taken.push({ ...times, ratio: times.raw / times.ours });
        log(
          `${name}: ${Math.round(times.ours)} ms, raw ${Math.round(times.raw)} ms, ratio ${(times.raw / times.ours).toFixed(2)}`,
        );
      }
      const median = (pick) => taken.map(pick).sort((a, b) => a - b)[Math.floor(rounds / 2)];
      results[name] = {
        rows,
        ratio: Number(median(({ ratio }) => ratio).toFixed(2)),
        rowsPerSecond: Math.round(rows / (median(({ ours }) => ours) / 1000)),
        rawRowsPerSecond: Math.round(rows / (median(({ raw }) => raw) / 1000)),
      };
      for (const file of Object.values(files)) rmSync(file);
    }
    return { ratio: Math.min(...Object.values(results).map(({ ratio }) => ratio)), ...results };
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await made.drop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Communes and indicators of nowhere, with the codes that the file gives. */
export async function writeReferential(database) {
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
export async function writeFiles({ tidy, raw }, rows, { territories, indicators: list }) {
  const [tidyFile, rawFile] = [createWriteStream(tidy), createWriteStream(raw)];
  tidyFile.write('code_territoire;periode;indicateur;valeur\n');
  let seed = 20_261_122;
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

export async function copyRaw(url, file) {
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

export async function checkSameRows(database, rows) {
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
