import { isNoteText, isRestName } from './row-name';

describe('the name of a row', () => {
  it.each([
    'Autres',
    'Autres communes',
    'Non réparti',
    'NON-LOCALISÉS',
    'Hors département',
    'Inconnu',
    'Le reste du département',
    'dont femmes',
    'Étranger',
  ])('%j is what no territory has', (name) => {
    expect(isRestName(name)).toBe(true);
  });

  it.each(['Autreville', 'Autrey', 'Dontreix', 'Hors', 'Étrangères', 'Restigné', 'Nonette', 'Diversville'])(
    '%j is a place',
    (name) => {
      expect(isRestName(name)).toBe(false);
    },
  );

  it.each(['Source : DREES', 'Sources INSEE, RP 2021', 'Champ\u00a0: France', 'NB : provisoire', 'Note de lecture'])(
    '%j is a note',
    (text) => {
      expect(isNoteText(text)).toBe(true);
    },
  );

  it.each(['Source-Seine', 'Champs-sur-Marne', 'Champ-le-Duc', 'Notre-Dame', 'Lecture', 'Nbiège'])(
    '%j is no note',
    (text) => {
      expect(isNoteText(text)).toBe(false);
    },
  );
});
