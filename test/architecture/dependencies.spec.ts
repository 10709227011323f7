import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './sources';

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};
const entries = Object.entries(lock.packages).filter(([name]) => name !== '');

const permissive =
  /^\(?(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|CC-BY-3\.0|Python-2\.0|Unlicense|WTFPL|OFL-1\.1|PostgreSQL|MPL-2\.0)\b/;

describe('dependencies', () => {
  it('have permissive licences', () => {
    const others = entries.filter(([, entry]) => entry.license && !permissive.test(entry.license));
    expect(others.map(([name, entry]) => `${name}: ${entry.license}`)).toEqual([]);
  });

  it('are locked for every platform, or `npm ci` fails on some machines', () => {
    const missing = entries.flatMap(([name, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(
          (dependency) =>
            !lock.packages[`node_modules/${dependency}`] && !lock.packages[`${name}/node_modules/${dependency}`],
        )
        .map((dependency) => `${name} → ${dependency}`),
    );
    expect(missing).toEqual([]);
  });

  it('are pinned to exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => /^[\^~><*]/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
