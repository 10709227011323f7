import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real files that stand beside the checkout on some machines; a fresh clone has none and skips the tests that need them. */
const sharedFolder = path.resolve(__dirname, '../../../shared');

export const sharedFile = (relative: string): string => path.join(sharedFolder, relative);

/** `describe` where the real files are present; elsewhere the suite shows as skipped, with the reason in its name. */
export const describeWithSharedData = (name: string, tests: () => void): void => {
  if (existsSync(sharedFolder)) describe(name, tests);
  else describe.skip(`${name} (skipped: no ../shared on this machine)`, tests);
};
