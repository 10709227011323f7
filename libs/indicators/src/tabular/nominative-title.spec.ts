import { nominativeTitle } from './nominative-title';

describe('titles that announce persons', () => {
  it.each([
    'DateNaissance',
    'NumAllocataire',
    'NumeroSecuriteSociale',
    'Nom usager',
    'Nom de l’usager',
    'Prénom de l’enfant',
    'Date de naissance de l’usager',
    'N° de sécurité sociale',
    'N° dossier MDPH',
    'PRENOM',
    'nom_beneficiaire',
    'n_allocataire',
    'NIR',
    'numero_ss',
    'Téléphone de l’usager',
    'Né(e) le',
    'Last name',
    'Date of birth',
    'Date et lieu de naissance',
  ])('« %s » by itself', (title) => {
    expect(nominativeTitle(title)).toBe('person');
  });

  it.each(['Identité', 'E-mail', 'eMail', 'Adresse postale', 'N° de téléphone'])('« %s » beside another', (title) => {
    expect(nominativeTitle(title)).toBe('contact');
  });

  it.each([
    'nom',
    'nom_commune',
    'Nom du territoire',
    'NomCommune',
    'n_beneficiaires',
    'num_allocataires',
    'Nombre de bénéficiaires',
    'Naissances domiciliées',
    'annee_naissance',
    'Numéro',
    'Enfants',
    'Né',
    'NE',
    'Last update',
    'Allocataire',
    'Part des ménages sans téléphone portable',
    'constructor',
    '',
  ])('« %s » announces none', (title) => {
    expect(nominativeTitle(title)).toBeNull();
  });
});
