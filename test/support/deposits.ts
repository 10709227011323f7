import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

const header = 'code_territoire;periode;indicateur;valeur';

/** Files that an agent drops on the page of imports. */
export class Deposits {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-files-'));

  write(name: string, lines: readonly string[]): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return file;
  }

  /** On the list of imports: the file, then the step where one agrees on how it was read. */
  async deposit(page: Page, name: string, rows: readonly string[]): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(this.write(name, [header, ...rows]));
    await page.waitForURL(/\/imports\/\d+/);
    await page.locator('.verdict-summary').waitFor();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
