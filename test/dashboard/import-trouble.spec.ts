import type { Page } from 'playwright-core';
import { describeInBrowser, Sitting, settled } from '../support/browser';
import { Deposits } from '../support/deposits';

describeInBrowser('an agent who hesitates, or whom the network fails', () => {
  let sitting: Sitting;
  const files = new Deposits();
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(async () => {
    await sitting?.close();
    files.remove();
  });

  /** Sales of real estate. */
  const sales = 'REVI-14';
  const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.textContent.trim()');

  it('keeps what was typed and the focus when the network is cut, then sends it once', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(page, 'coupure.csv', [`00001;2025;${sales};douze`, `00002;2025;${sales};9`]);
    await page.goto(`${page.url().split('?')[0]}?etape=4`);
    const cell = page.getByLabel('valeur, ligne 2', { exact: true });
    await cell.fill('12');
    await page.context().setOffline(true);
    const mend = page.getByRole('button', { name: 'Corriger et revérifier' });
    await mend.press('Enter');
    await page.getByRole('alert').getByText('Rien n’est perdu').waitFor();
    expect(await focused(page)).toBe('Corriger et revérifier');
    expect(await cell.inputValue()).toBe('12');

    await page.context().setOffline(false);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.url());
    });
    await mend.dblclick();
    await page.locator('.notice-good.verdict-summary, .notice-attention.verdict-summary').waitFor();
    expect(sent).toHaveLength(1);
    await page.context().close();
  });

  it('is told what is missing, and brought to where it can be said', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const rows = ['code_territoire;2023;2024', '00001;4;5', '00002;6;7'];
    await page.locator('input[type=file]').setInputFiles(files.write('sans-indicateur.csv', rows));
    await page.getByRole('button', { name: 'Choisir l’indicateur' }).click();
    const box = page.getByRole('combobox', { name: 'Indicateur de toutes les valeurs' });
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('indicateur');
    await page.keyboard.press('ArrowDown');
    const items = page.locator('.search-item');
    await items.nth(60).waitFor();
    await box.fill('mutations immo');
    await items.getByText(sales).click();
    await page.getByRole('button', { name: 'Choisir l’indicateur' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Valider la correspondance' }).click();
    await page.getByRole('heading', { level: 1, name: /^Étape [45]/ }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reads why no row was taken before being asked for another matching', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(page, 'inconnus.csv', [`99998;2025;${sales};4`, `99999;2025;${sales};5`]);
    await page.getByRole('heading', { name: 'Aucune ligne ne se lit ainsi' }).waitFor();
    await page.getByText('Territoire inconnu').waitFor();
    await page.getByRole('link', { name: 'Voir et corriger les lignes' }).click();
    await page.getByRole('heading', { level: 1, name: /^Étape 4/ }).waitFor();
    await page.context().close();
  });

  it('reads the state and the action of each import on a phone', async () => {
    const { page } = await sitting.visit('/imports', 360);
    await settled(page);
    const row = page.locator('.imports-list tbody tr').first();
    for (const seen of [row.locator('.state'), row.getByRole('link').last()]) {
      const box = await seen.boundingBox();
      expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    }
    await page.context().close();
  });
});
