import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const indicators = path.resolve(here, '../../libs/indicators/src');

export default defineConfig({
  root: here,
  plugins: [vue()],
  resolve: {
    alias: [
      { find: /^@sillage\/indicators\/figure$/, replacement: `${indicators}/figure/index.ts` },
      { find: /^@sillage\/indicators$/, replacement: `${indicators}/index.ts` },
    ],
  },
  build: {
    outDir: path.resolve(here, '../../dist/dashboard'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The library only declares: what a page does not use of it, and the numeric packages behind, must not weigh on it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/libs\/indicators\/src|node_modules\/(@stdlib|ml-|pure-rand)/.test(id) },
    },
  },
});
