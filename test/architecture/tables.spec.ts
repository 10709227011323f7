import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listSources, root, withoutComments } from './sources';

/** The rows of ARCHITECTURE.md's table "Who writes which table": table → feature. */
function documentedWriters(): Map<string, string> {
  const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const section = text.slice(text.indexOf('## Who writes which table')).split('\n## ')[0] ?? '';
  const writers = new Map<string, string>();
  for (const match of section.matchAll(/^\| `(\w+)` \|([^|]+)\|/gm)) {
    for (const table of (match[2] ?? '').matchAll(/`(\w+)`/g)) writers.set(table[1] ?? '', match[1] ?? '');
  }
  return writers;
}

const write = /\b(?:insert into|update|delete from|truncate|copy)\s+(?:only\s+)?"?([a-z_]+)"?(?=[\s(])/gi;

describe('each table', () => {
  const writers = documentedWriters();

  it('is in the document', () => {
    const migration = listSources(['apps/api/src/database/migrations'], ['.ts'])
      .map((file) => file.text)
      .join('\n');
    const tables = [...migration.matchAll(/create table (\w+)/g)].map((match) => match[1] ?? '');
    expect([...writers.keys()].sort()).toEqual([...new Set(tables)].sort());
  });

  it('is written by the one feature that the document names', () => {
    const intruders = listSources(['apps/api/src'], ['.ts'])
      .filter((file) => !file.path.includes('/migrations/') && !file.path.endsWith('.spec.ts'))
      .flatMap((file) => {
        const feature = file.path.split('/')[3] ?? '';
        return [...withoutComments(file.text).matchAll(write)]
          .map((match) => (match[1] ?? '').toLowerCase())
          .filter((table) => writers.has(table) && writers.get(table) !== feature)
          .map((table) => `${file.path} writes ${table}`);
      });
    expect(intruders).toEqual([]);
  });
});
