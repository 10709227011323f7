// How the time to check and publish grows with the rows, from 250,000 to two million, and that of raw COPY beside it: the
// exponent is the slope of log(time) on log(rows). Printed, never asserted.
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createDatabase } from './bench-database.mjs';
import { checkSameRows, copyRaw, dist, rawTable, writeFiles, writeReferential } from './import.mjs';

const sizes = [250_000, 500_000, 1_000_000, 2_000_000];
const rounds = 3;

export async function benchGrowth(databaseUrl, log) {
  const { createDataSource, migrate } = dist('database/data-source.js');
  const { Database } = dist('database/database.js');
  const { ImportsService } = dist('imports/imports.service.js');
  const { Clock } = dist('platform/clock.js');
  const { readEnv } = dist('platform/config.js');
  const made = await createDatabase(databaseUrl);
  const home = path.join(process.env.SILLAGE_HOME, 'bench-growth');
  mkdirSync(home, { recursive: true });
  const dataSource = await createDataSource(made.url).initialize();
  try {
    await migrate(dataSource);
    const database = new Database(dataSource);
    const imports = new ImportsService(database, readEnv({ DATABASE_URL: made.url, SILLAGE_HOME: home }), new Clock());
    const referential = await writeReferential(database);
    await database.query(rawTable);
    const points = [];
    for (const rows of sizes) {
      const files = { tidy: path.join(home, `${rows}.csv`), raw: path.join(home, `${rows}.copy`) };
      await writeFiles(files, rows, referential);
      const taken = { ours: [], raw: [] };
      for (let round = 0; round < rounds; round += 1) {
        const { batch } = await imports.receive(createReadStream(files.tidy), `${rows}.csv`);
        const work = {
          ours: async () => {
            await imports.check(batch.id);
            await imports.publish(batch.id);
          },
          raw: () => copyRaw(made.url, files.raw),
        };
        // Who goes first changes: a machine that tires must not favour one of them.
        for (const who of round % 2 === 0 ? ['ours', 'raw'] : ['raw', 'ours']) {
          await database.query('checkpoint');
          const startedAt = performance.now();
          await work[who]();
          taken[who].push(performance.now() - startedAt);
        }
        await checkSameRows(database, rows);
        await imports.withdraw(batch.id);
        await database.query('truncate observation, raw_observation');
        rmSync(imports.files.of(batch.id).folder, { recursive: true });
      }
      // the quickest of three: what the work takes when nothing disturbs it
      const [ours, raw] = [Math.min(...taken.ours), Math.min(...taken.raw)];
      points.push({ rows, ours, raw });
      log(`${rows} rows: ${Math.round(ours)} ms, raw ${Math.round(raw)} ms, ratio ${(raw / ours).toFixed(2)}`);
      for (const file of Object.values(files)) rmSync(file);
    }
    return { exponent: slope(points, 'ours'), rawExponent: slope(points, 'raw'), points };
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await made.drop();
    rmSync(home, { recursive: true, force: true });
  }
}

function slope(points, who) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = points.map(({ rows }) => Math.log(rows));
  const y = points.map((point) => Math.log(point[who]));
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, rank) => (value - meanX) * (y[rank] - meanY)));
  return Number((covariance / mean(x.map((value) => (value - meanX) ** 2))).toFixed(3));
}
