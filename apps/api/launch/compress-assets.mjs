// Writes a brotli copy beside every built text asset: the server then sends it without compressing at each request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { root } from './ensure-dependencies.mjs';

const assets = path.join(root, 'dist/dashboard/assets');
for (const name of readdirSync(assets)) {
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const file = path.join(assets, name);
  writeFileSync(`${file}.br`, zlib.brotliCompressSync(readFileSync(file)));
}
