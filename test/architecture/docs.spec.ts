import { readFileSync } from 'node:fs';
import path from 'node:path';
import openapi from '../../apps/api/openapi.json';
import { listSources, root } from './sources';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('what is written of imports', () => {
  const page = read('docs/imports.md');

  it('names every route, and no other', () => {
    const routes = Object.entries(openapi.paths).flatMap(([address, methods]) =>
      /^\/api\/v1\/import(s|-pulls)\b/.test(address)
        ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${address.replace('/api/v1', '')}`)
        : [],
    );
    const written = [...page.matchAll(/^\| `([A-Z]+ \/\S+)` \|/gm)].map(([, route]) => route);
    expect(written.sort()).toEqual(routes.sort());
  });

  it('names every refusal', () => {
    const refusals = listSources(['apps/api/src/imports'], ['.ts']).flatMap(({ text }) =>
      [...text.matchAll(/new Problem\(\s*\d{3},\s*'([a-z-]+)'/g)].map(([, name]) => name!),
    );
    expect(refusals.length).toBeGreaterThan(20);
    expect(refusals.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

it('names every variable of the environment in the README', () => {
  const variables = [...read('apps/api/src/platform/config.ts').matchAll(/^ {2}([A-Z_]+): z$|^ {2}([A-Z_]+): z\./gm)];
  const names = variables.map(([, alone, inline]) => alone ?? inline!);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !read('README.md').includes(`| \`${name}\` |`))).toEqual([]);
});
