// Builds the API (tsc through the Nest CLI) and the dashboard (Vite) into dist/.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './ensure-dependencies.mjs';

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api']);
run(process.execPath, [
  'node_modules/vite/bin/vite.js',
  'build',
  '--logLevel',
  'warn',
  '--config',
  'apps/dashboard/vite.config.mts',
]);
await import('./compress-assets.mjs');
writeFileSync(path.join(root, 'dist/built-at'), '');
