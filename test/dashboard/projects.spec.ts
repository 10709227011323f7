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
    // without a reload: what was sent is what is read
    await page.locator('.signed-dissent', { hasText: 'Les loyers ont baissé' }).waitFor({ timeout: 5_000 });
    expect(await page.locator('.signed-dissent').last().textContent()).toContain('Dominique Essai, habitante');
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

  it('takes an action, an attendance, a fact and a cost, each with its source, and shows them', async () => {
    const { page } = await sitting.visit('/projets/DEMO-NAVETTE/modifier');
    const fill = (pointer: string, text: string) => page.locator(`#champ-${pointer}`).fill(text);
    const add = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    await page.locator('#champ-fr-title').waitFor();
    const rank = await page.locator('[id^="champ-actions-"][id$="-fr"]').count();

    await add('Ajouter une action');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe(`champ-actions-${rank}-fr`);
    await page.keyboard.type('Ouvrir une seconde ligne');
    await fill(`actions-${rank}-startDate`, '2027-03-01');
    await add('Ajouter une période');
    await page.keyboard.type('2026');
    await fill('participation-0-distinctPeople', '4');
    await fill('participation-0-attendances', '30');
    await fill('participation-0-source-label', 'Registre des montées');
    await add('Ajouter un fait');
    await page.keyboard.type('Arrêts desservis');
    await fill('facts-0-statements-0-low', '12');
    await fill('facts-0-statements-0-when', '2026');
    await page.locator('#champ-facts-0-statements-0-status').selectOption('observed');
    await page.getByRole('button', { name: 'Vérifier et enregistrer' }).press('Enter');
    await page.locator('.form-faults').getByRole('link', { name: 'Dites d’où vient ce nombre.' }).press('Enter');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('champ-facts-0-statements-0-source-label');
    await page.keyboard.type('Plan du réseau');
    await add('Ajouter un coût');
    await page.keyboard.type('Un trajet en taxi');
    for (const [field, text] of [
      ['lowCents', '20'],
      ['likelyCents', '35'],
      ['highCents', '60'],
      ['year', '2025'],
      ['cashableShare', '80'],
      ['payer', 'Assurance maladie'],
      ['gainer', 'Département'],
      ['source-label', 'Relevé des courses'],
    ] as const)
      await fill(`unitCosts-1-${field}`, text);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vérifier et enregistrer' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await page.waitForURL(/\/projets\/DEMO-NAVETTE\?/);
    await settled(page);

    const sheet = ((await page.locator('main').textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ');
    for (const told of [
      'Ouvrir une seconde ligne',
      '2026 : nombre de personnes couvert par le secret statistique, car inférieur à 11 (',
      '2026 : 30 présences (',
      'Arrêts desservis',
      'constaté, 2026',
      'Plan du réseau',
      'Un trajet en taxi : 35 € (de 20 € à 60 €).',
      'Part récupérable : 80 %. Payé aujourd’hui par : Assurance maladie.',
      'Prix de 2025, Relevé des courses.',
    ])
      expect(sheet).toContain(told);
    await page.context().close();

    // what is secret is not shown to be changed either, and stays when the rest is saved again
    const again = await sitting.visit('/projets/DEMO-NAVETTE/modifier');
    await again.page.getByText('2026, Registre des montées : nombres couverts par le secret statistique').waitFor();
    await again.page.getByRole('button', { name: 'Vérifier et enregistrer' }).press('Enter');
    await again.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await again.page.waitForURL(/\/projets\/DEMO-NAVETTE\?/);
    await again.page.getByText('nombre de personnes couvert par le secret statistique').waitFor();
    await again.page.context().close();
  });
});
