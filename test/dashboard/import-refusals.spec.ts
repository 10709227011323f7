import { describeInBrowser, photograph, Sitting } from '../support/browser';
import { Deposits } from '../support/deposits';

describeInBrowser('an agent whose file cannot be taken as it is', () => {
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

  it('sees what to mend, line by line, and cannot publish a rejected file', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(page, 'fautes.csv', [
      `00001;2025;${sales};douze`,
      `00002;2025;${sales};treize`,
      `99999;2025;${sales};4`,
      `00003;31/02/2025;${sales};4`,
      `00004;2025;${sales};4`,
    ]);
    await page.goto(`${page.url().split('?')[0]}?etape=5`);
    await page.getByRole('heading', { level: 1, name: /^Étape 4 sur 5/ }).waitFor();
    const findings = page.locator('.finding-error');
    await findings.first().waitFor();
    const twice = findings.filter({ has: page.locator('details') });
    await twice.first().locator('summary').click();
    await twice.first().locator('tbody tr').nth(1).waitFor();
    await photograph(page, 'import-rejected');
    expect(await page.getByRole('button', { name: 'Publier' }).count()).toBe(0);
    await page.context().close();
  });

  it('is told that a file is already there', async () => {
    const { page } = await sitting.visit('/imports');
    await files.deposit(page, 'deux-fois.csv', [`00004;2025;${sales};6`]);
    const first = new URL(page.url()).pathname;
    await page.goto(`${sitting.server.url}/imports`);
    await files.deposit(page, 'deux-fois.csv', [`00004;2025;${sales};6`]);
    expect(new URL(page.url()).pathname).toBe(first);
    await page.getByText('Ce fichier avait déjà été déposé').waitFor();
    await page.context().close();
  });

  it('is told at once of an empty file', async () => {
    const { page } = await sitting.visit('/imports');
    const file = files.write('vide.csv', []);
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
