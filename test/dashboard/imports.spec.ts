import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations, describeInBrowser, photograph, Sitting, settled } from '../support/browser';

const header = 'code_territoire;periode;indicateur;valeur';

describeInBrowser('an agent who imports', () => {
  let sitting: Sitting;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-files-'));
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(async () => {
    await sitting?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function deposit(page: Page, name: string, rows: readonly string[]): Promise<void> {
    const file = path.join(folder, name);
    writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/\/imports\/\d+/);
    await page.locator('.verdict-summary').waitFor();
  }

  /** Sales of real estate of one commune in 2031: a year that no demonstration file speaks of. */
  const sales = 'REVI-14';

  it('reads the verdict of each row, publishes, sees the figure change, then undoes it, without a restart', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const address = `/indicateurs/${sales}?territoire=commune:00001`;
    const valueShown = async (): Promise<string> => {
      await page.goto(sitting.server.url + address);
      await settled(page);
      return (await page.locator('.key-value').textContent()) ?? '';
    };
    const before = await valueShown();
    await page.goto(`${sitting.server.url}/imports`);
    await deposit(page, 'ventes.csv', [`00001;2025;${sales};4321`, `00002;2025;${sales};9`]);
    await photograph(page, 'import-checked');
    expect(await page.evaluate<string>('document.activeElement.className')).toContain('verdict-summary');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('.preview tbody tr').count()).toBe(2);

    await page.getByRole('button', { name: 'Publier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await photograph(page, 'import-confirm');
    await dialog.getByRole('button', { name: 'Publier' }).click();
    await page.getByText('Les figures sont à jour.').waitFor({ timeout: 30_000 });
    await photograph(page, 'import-published');
    const imported = page.url();
    const during = await valueShown();
    expect(during).toMatch(/4\u202f321/);
    expect(before).not.toMatch(/4\u202f321/);

    await page.goto(imported);
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    await dialog.getByRole('button', { name: 'Annuler l’import' }).click();
    await page.getByText('Les figures sont à jour.').waitFor({ timeout: 30_000 });
    expect(await valueShown()).toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('sees what to mend, line by line, and cannot publish a rejected file', async () => {
    const { page } = await sitting.visit('/imports');
    await deposit(page, 'fautes.csv', [
      `00001;2025;${sales};douze`,
      `00002;2025;${sales};treize`,
      `99999;2025;${sales};4`,
      `00003;31/02/2025;${sales};4`,
    ]);
    const findings = page.locator('.finding-error');
    expect(await findings.count()).toBeGreaterThan(1);
    const twice = findings.filter({ has: page.locator('details') });
    await twice.first().locator('summary').click();
    await twice.first().locator('tbody tr').nth(1).waitFor();
    await photograph(page, 'import-rejected');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Publier' }).count()).toBe(0);
    await page.context().close();
  });

  it('is told that a file is already there', async () => {
    const { page } = await sitting.visit('/imports');
    await deposit(page, 'deux-fois.csv', [`00004;2025;${sales};6`]);
    const first = new URL(page.url()).pathname;
    await page.goto(`${sitting.server.url}/imports`);
    await deposit(page, 'deux-fois.csv', [`00004;2025;${sales};6`]);
    expect(new URL(page.url()).pathname).toBe(first);
    await page.getByText('Ce fichier avait déjà été déposé').waitFor();
    await page.context().close();
  });

  it('is told at once of an empty file', async () => {
    const { page } = await sitting.visit('/imports');
    const file = path.join(folder, 'vide.csv');
    writeFileSync(file, '');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('alert').getByText('Le fichier est vide.').waitFor();
    await page.context().close();
  });

  it('can take every example file away', async () => {
    const { page } = await sitting.visit('/imports');
    const links = await page.locator('.examples a').all();
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links) {
      const response = await fetch(sitting.server.url + (await link.getAttribute('href')));
      expect(response.status).toBe(200);
    }
    await page.context().close();
  });
});
