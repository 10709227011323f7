import { axeViolations, describeInBrowser, Sitting, settled } from '../support/browser';

describeInBrowser('a reader', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(() => sitting?.close());

  it('traces a number to its file and lines with the keyboard alone, and comes back to it', async () => {
    const { page, faults } = await sitting.visit('/');
    const number = page.locator('.tile .figure-value').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.locator('.terms').waitFor();
    for (const term of ['Définition', 'Formule', 'Calcul', 'Couverture', 'Source']) {
      expect(await panel.locator('dt', { hasText: term }).count()).toBeGreaterThan(0);
    }
    expect(await panel.locator('tbody a[href^="/imports/"]').count()).toBeGreaterThan(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate<boolean>('document.activeElement.closest("dialog") !== null')).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await number.and(page.locator(':focus')).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('changes language and keeps it from page to page', async () => {
    const { page } = await sitting.visit('/indicateurs');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/lang=en/);
    await page.getByRole('heading', { level: 1, name: 'The indicators' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'Territories', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'The territories of the département' }).waitFor();
    expect(page.url()).toContain('lang=en');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Les territoires' }).waitFor();
    expect(page.url()).not.toContain('lang=');
    await page.context().close();
  });

  it('finds the same view again after a reload, and the one before with the back button', async () => {
    const { page } = await sitting.visit('/territoires');
    await page.locator('.view-bar select').selectOption('canton');
    await page.getByLabel('Nom ou code').fill('a');
    const status = await page.locator('.view-bar [role=status]').textContent();
    expect(page.url()).toContain('echelon=canton');
    await page.reload();
    await settled(page);
    expect(await page.locator('.view-bar select').inputValue()).toBe('canton');
    expect(await page.locator('.view-bar [role=status]').textContent()).toBe(status);
    await page.locator('.columns a').first().click();
    await page.waitForURL(/territoires\/canton\//);
    await page.goBack();
    await settled(page);
    expect(await page.locator('.view-bar select').inputValue()).toBe('canton');
    await page.context().close();
  });

  it('chooses what the map shows, and a link gives that map again', async () => {
    const { page } = await sitting.visit('/');
    const choice = page.locator('.where-side select');
    const [first, second] = await Promise.all(
      [0, 1].map((rank) => choice.locator('option').nth(rank).getAttribute('value')),
    );
    await choice.selectOption(second!);
    await page.waitForURL(new RegExp(`carte=${second}`));
    await page.reload();
    await settled(page);
    expect(await choice.inputValue()).toBe(second);
    await choice.selectOption(first!);
    await page.waitForURL((url) => !url.search.includes('carte='));
    await page.context().close();
  });

  it('finds a territory from the header with the keyboard', async () => {
    const { page } = await sitting.visit('/methode');
    await page.getByRole('combobox', { name: 'Rechercher' }).fill('can');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(territoires|indicateurs)\//);
    await settled(page);
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
    await page.context().close();
  });

  it('jumps over the header with the first key', async () => {
    const { page } = await sitting.visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('contenu');
    await page.context().close();
  });

  it('explores a chart: the library comes then, and never before', async () => {
    const { page, faults } = await sitting.visit('/indicateurs/PREV-06');
    const loaded = (): Promise<boolean> =>
      page.evaluate<boolean>(
        `performance.getEntriesByType('resource').some((entry) => entry.name.includes('explore-chart'))`,
      );
    expect(await loaded()).toBe(false);
    const figures = page.locator('figure');
    for (let rank = 0; rank < (await figures.count()); rank += 1) {
      const figure = figures.nth(rank);
      const button = figure.getByRole('button', { name: /^Explorer le graphique/ });
      if ((await button.count()) === 0) continue;
      await button.click();
      await figure.locator('canvas').first().waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
      await figure.locator('.chart svg').waitFor();
      expect(await button.and(page.locator(':focus')).count()).toBe(1);
    }
    expect(await loaded()).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reads in a table the numbers of every chart', async () => {
    const { page } = await sitting.visit('/indicateurs/PREV-06');
    for (const figure of await page.locator('figure').all()) {
      expect(await figure.locator('[role=img]').first().getAttribute('aria-label')).toMatch(/Données dans le tableau/);
      await figure.getByText('Voir les données en tableau').click();
      await figure.locator('tbody tr').first().waitFor();
      expect(await figure.locator('tbody tr').count()).toBeGreaterThan(1);
      expect(await figure.locator('caption').textContent()).not.toBe('');
      expect(await figure.locator('thead th:not([scope=col])').count()).toBe(0);
    }
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('is told when a page’s data fail, and tries again in place', async () => {
    const { page } = await sitting.visit('/methode');
    await page.route('**/api/v1/pages/home**', (route) => route.abort());
    await page.getByRole('link', { name: 'Accueil', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.unroute('**/api/v1/pages/home**');
    await alert.getByRole('button', { name: 'Réessayer' }).click();
    await page.locator('.aims').waitFor();
    await page.context().close();
  });
});
