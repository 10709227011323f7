// What publishing a file would change, when every figure of it is in force already with another value: the plan of its
// replacement, beside the hand-written query that only counts the same fates.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withImports, writeFiles } from './import-rounds.mjs';

const sizes = [250_000, 500_000, 1_000_000];
const rounds = 3;

export const benchPlan = (databaseUrl, log) =>
  withImports(databaseUrl, 'bench-plan', async (_, bench) => {
    const points = [];
    for (const rows of sizes) {
      const point = await timePlans(bench, rows);
      points.push(point);
      log(
        `${rows} values: plan ${point.plan} ms, withdrawal ${point.withdrawal} ms, counted by hand ${point.byHand} ms`,
      );
    }
    const [last] = points.slice(-1);
    return { ratio: Number((last.plan / last.byHand).toFixed(2)), points };
  });

async function timePlans({ database, imports, url, home, referential }, rows) {
  const [former, next] = ['former', 'next'].map((name) => ({
    tidy: path.join(home, `${name}.csv`),
    raw: path.join(home, `${name}.copy`),
  }));
  await writeFiles(former, rows, referential);
  await writeFiles(next, rows, referential, 7);
  const first = await receive(imports, former.tidy);
  await imports.publish(first);
  const second = await receive(imports, next.tidy);
  const [plan, { counts }] = await fastest(() => imports.plan(second));
  const [byHand, counted] = await fastest(() => countByHand(url, next.raw));
  if (
    counts.changed !== counted.changed ||
    counts.identical !== counted.identical ||
    counts.created !== counted.created
  )
    throw new Error(`The plan counts ${JSON.stringify(counts)}, the query ${JSON.stringify(counted)}`);
  await imports.publish(second);
  const [withdrawal] = await fastest(() => imports.plan(second));
  for (const id of [second, first]) await imports.withdraw(id);
  await database.query('truncate observation');
  return { rows, plan, withdrawal, byHand };
}

async function receive(imports, file) {
  const { batch } = await imports.receive(createReadStream(file), path.basename(file));
  await imports.check(batch.id);
  return batch.id;
}

/** Milliseconds of the quickest round, and its answer. */
async function fastest(work) {
  let best = [Number.POSITIVE_INFINITY, null];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const answer = await work();
    const taken = Math.round(performance.now() - startedAt);
    if (taken < best[0]) best = [taken, answer];
  }
  return best;
}

async function countByHand(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('create temp table given (like observation) on commit drop');
    const target = client.query(
      copyFrom(`copy given (value, numerator, denominator, territory_id, period, batch_id, line, indicator_id,
        absence, status, column_number) from stdin`),
    );
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), target);
    await client.query('analyze given');
    const { rows } = await client.query(
      `select count(*) filter (where former.value is null)::integer as created,
         count(*) filter (where former.value <> given.value)::integer as changed,
         count(*) filter (where former.value = given.value)::integer as identical
       from given left join observation former using (territory_id, indicator_id, period)`,
    );
    await client.query('rollback');
    return rows[0];
  } finally {
    await client.end();
  }
}
