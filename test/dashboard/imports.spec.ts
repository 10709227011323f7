import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations, describeInBrowser, overflow, photograph, Sitting, settled } from '../support/browser';
import { Deposits } from '../support/deposits';
import { xlsxOf } from '../support/workbooks/xlsx';

describeInBrowser('an agent who imports', () => {
  let sitting: Sitting;
  const files = new Deposits();
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(async () => {
    await sitting?.close();
    files.remove();
  });

  const isRight = (page: Page) => page.getByRole('button', { name: 'C’est juste, continuer' }).first();
  const step = (rank: number): RegExp => new RegExp(`^Étape ${rank} sur 5`);
  const heading = (page: Page, rank: number) => page.getByRole('heading', { level: 1, name: step(rank) });
  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>('document.activeElement.className || document.activeElement.tagName');
  const untilUpToDate = (page: Page) => page.getByText('Les figures sont à jour.').waitFor({ timeout: 30_000 });

  /** Sales of real estate of one commune: a figure that one file changes. */
  const sales = 'REVI-14';

  it('drops a clean file, agrees, publishes, sees the figure change, then undoes it, without a restart', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const address = `/indicateurs/${sales}?territoire=commune:00001`;
    const valueShown = async (): Promise<string> => {
      await page.goto(sitting.server.url + address);
      await settled(page);
      return (await page.locator('.key-value').textContent()) ?? '';
    };
    const before = await valueShown();
    await page.goto(`${sitting.server.url}/imports`);
    await files.deposit(page, 'ventes.csv', [`00001;2025;${sales};7`, `00002;2025;${sales};9`]);
    expect(await focused(page)).toContain('verdict-summary');
    await isRight(page).click();
    await heading(page, 5).waitFor();
    await page.locator('.plan').waitFor();
    await page.getByRole('button', { name: 'Publier' }).click();
    await untilUpToDate(page);
    const imported = page.url();
    const during = await valueShown();
    expect(during).not.toBe(before);

    await page.goto(imported);
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.plan').waitFor();
    await dialog.getByRole('button', { name: 'Annuler l’import' }).click();
    await untilUpToDate(page);
    expect(await valueShown()).toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  describe('with a messy file and the keyboard alone', () => {
    const looks: string[] = [];
    const offScreen = `[...document.querySelectorAll(':is(.mend-table, .plan) :is(td, input)')]
      .filter((cell) => cell.getBoundingClientRect().right > innerWidth).length`;

    /** What a step looks like on a wide and on a narrow screen. */
    async function look(page: Page, name: string): Promise<void> {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await photograph(page, `import-${name}-${width}`);
        looks.push(...(await axeViolations(page)).map((violation) => `${name}, ${width}: ${violation}`));
        if ((await overflow(page)) > 0) looks.push(`${name}, ${width}: the page scrolls sideways`);
        if ((await page.evaluate<number>(offScreen)) > 0) looks.push(`${name}, ${width}: cells are off screen`);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }

    const labelOfFocus = `(() => {
      const one = document.activeElement;
      if (one === document.body) return '';
      const text = (one.labels && one.labels[0] ? one.labels[0].textContent : '') || one.textContent || '';
      return (one.getAttribute('aria-label') || text).trim().replace(/\\s+/g, ' ') + '#' + (one.id || '') + '=' + (one.type || '');
    })()`;

    /** Presses Tab until a control with this label, or id, has the focus. */
    async function tabTo(page: Page, wanted: RegExp): Promise<void> {
      for (let presses = 0; presses < 90; presses += 1) {
        await page.keyboard.press('Tab');
        if (wanted.test(await page.evaluate<string>(labelOfFocus))) return;
      }
      throw new Error(`Tab never reached ${wanted}`);
    }

    async function choose(page: Page, wanted: RegExp, text: string): Promise<void> {
      await tabTo(page, wanted);
      await page.keyboard.type(text);
    }

    it('maps its columns, mends its cells, publishes and withdraws', async () => {
      const file = files.write('foncier.csv', [
        'Suivi du service foncier;;;',
        'Extraction du 12 novembre;;;',
        'Lieu;Quand;Combien;Remarque interne',
        '00001;2025;11;vu',
        '0002;2025;12;',
        '00003;2025;douze;à revoir',
        '00004;2025-13;13;',
        '00005;2025;14;',
      ]);
      const { page, faults } = await sitting.visit('/imports');
      await tabTo(page, /Importer un fichier pas à pas/);
      await page.keyboard.press('Enter');
      await heading(page, 1).waitFor();
      expect(await focused(page)).toBe('H1');
      await look(page, '1-choose');
      await choose(page, /De qui vient ce fichier/, 'Service foncier');
      await page.keyboard.press('Enter');
      await heading(page, 2).waitFor();
      expect(await focused(page)).toBe('H1');
      await look(page, '2-drop');
      await tabTo(page, /=file$/);
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(file);

      await page.locator('.verdict-summary').waitFor();
      await heading(page, 3).waitFor();
      expect(await page.locator('[aria-current=step]').textContent()).toContain('Faire correspondre');
      expect(await page.getByText('Il manque une information').count()).toBe(1);
      await settled(page);
      await look(page, '3-map');
      await choose(page, /#usage-1=/, 'Le code');
      await choose(page, /#usage-2=/, 'La p');
      await choose(page, /#usage-3=/, 'La v');
      await choose(page, /Indicateur de la colonne « Combien »/, sales);
      await page.locator('.search-item').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.map-value .chosen').waitFor();
      await choose(page, /#echelon=/, 'Communes');
      await look(page, '3-mapped');
      await tabTo(page, /Valider la correspondance/);
      await page.keyboard.press('Enter');

      await heading(page, 4).waitFor();
      await page.locator('.mend-table').waitFor();
      expect(await focused(page)).toContain('verdict-summary');
      expect(await page.locator('.counts dd:not(.note)').allTextContents()).toEqual(['5', '3', '0', '2']);
      expect(await page.getByRole('button', { name: 'Refuser cette réparation : Zéro initial perdu' }).count()).toBe(1);
      await look(page, '4-check');
      await choose(page, /Combien, ligne 6/, '15');
      await choose(page, /Quand, ligne 7/, '2025');
      await tabTo(page, /Corriger et revérifier/);
      await page.keyboard.press('Enter');
      await page.locator('.mend-table').waitFor({ state: 'detached' });
      await page.locator('.counts').waitFor();
      expect(await page.locator('.counts dd:not(.note)').allTextContents()).toEqual(['5', '5', '0', '0']);
      await look(page, '4-mended');
      await tabTo(page, /^Continuer/);
      await page.keyboard.press('Enter');

      await heading(page, 5).waitFor();
      expect(await focused(page)).toBe('H1');
      await page.locator('.plan').waitFor();
      expect(await page.locator('.plan tbody tr').count()).toBeGreaterThan(0);
      await look(page, '5-plan');
      await tabTo(page, /^Publier/);
      await page.keyboard.press('Enter');
      await untilUpToDate(page);
      await look(page, '5-published');
      await tabTo(page, /Annuler l’import/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('.plan').waitFor();
      await look(page, '5-withdraw');
      await tabTo(page, /Annuler l’import/);
      await page.keyboard.press('Enter');
      await page.getByText('Import annulé').waitFor();
      expect(looks).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    }, 180_000);

    it('does not ask again for the next file of the same source', async () => {
      const { page } = await sitting.visit('/imports/nouveau?etape=2&source=Service%20foncier');
      const file = files.write('foncier-bis.csv', [
        'Lieu;Quand;Combien;Remarque interne',
        '00001;2025;21;',
        '00002;2025;22;',
      ]);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('.verdict-summary').waitFor();
      expect(await page.getByText('Lu comme les derniers fichiers de « Service foncier ».').count()).toBe(1);
      await isRight(page).waitFor();
      await page.context().close();
    });
  });

  it('refuses a repair, and has its rows to mend', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(page, 'reparation.csv', [
      `00001;2025;${sales};7`,
      `00002;T1 2025;${sales};9`,
      `00003;1/2/2025;${sales};9`,
    ]);
    await page.goto(`${page.url().split('?')[0]}?etape=4`);
    const refusals = page.getByRole('button', { name: /^Refuser cette réparation/ });
    await refusals.first().click();
    await page.locator('.mend-table input').first().waitFor();
    await page.getByRole('button', { name: /^Accepter à nouveau/ }).click();
    await refusals.first().waitFor();
    await page.context().close();
  });

  it('asks for the level of codes that several levels share, and leads to the field', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(
      page,
      'codes.csv',
      ['1', '2', '3'].map((code) => `${code};2021;${sales};7`),
    );
    await page.getByRole('button', { name: 'Choisir l’échelon' }).click();
    const level = page.locator('#echelon');
    expect(await level.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await level.locator('option:checked').textContent()).toBe('Choisir l’échelon');
    await level.selectOption('departement');
    await page.getByRole('button', { name: 'Valider la correspondance' }).click();
    await heading(page, 4).waitFor();
    await page.context().close();
  });

  it('asks whether percentages are shares, and multiplies them when told so', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const shares = ['0,125', '0,5', '0,25'].map((value, rank) => `0000${rank + 1};2019;PIMP;${value}`);
    await files.deposit(page, 'parts.csv', shares);
    await isRight(page).click();
    await heading(page, 4).waitFor();
    await page.getByRole('button', { name: /^Ce sont des parts : multiplier par 100/ }).click();
    await page.getByText('Questions sur les valeurs').waitFor({ state: 'detached' });
    const [, id] = /\/imports\/(\d+)/.exec(page.url()) ?? [];
    const answer = await page.request.get(`${sitting.server.url}/api/v1/imports/${id}/hints`);
    expect(await answer.json()).toMatchObject({ hints: { factor: 100 } });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('chooses among the first rows the one that holds the titles', async () => {
    const { page } = await sitting.visit('/imports');
    await page
      .locator('input[type=file]')
      .setInputFiles(files.write('titres.csv', ['a;b;c', 'x;y;z', 'code_territoire;periode;v', '00001;2025;4']));
    await page.locator('.verdict-summary').waitFor();
    await settled(page);
    await page
      .locator('.first-rows')
      .or(page.locator('summary', { hasText: 'Choisir la ligne' }))
      .first()
      .click();
    await page.getByLabel('Les titres sont ligne 1', { exact: true }).check();
    await page.getByRole('button', { name: 'Relire le fichier ainsi' }).last().click();
    await page
      .getByLabel('Ligne des titres', { exact: true })
      .and(page.locator('input[value="1"], #ligne-titres'))
      .first()
      .waitFor();
    await page.locator('.map-columns legend', { hasText: /^b$/ }).waitFor();
    await page.context().close();
  });

  it('imports another sheet of a workbook without depositing it again', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const file = path.join(files.folder, 'ventes.xlsx');
    const titles = ['code_territoire', 'periode', 'indicateur', 'valeur'];
    const sheets = ['Ventes 2023', 'Ventes 2024'].map((name, rank) => ({
      name,
      rows: [titles, ['00001', 2023 + rank, sales, 3 + rank]],
    }));
    writeFileSync(file, xlsxOf(sheets));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.verdict-summary').waitFor();
    const first = new URL(page.url()).pathname;
    const untilItReads = (sheet: string) =>
      page.locator('#feuille option:checked', { hasText: sheet }).waitFor({ state: 'attached' });
    await untilItReads('Ventes 2023');
    await page.getByRole('button', { name: 'Importer une autre feuille' }).click();
    await page.waitForURL((url) => url.pathname !== first);
    await untilItReads('Ventes 2024');
    await photograph(page, 'import-other-sheet');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
