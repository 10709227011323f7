import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real files that stand beside the checkout on some machines; a fresh clone has none and skips the tests that need them. */
const sharedFolder = path.resolve(__dirname, '../../../shared');

export const sharedFile = (relative: string): string => path.join(sharedFolder, relative);

/** INSEE's communes, and what became of the former ones. */
export const inseeFiles = {
  communes: sharedFile('data/cog/v_commune_2026.csv'),
  movements: sharedFile('data/cog/v_mvt_commune_2026.csv'),
};

/** `describe` where the real files are present; elsewhere one skipped test says what is missing, and nothing is read. */
export const describeWithSharedData = (name: string, tests: () => void): void => {
  if (existsSync(sharedFolder)) describe(name, tests);
  else it.skip(`${name} (skipped: no ../shared beside this checkout)`, () => undefined);
};
