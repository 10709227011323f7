import { listSources, withoutComments } from './sources';

/** French is recognised by its accents, prose by two words in a row: a sentence without any accent is for a reviewer to catch. */
const isFrenchProse = (line: string): boolean =>
  /[éèêëàâùûîïôçœÉÈÀÇ«»]/.test(line) && /[A-Za-zÀ-ÿ]{2,}[ ’'][A-Za-zÀ-ÿ]{2,}/.test(line);

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
          .filter((line) => isFrenchProse(line))
          .map((line) => `${file.path}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  // apps/api/src/platform/schedule.ts asks Intl for the offset of Paris, not for words.
  it('keeps Intl in wording and in the dashboard’s text', () => {
    const found = listSources(['apps', 'libs'], ['.ts', '.vue'])
      .filter((file) => !/^(libs\/indicators\/src\/wording|apps\/dashboard\/src\/text)\//.test(file.path))
      .filter((file) => !file.path.endsWith('.spec.ts') && file.path !== 'apps/api/src/platform/schedule.ts')
      .filter((file) =>
        /\bIntl\.(NumberFormat|DateTimeFormat|PluralRules)|toLocale(Date|Time)?String\(/.test(
          withoutComments(file.text),
        ),
      );
    expect(found.map((file) => file.path)).toEqual([]);
  });
});
