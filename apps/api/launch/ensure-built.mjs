// Installs and builds what is missing or older than its sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './ensure-dependencies.mjs';

const newest = (directory) =>
  readdirSync(directory, { withFileTypes: true }).reduce((latest, entry) => {
    const file = path.join(directory, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs);
  }, 0);

const built = path.join(root, 'dist/built-at');
const sources = ['apps/api/src', 'apps/dashboard', 'libs/indicators/src'].map((name) => path.join(root, name));

if (
  !existsSync(built) ||
  statSync(built).mtimeMs < Math.max(...sources.map(newest), statSync(path.join(root, 'package-lock.json')).mtimeMs)
) {
  console.error('Building…');
  await import('./build.mjs');
}
