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
const legalPages = ['/accessibilite', '/plan-du-site', '/methode', '/mentions-legales', '/donnees-personnelles'];

describeInBrowser('every page', () => {
  let sitting: Sitting;
  const titles = new Map<string, string>();
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(() => sitting?.close());

  it.each(pages)('%s is accessible and silent on a large screen', async (name, address) => {
    const { page, faults } = await sitting.visit(address, 1280);
    await page.locator('.demo-banner').waitFor();
    await photograph(page, `${name.replaceAll(' ', '-')}-1280`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main *').count()).toBeLessThan(1_500);
    for (const path of legalPages) expect(await page.locator(`footer a[href^="${path}"]`).count()).toBe(1);
    expect(faults).toEqual([]);
    titles.set(name, await page.title());
    await page.context().close();
  });

  it.each(pages)('%s is accessible on a telephone, and keeps its width down to 320 px', async (name, address) => {
    const { page, faults } = await sitting.visit(address, 360);
    await page.locator('.demo-banner').waitFor();
    await photograph(page, `${name.replaceAll(' ', '-')}-360`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('has a title of its own that names the département', () => {
    expect(titles.size).toBe(pages.length);
    expect(new Set(titles.values()).size).toBe(pages.length);
    for (const title of titles.values()) expect(title).toContain('Val-d’Esmère');
  });

  it('prints an indicator in a few sheets, its short tables open', async () => {
    const { page } = await sitting.visit('/indicateurs/PREV-06?echelon=epci');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await page.locator('.figure-table tbody tr').first().waitFor();
    expect(await page.locator('header nav').first().isVisible()).toBe(false);
    expect(await page.locator('.demo-banner').isVisible()).toBe(true);
    expect(await page.locator('footer .print-only').textContent()).toContain(sitting.server.url);
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(4);
    await page.context().close();
  });
});
