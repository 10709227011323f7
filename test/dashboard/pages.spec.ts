import { axeViolations, describeInBrowser, overflow, photograph, Sitting } from '../support/browser';

const pages = [
  ['home', '/'],
  ['home in English', '/?lang=en'],
  ['territories', '/territoires'],
  ['departement', '/territoires/departement/00'],
  ['commune', '/territoires/commune/00001'],
  ['indicators', '/indicateurs'],
  ['indicator', '/indicateurs/PREV-06'],
  ['imports', '/imports'],
  ['import', '/imports/1'],
  ['jobs', '/taches'],
  ['method', '/methode'],
  ['site map', '/plan-du-site'],
  ['accessibility', '/accessibilite'],
  ['legal notice', '/mentions-legales'],
  ['personal data', '/donnees-personnelles'],
  ['unknown page', '/nulle-part'],
] as const;

describeInBrowser('every page', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(() => sitting?.close());

  const cases = pages.flatMap(([name, address]) => [1280, 360].map((width) => [name, width, address] as const));

  it.each(cases)('%s at %i px is accessible, silent and within its width', async (name, width, address) => {
    const { page, faults } = await sitting.visit(address, width);
    await photograph(page, `${name.replaceAll(' ', '-')}-${width}`);
    expect(await axeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });

  it('gives each page a title of its own that names the département', async () => {
    const titles: string[] = [];
    for (const [, address] of pages.filter(([name]) => name !== 'home in English')) {
      const { page } = await sitting.visit(address);
      titles.push(await page.title());
      await page.context().close();
    }
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toContain('Val-d’Esmère');
  });

  it.each(pages)('%s says that its data are fictitious and names its legal pages', async (_, address) => {
    const { page } = await sitting.visit(address);
    await page.locator('.demo-banner').waitFor();
    for (const path of ['/accessibilite', '/plan-du-site', '/methode', '/mentions-legales', '/donnees-personnelles']) {
      expect(await page.locator(`footer a[href^="${path}"]`).count()).toBe(1);
    }
    await page.context().close();
  });

  it('keeps its width at 320 px', async () => {
    for (const [, address] of pages) {
      const { page } = await sitting.visit(address, 320);
      expect({ address, overflow: await overflow(page) }).toEqual({ address, overflow: 0 });
      await page.context().close();
    }
  });

  it('prints the home page in a few sheets, tables and sources included', async () => {
    const { page } = await sitting.visit('/');
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(4);
    await page.context().close();
  });
});
