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

let result;
try {
  const args = [
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ];
  // what a test starts in a thread of its own runs the sources too
  const nodeArgs = ['--max-old-space-size=4096', '-r', './test/support/run-typescript.cjs'];
  result = spawnSync(process.execPath, [...nodeArgs, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TEST_DATABASE_URL: database?.url ?? process.env.DATABASE_URL, TZ: 'UTC' },
  });
} finally {
  await database?.stop();
  rmSync(path.dirname(directory), { recursive: true, force: true });
}

let failed = 1;
try {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A suite that cannot even load has no failed test of its own: it counts for one.
  const broken = testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  failed = numFailedTests + broken;
  if (numFailedTestSuites > 0 && failed === 0) failed = numFailedTestSuites;
  console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`);
} catch {
  console.log('0 passed, 1 failed');
} finally {
  rmSync(path.dirname(report), { recursive: true, force: true });
}
process.exit(failed > 0 || result.status !== 0 ? 1 : 0);
