// Runs jest against a real PostgreSQL (DATABASE_URL, or an embedded one started for the occasion) and ends with one
// line: "N passed, N failed, N skipped". Arguments go to jest: `npm test -- libs/indicators`.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../apps/api/launch/ensure-dependencies.mjs';
import { startLocalPostgres } from '../apps/api/launch/local-postgres.mjs';

// Each run has a server of its own: two runs side by side cannot meet.
const directory = path.join(mkdtempSync(path.join(os.tmpdir(), 'sillage-test-')), 'postgres');
chmodSync(path.dirname(directory), 0o755);
// A test database need not survive a power cut.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 200 };
const database = process.env.DATABASE_URL ? undefined : await startLocalPostgres({ directory, settings });
const report = path.join(mkdtempSync(path.join(os.tmpdir(), 'sillage-report-')), 'jest.json');

// What watches memory, the clock or processes runs alone, after the rest: two files at a time would disturb it.
const alone = 'test/faults/|test/imports/memory|test/imports/robust|test/dashboard/budgets|test/system/cli';
const given = process.argv.slice(2);
const rounds =
  given.length > 0
    ? [['--runInBand', ...given]]
    : [
        ['--maxWorkers=2', `--testPathIgnorePatterns=${alone}`],
        ['--runInBand', `--testPathPatterns=${alone}`],
      ];

const total = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const args of rounds) {
    const round = runJest(args);
    for (const key of Object.keys(total)) total[key] += round[key];
  }
} finally {
  await database?.stop();
  rmSync(path.dirname(directory), { recursive: true, force: true });
  rmSync(path.dirname(report), { recursive: true, force: true });
}
const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);

function runJest(given) {
  const args = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...given];
  // what a test starts in a thread of its own runs the sources too
  const nodeArgs = ['--max-old-space-size=4096', '-r', './test/support/run-typescript.cjs'];
  const { status } = spawnSync(process.execPath, [...nodeArgs, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TEST_DATABASE_URL: database?.url ?? process.env.DATABASE_URL, TZ: 'UTC' },
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    rmSync(report);
    // A suite that cannot even load has no failed test of its own: it counts for one.
    const broken = testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + broken;
    return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
