#!/usr/bin/env node
// The `sillage` command: makes sure that there is a build and a database, then hands over to the compiled program.
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import { root } from './ensure-dependencies.mjs';
import './ensure-built.mjs';
import { startLocalPostgres } from './local-postgres.mjs';

// On a machine with much memory V8 lets garbage pile up to four times what is used; half as much again is enough, and a
// server that draws pages then stays near 200 MB instead of 400.
v8.setFlagsFromString('--heap-growing-percent=50');
process.env.SILLAGE_HOME ??= path.join(root, '.sillage');
const require = createRequire(import.meta.url);
const { runCommand } = require(path.join(root, 'dist/apps/api/src/cli.js'));

const [, , command, ...rest] = process.argv;
const readsOnlyFiles = command === 'estimate' || (command === 'check' && rest.includes('--referential'));
const needsDatabase = !readsOnlyFiles && !process.env.DATABASE_URL;
const database = !needsDatabase
  ? undefined
  : await startLocalPostgres({ directory: path.join(process.env.SILLAGE_HOME, 'postgres') });
if (database) process.env.DATABASE_URL = database.url;

let code = 1;
try {
  code = await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
} finally {
  await database?.stop();
}
process.exit(code);
