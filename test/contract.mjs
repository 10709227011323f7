// Holds apps/api/openapi.json and the dashboard's types to the code; with --write, writes them anew.
import { spawnSync } from 'node:child_process';
import { root } from '../apps/api/launch/ensure-dependencies.mjs';

const { status } = spawnSync(process.execPath, ['test/run.mjs', 'test/system/openapi'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(process.argv.includes('--write') ? { WRITE_CONTRACT: '1' } : {}) },
});
process.exit(status ?? 1);
