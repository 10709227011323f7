import { axeViolations, describeInBrowser, photograph, Sitting } from '../support/browser';

describeInBrowser('who watches over the scheduled jobs', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(() => sitting?.close());

  it('runs one by hand and sees it end', async () => {
    const { page, faults } = await sitting.visit('/taches');
    const runs = page.locator('.runs tbody tr');
    await runs.first().waitFor();
    const before = await runs.count();
    await page
      .getByRole('button', { name: /^Lancer maintenant/ })
      .first()
      .click();
    await runs.nth(before).waitFor();
    await runs.first().locator('.state-succeeded').waitFor({ timeout: 30_000 });
    await photograph(page, 'jobs-after-a-run');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('changes the schedule in words, and finds it again after a reload', async () => {
    const { page } = await sitting.visit('/taches');
    const job = page.locator('.job').first();
    const shown = (): Promise<string | null> => job.locator('.job-facts dd').first().textContent();
    const before = await shown();
    await job.getByRole('button', { name: /^Modifier la planification/ }).click();
    await job.getByLabel('Fréquence').selectOption('weekly');
    await job.locator('.schedule-fields select').nth(1).selectOption('1');
    await job.getByLabel('Heure (Paris)').fill('06:30');
    expect(await axeViolations(page)).toEqual([]);
    await photograph(page, 'jobs-schedule');
    await job.getByRole('button', { name: 'Enregistrer' }).click();
    await job.getByText('Planification enregistrée.').waitFor();
    await page.reload();
    await job.waitFor();
    expect(await shown()).not.toBe(before);
    expect(await shown()).toMatch(/lundi à 6/);
    await page.context().close();
  });

  it('is told what is wrong with a schedule that cannot be read', async () => {
    const { page } = await sitting.visit('/taches');
    const job = page.locator('.job').first();
    await job.getByRole('button', { name: /^Modifier la planification/ }).click();
    await job.getByLabel('Fréquence').selectOption('other');
    await job.getByLabel(/^Minute, heure/).fill('demain matin');
    await job.getByRole('button', { name: 'Enregistrer' }).click();
    await job.getByRole('alert').getByText('demain matin').waitFor();
    await page.context().close();
  });
});
