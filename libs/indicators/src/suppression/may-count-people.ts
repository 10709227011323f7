import type { ProjectFact } from '../project';

/** Units of the catalogue that count nobody: shares, amounts, times, marks, work. */
const measures =
  /^(percent.*|per-\d.*|(thousand-)?euros.*|consultations-per-year|ratio|days|points|score|fte|.*(€|\beuros?\b).*)$/;

/** Beginnings of words without accents, French then English. */
const people = wordsThat(
  'person(ne)?s?$ gens habitant allocataire beneficiair enfant bebe menage famille foyer jeune eleve etudiant adulte senior',
  'aine femme homme fille garcon parent mineur majeur usager participant adherent benevole patient travailleur salarie agent',
  'stagiaire apprenti demandeur chomeur resident locataire aidant handicape retraite refugie victime',
  'people child inhabitant household famil young youth pupil student elder wom[ae]n m[ae]n$ girl boy minor user recipient',
  'beneficiar volunteer worker employee trainee apprentice tenant carer pensioner refugee victim',
);
const things = wordsThat(
  'logement emploi poste atelier seance reunion activite action visite(s)?$ commerce superette pharmacie boucherie boulangerie',
  'medecin infirmier association lieu site place local locaux batiment equipement ecole commune quartier vehicule jardin repas',
  'kilometre km$ metre m2$ hectare kilogramme kg$ tonne litre heure jour semaine mois$ an(s)?$ annee',
  'dwelling job post(s)?$ workshop session meeting activit shop pharmac butcher baker practitioner doctor building school',
  'kilogram hectare hour day week month year vehicle garden meal',
);

/**
 * Whether what a fact counts may be people. Units are free words: those that name people do, those that name a thing do not, and
 * any other may. A bare number is judged by its label.
 */
export function mayCountPeople({ unit, label }: Pick<ProjectFact, 'unit' | 'label'>): 'yes' | 'perhaps' | 'no' {
  const isBare = ['count', 'nombre', 'number'].includes(plain(unit));
  if (measures.test(plain(unit))) return 'no';
  const words = plain(isBare ? label.fr : unit).split(/[^a-z0-9]+/);
  if (words.some((word) => people.test(word))) return 'yes';
  return words.some((word) => things.test(word)) ? 'no' : 'perhaps';
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

function wordsThat(...beginnings: readonly string[]): RegExp {
  return new RegExp(`^(${beginnings.join(' ').replaceAll(' ', '|')})`);
}
