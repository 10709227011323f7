import { listSources, withoutComments } from './sources';

/** French is recognised by its accents: a sentence without any is rare enough for a reviewer to catch. */
const french = /[éèêëàâùûîïôçœÉÈÀÇ«»]/;

/** Data that is French by nature, not prose: names of places, spellings met in files. */
const isData = (path: string): boolean =>
  path.startsWith('apps/api/src/demonstration/') || path.startsWith('libs/indicators/src/tabular/');

describe('prose', () => {
  it('lives in fr.ts and en.ts files only', () => {
    const found = listSources(['apps/api/src', 'apps/dashboard/src', 'libs'], ['.ts', '.vue'])
      .filter((file) => !/\/(fr|en)\.ts$|\.spec\.ts$|\/(fr|en)\//.test(file.path) && !isData(file.path))
      .flatMap((file) =>
        withoutComments(file.text)
          .replace(/<!--[\s\S]*?-->/g, '')
          .split('\n')
          .filter((line) => french.test(line))
          .map((line) => `${file.path}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  it('keeps Intl in wording and in the dashboard’s text', () => {
    const found = listSources(['apps', 'libs'], ['.ts', '.vue'])
      .filter((file) => !/^(libs\/indicators\/src\/wording|apps\/dashboard\/src\/text)\//.test(file.path))
      .filter((file) => !file.path.endsWith('.spec.ts'))
      .filter((file) =>
        /\bIntl\.(NumberFormat|DateTimeFormat|PluralRules)|toLocale(Date|Time)?String\(/.test(
          withoutComments(file.text),
        ),
      );
    expect(found.map((file) => file.path)).toEqual([]);
  });
});
