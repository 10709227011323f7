// Everything that must hold before a change lands: format and lint, types, import rules, dead code, then the tests.
import { spawnSync } from 'node:child_process';
import { root } from '../apps/api/launch/ensure-dependencies.mjs';

const node = process.execPath;
const steps = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['types of the dashboard', ['node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', 'apps/dashboard']],
  [
    'import rules',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ],
  ],
  ['dead code', ['node_modules/knip/bin/knip.js']],
  ['build', ['apps/api/launch/build.mjs']],
  ['tests', ['test/run.mjs']],
];

for (const [name, args] of steps) {
  console.log(`▸ ${name}`);
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`✗ ${name}`);
    if (name !== 'tests') console.log('0 passed, 1 failed');
    process.exit(1);
  }
}
