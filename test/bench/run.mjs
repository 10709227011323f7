// npm run bench [-- --json] [--only=import,rebuild,read,growth,plan]: each bench runs beside its reference, in the same database and
// the same run, and checks that both give the same answer before it prints a ratio.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startLocalPostgres } from '../../apps/api/launch/local-postgres.mjs';

const asJson = process.argv.includes('--json');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const benches = [
  ['import', () => import('./import.mjs').then((bench) => bench.benchImport)],
  // only when asked: minutes
  ['growth', () => import('./import-growth.mjs').then((bench) => bench.benchGrowth)],
  ['plan', () => import('./import-plan.mjs').then((bench) => bench.benchPlan)],
  ['rebuild', () => import('./rebuild.mjs').then((bench) => bench.benchRebuild)],
  ['read', () => import('./read.mjs').then((bench) => bench.benchRead)],
].filter(([name]) => (only ? only.includes(name) : !['growth', 'plan'].includes(name)));

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-bench-'));
chmodSync(folder, 0o755);
const database = process.env.DATABASE_URL
  ? undefined
  : await startLocalPostgres({ directory: path.join(folder, 'postgres') });
process.env.DATABASE_URL ??= database.url;
process.env.SILLAGE_HOME = path.join(folder, 'home');

const results = {};
try {
  for (const [name, load] of benches) {
    const bench = await load();
    // Progress goes to the error stream: with --json the output is one line.
    results[name] = await bench(process.env.DATABASE_URL, (line) => console.error(`${name}: ${line}`));
    if (!asJson) console.log(name, results[name]);
  }
} finally {
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (asJson) console.log(JSON.stringify(results));
