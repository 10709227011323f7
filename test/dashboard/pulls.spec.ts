import { axeViolations, describeInBrowser, photograph, Sitting } from '../support/browser';

describeInBrowser('who has a file fetched at its hours', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    process.env['SILLAGE_PULL_HOSTS'] = 'www.data.gouv.fr,127.0.0.1';
    sitting = await Sitting.open();
  }, 180_000);
  afterAll(async () => {
    delete process.env['SILLAGE_PULL_HOSTS'];
    await sitting?.close();
  });

  it('adds it, has it fetched, reads why it was not, changes it and removes it', async () => {
    const { page, faults } = await sitting.visit('/imports');
    const pulls = page.getByRole('region', { name: 'Récupérations planifiées' }).first();
    await pulls.getByText('Sites autorisés').waitFor();
    await pulls.getByRole('button', { name: 'Ajouter une récupération' }).click();
    await pulls.getByLabel('Adresse du fichier').fill('https://exemple.fr/pop.csv');
    await pulls.getByLabel('Source').fill('Observatoire');
    await pulls.getByLabel('Fréquence').selectOption('daily');
    await pulls.getByRole('button', { name: 'Enregistrer' }).click();
    await pulls.getByRole('alert').getByText('exemple.fr').waitFor();
    await pulls.getByLabel('Adresse du fichier').fill('https://127.0.0.1/pop.csv');
    expect(await axeViolations(page)).toEqual([]);
    await photograph(page, 'pulls-form');
    // the refusal that was expected is a failed request
    faults.length = 0;
    await pulls.getByRole('button', { name: 'Enregistrer' }).click();
    await pulls.getByText('tous les jours').waitFor();
    await pulls.getByRole('button', { name: 'Récupérer maintenant : Observatoire' }).click();
    // the runs of a first start come before it
    await pulls.getByText('réseau interne').waitFor({ timeout: 120_000 });
    await photograph(page, 'pulls-list');
    await pulls.getByRole('button', { name: 'Modifier la récupération : Observatoire' }).click();
    await pulls.getByLabel('Récupération active').uncheck();
    await pulls.getByRole('button', { name: 'Enregistrer' }).click();
    await pulls.getByText('suspendue').waitFor();
    await pulls.getByRole('button', { name: 'Supprimer la récupération : Observatoire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
    await pulls.getByText('Aucune récupération n’est prévue.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 150_000);
});
