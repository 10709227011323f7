import { headerChange } from './header-change';

describe('the headers of a source, from one file to the next', () => {
  it.each([
    [
      ['CODGEO_24', 'MED21', 'TP6021'],
      ['CODGEO_25', 'MED22', 'TP6022'],
    ],
    [
      ['Code géo', 'Valeur'],
      ['code_geo', 'VALEUR', ''],
    ],
  ])('%j and %j are the same', (before, after) => expect(headerChange(before, after)).toBeNull());

  it('tells what is missing and what is new', () => {
    expect(headerChange(['INSEE_COM', 'Annee', 'Nb_mutations'], ['INSEE_COM', 'annee', 'nb_ventes'])).toEqual({
      missing: ['Nb_mutations'],
      added: ['nb_ventes'],
    });
  });
});
