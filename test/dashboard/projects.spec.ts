import { axeViolations, describeInBrowser, overflow, photograph, Sitting, settled } from '../support/browser';

const pages = [
  ['projects', '/projets'],
  ['projects in English', '/projets?lang=en'],
  ['project with an effect', '/projets/DEMO-MAISONS'],
  ['project refused', '/projets/DEMO-NAVETTE'],
  ['inspiring example', '/projets/MEZIN-ESAT'],
  ['new project', '/projets/nouveau'],
  ['change of a project', '/projets/DEMO-MAISONS/modifier'],
] as const;

describeInBrowser('the pages of projects', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await Sitting.open();
    const deadline = Date.now() + 90_000;
    for (;;) {
      const response = await fetch(`${sitting.server.url}/api/v1/projects/DEMO-NAVETTE/evaluations`);
      const { evaluations } = (await response.json()) as { evaluations: unknown[] };
      if (evaluations.length > 0) return;
      if (Date.now() > deadline) throw new Error('No project was evaluated');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }, 240_000);
  afterAll(() => sitting?.close());

  it.each(pages.flatMap(([name, address]) => [1280, 360].map((width) => [name, width, address] as const)))(
    '%s is accessible at %i px',
    async (name, width, address) => {
      const { page, faults } = await sitting.visit(address, width);
      await photograph(page, `${name.replaceAll(' ', '-')}-${width}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('shows a refusal as a block of its own, before everything else', async () => {
    const { page } = await sitting.visit('/projets/DEMO-NAVETTE');
    expect(await page.locator('.refusal h2').textContent()).toContain('ne peut pas être estimé');
    expect(await page.locator('.refusal li').count()).toBeGreaterThan(0);
    expect(await page.locator('.verdict-refused').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('lets anybody attach a signed disagreement, after a confirmation', async () => {
    const { page } = await sitting.visit('/projets/DEMO-MAISONS');
    await page.getByText('Joindre une note divergente').click();
    await page.getByLabel('Votre désaccord').fill('Les loyers ont baissé la même année.');
    await page.locator('#dissent-nom').fill('Dominique Essai');
    await page.locator('#dissent-fonction').fill('habitante');
    await page.locator('.note-form[open] button[type=submit]').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Signer et joindre' }).click();
    await page.locator('.note-sent', { hasText: 'Votre note est jointe' }).waitFor();
    await page.locator('.signed-dissent', { hasText: 'Les loyers ont baissé' }).waitFor();
    await page.context().close();
  });

  it('says in words what a form lacks, and leads to each field', async () => {
    const { page } = await sitting.visit('/projets/nouveau');
    await page.getByRole('button', { name: 'Vérifier et enregistrer' }).press('Enter');
    const summary = page.locator('.form-faults');
    await summary.waitFor();
    expect(await page.evaluate<string>('document.activeElement.className')).toContain('form-faults');
    await summary.getByRole('link', { name: 'Écrivez le titre du projet.' }).press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('champ-fr-title');
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('takes a new project from the keyboard alone, then shows it', async () => {
    const { page } = await sitting.visit('/projets/nouveau');
    await page.locator('#champ-fr-title').focus();
    await page.keyboard.type('Jardin du bourg');
    await page.keyboard.press('Tab');
    expect(await page.locator('#champ-code').inputValue()).toBe('JARDIN-DU-BOURG');
    await page.getByLabel('Participation', { exact: true }).press('Space');
    await page.getByRole('combobox', { name: 'Ajouter un territoire' }).focus();
    await page.keyboard.type('00001');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#champ-territories-0-startDate').fill('2025-01-01');
    await page.getByRole('button', { name: 'Vérifier et enregistrer' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await page.waitForURL(/\/projets\/JARDIN-DU-BOURG/);
    await settled(page);
    await page.getByText('Le projet est enregistré.').waitFor();
    await page.context().close();
  });
});
