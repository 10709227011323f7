import { comparableName } from './cell-text';

/** What a title says of persons: enough by itself, or only beside another (a service has an address too). */
export type NominativeTitle = 'person' | 'contact';

const articles = new Set('a au aux d de des du en et l la le les ou par son sa ses un une'.split(' '));
const persons = new Set(
  (
    'adherent agent aidant allocataire assistant assure assuree beneficiaire client conjoint demandeur eleve enfant epoux ' +
    'epouse individu majeur mere mineur parent patient pere personne representant resident salarie titulaire tuteur ' +
    'usager usagere'
  ).split(' '),
);

const personTitles = new Set(
  [
    'prenom',
    'prenoms',
    'prenom usuel',
    'prenom nom',
    'prenoms nom',
    'nom prenom',
    'nom prenoms',
    'noms prenoms',
    'nom naissance',
    'nom usage',
    'nom usuel',
    'nom famille',
    'nom patronymique',
    'nom marital',
    'nom jeune fille',
    'patronyme',
    'date naissance',
    'date naiss',
    'dt naissance',
    'date nais',
    'ddn',
    'lieu naissance',
    'nir',
    'nss',
    'securite sociale',
    'secu',
    'secu sociale',
    'first name',
    'last name',
    'given name',
    'family name',
    'surname',
    'birth date',
    'birthdate',
    'date of birth',
    'date lieu naissance',
    'numsecu',
    'iban',
    'rib',
  ].flatMap((title) => [title, `numero ${title}`]),
);
const contactTitles = new Set(
  [
    'telephone',
    'tel',
    'tel portable',
    'telephone portable',
    'telephone fixe',
    'portable',
    'adresse',
    'adresse postale',
    'adresse mail',
    'adresse email',
    'adresse e mail',
    'adresse electronique',
    'email',
    'e mail',
    'mail',
    'courriel',
    'civilite',
    'matricule',
    'identite',
  ].flatMap((title) => [title, `numero ${title}`]),
);
const numbers = new Set(['numero', 'num', 'no', 'n', 'nr']);

/** "DateNaissance", "Prénom de l’enfant", "N° de sécurité sociale"; a place may have a name: "nom", "nom_commune". */
export function nominativeTitle(header: string): NominativeTitle | null {
  const spaced = header.normalize('NFC').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2');
  return readTitle(comparableName(header)) ?? (spaced === header ? null : readTitle(comparableName(spaced)));
}

function readTitle(name: string): NominativeTitle | null {
  const words = name.split('_').filter((word) => !articles.has(word));
  if (words.length > 6) return null;
  const own = words
    .filter((word) => !persons.has(word))
    .map((word, rank) => (rank === 0 && numbers.has(word) ? 'numero' : word));
  const title = own.join(' ');
  const isOfPerson = own.length < words.length;
  if (/^ne_?e?_le$/.test(name)) return 'person';
  if (personTitles.has(title) || /^(?:numero|identifiant) dossier(?: |$)|^numero ss$/.test(title)) return 'person';
  if (isOfPerson && /^(?:noms?|numero|identifiant|id)$/.test(title)) return 'person';
  return contactTitles.has(title) ? (isOfPerson ? 'person' : 'contact') : null;
}
