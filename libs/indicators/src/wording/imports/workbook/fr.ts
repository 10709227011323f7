import type { Finding, WorkbookFindingCode } from '../../../tabular/finding';
import type { FindingText } from '../finding-text';
import { detail, kindsOfFile } from '../places/fr';

/** Why an archive is refused, by what was found in it. */
const archiveReasons: Readonly<Record<string, (finding: Finding) => string>> = {
  entries: (finding) =>
    `Cette archive zip contient ${detail(finding, 'count')} fichiers : c’est trop pour y chercher un tableau. Envoyez le fichier voulu, seul.`,
  several: (finding) =>
    `Cette archive zip contient ${detail(finding, 'count')} tableaux (${detail(finding, 'names')}). Décompressez-la et envoyez les fichiers un par un.`,
  nested: () => 'Cette archive zip en contient une autre. Décompressez-la et envoyez le fichier voulu.',
  path: (finding) =>
    `Cette archive zip est refusée : « ${detail(finding, 'name')} » y porte un chemin qui sort de son dossier. Refaites l’archive avec le seul fichier du tableau, ou envoyez ce fichier.`,
  link: (finding) =>
    `Cette archive zip est refusée : « ${detail(finding, 'name')} » y est un lien, et non un fichier. Envoyez le fichier du tableau.`,
  named: () => 'Ce fichier est une archive zip, quel que soit son nom. Rendez-lui son extension .zip et recommencez.',
};

const unreadableReasons: Readonly<Record<string, string>> = {
  doctype: 'il déclare un type de document (DOCTYPE), ce qu’aucun tableur n’écrit',
  rows: 'ses lignes ne se suivent pas ou sont trop nombreuses',
  sheets: 'il contient trop de feuilles',
  merges: 'il contient trop de cellules fusionnées',
};

/** Sentences about workbooks and archives, in French. */
export const workbookFindingsFr: Record<WorkbookFindingCode, FindingText> = {
  ARCHIVE_INTERDITE: {
    title: 'Archive refusée',
    expected: kindsOfFile,
    message: (finding) =>
      archiveReasons[detail(finding, 'reason')]?.(finding) ??
      'Cette archive zip ne contient aucun tableau (CSV, XLSX, XLS ou ODS). Envoyez le fichier du tableau.',
  },
  BOMBE_DECOMPRESSION: {
    title: 'Fichier trop grand une fois décompressé',
    expected: kindsOfFile,
    message: (finding) =>
      `Ce fichier compressé (zip) annonce ${detail(finding, 'megabytes')} Mo une fois décompressé, plus de cent fois sa taille : il est refusé sans être ouvert.`,
  },
  FICHIER_PROTEGE: {
    title: 'Fichier protégé par un mot de passe',
    expected: 'un fichier qui s’ouvre sans mot de passe',
    message: () =>
      'Ce fichier est protégé par un mot de passe. Ouvrez-le dans le tableur, retirez la protection (Fichier, Informations, Protéger le classeur) et enregistrez-le.',
  },
  CLASSEUR_ILLISIBLE: {
    title: 'Classeur illisible',
    expected: kindsOfFile,
    message: (finding) =>
      detail(finding, 'reason') === 'zip'
        ? 'Ce fichier ne peut pas être lu : l’archive (zip ou classeur) est abîmée ou incomplète, peut-être coupée en chemin. Téléchargez-le ou enregistrez-le à nouveau et recommencez.'
        : `Ce fichier ne peut pas être lu : ${unreadableReasons[detail(finding, 'reason')] ?? 'il est abîmé ou incomplet'}. Ouvrez-le dans le tableur, enregistrez-le à nouveau et recommencez.`,
  },
  CLASSEUR_TROP_GRAND: {
    title: 'Classeur trop grand',
    expected: 'une feuille qui tient dans les limites',
    message: (finding) =>
      detail(finding, 'part') === 'texts'
        ? `Ce classeur contient plus de ${detail(finding, 'limit')} Mo de textes différents. Enregistrez la feuille au format CSV.`
        : `Ce fichier pèse ${detail(finding, 'megabytes')} Mo une fois décompressé. Découpez-le par année.`,
  },
  FEUILLE_INCONNUE: {
    title: 'Feuille inconnue',
    expected: 'le nom d’une feuille du classeur',
    message: (finding) =>
      `Ce classeur n’a pas de feuille « ${detail(finding, 'sheet')} ». Ses feuilles : ${detail(finding, 'names')}.`,
  },
  FEUILLES_TOUTES_MASQUEES: {
    title: 'Toutes les feuilles remplies sont masquées',
    expected: 'une feuille visible',
    message: (finding) =>
      `Seules des feuilles masquées contiennent quelque chose : ${detail(finding, 'names')}. Choisissez celle à lire.`,
  },
  FEUILLES_IGNOREES: {
    title: 'Autres feuilles non lues',
    expected: 'une feuille par import',
    message: (finding) =>
      `La feuille « ${detail(finding, 'sheet')} » est lue. Les autres ne le sont pas : ${detail(finding, 'names')}. Choisissez-en une autre si ce n’est pas la bonne.`,
  },
  FEUILLES_MASQUEES: {
    title: 'Feuilles masquées non lues',
    expected: 'des données dans une feuille visible',
    message: (finding) =>
      `Ce classeur a des feuilles masquées, qui ne sont pas lues : ${detail(finding, 'names')}. Choisissez-en une pour la lire.`,
  },
  MACROS_IGNOREES: {
    title: 'Macros ignorées',
    expected: 'un classeur sans macro',
    message: () =>
      'Ce classeur contient des macros : elles ne sont ni lues ni exécutées. Seules les cellules sont lues.',
  },
  LIGNES_MASQUEES: {
    title: 'Lignes masquées lues',
    expected: 'des lignes visibles',
    message: (finding) =>
      `Cette feuille a des lignes masquées ou écartées par un filtre (${detail(finding, 'count')}, la première ligne ${finding.line ?? 1}) : elles sont lues comme les autres. Supprimez-les si elles ne doivent pas compter.`,
  },
  FORMULES_SANS_VALEUR: {
    title: 'Formules sans résultat',
    expected: 'le résultat de chaque formule',
    message: (finding) =>
      `${detail(finding, 'count')} formules n’ont pas de résultat enregistré (la première ligne ${finding.line ?? 1}) : leurs cellules sont lues comme vides. Ouvrez le classeur dans le tableur, laissez-le calculer et enregistrez-le.`,
  },
  ARCHIVE_LUE: {
    title: 'Fichier lu dans une archive',
    expected: 'le fichier du tableau',
    message: (finding) => {
      const others = detail(finding, 'others');
      return `De cette archive zip, « ${detail(finding, 'name')} » est lu.${others === '' ? '' : ` Le reste ne l’est pas : ${others}.`}`;
    },
  },
};
