import { type FileFamily, familyOf } from '../../../tabular/file-family';
import type { FileFindingCode, Finding } from '../../../tabular/finding';
import { formatNumber } from '../../format-number';
import { fr as vocabulary } from '../../vocabulary/fr';
import type { FindingText } from '../finding-text';
import { detail, kindsOfFile, lineOf, seen, where } from '../places/fr';

const ofType = (kind: string): string => `de type ${kind}`;
const openInSpreadsheet = 'Ouvrez-le dans le tableur (Excel, LibreOffice) et enregistrez la feuille au format CSV.';

/** "départements (3), régions (3)": how many rows each level would keep. */
const keptByLevel = ({ detail: counts = {} }: Finding): string =>
  Object.entries(counts)
    .map(([level, count]) => `${vocabulary.levels[level]?.many} (${formatNumber(Number(count), 0, 'fr')})`)
    .join(', ');

/** How a kind of file is named, and what to do instead. */
const families: Readonly<Record<FileFamily, { readonly named: (kind: string) => string; readonly mend: string }>> = {
  workbook: {
    named: (kind) => (kind === 'OLD-XLS' ? 'un classeur XLS d’une très ancienne version d’Excel' : ofType(kind)),
    mend: openInSpreadsheet,
  },
  page: { named: ofType, mend: openInSpreadsheet },
  archive: {
    named: (kind) => `une archive ${kind}, qui n’est pas un tableau`,
    mend: 'Décompressez-la et envoyez le fichier du tableau (CSV, XLSX, XLS ou ODS).',
  },
  database: { named: (kind) => `une base de données ${kind}`, mend: 'Exportez la table voulue au format CSV.' },
  document: {
    named: (kind) => `un document ${kind}`,
    mend: 'Copiez le tableau dans le tableur et enregistrez la feuille au format CSV.',
  },
  image: { named: (kind) => `de type IMAGE (${kind})`, mend: 'Envoyez un fichier CSV.' },
  media: { named: (kind) => `un film ou un son (${kind})`, mend: 'Envoyez un fichier CSV.' },
  program: { named: (kind) => `un programme (${kind})`, mend: 'Envoyez un fichier CSV.' },
  mail: {
    named: (kind) => `un message électronique (${kind})`,
    mend: 'Enregistrez sa pièce jointe (CSV, XLSX, XLS ou ODS) et envoyez-la seule.',
  },
  apple: {
    named: () => 'un document d’Apple (Numbers, Pages ou Keynote)',
    mend: 'Dans Numbers, choisissez Fichier, Exporter vers, CSV.',
  },
  other: {
    named: (kind) => (kind === 'OLE' ? 'd’un type qui n’est pas un tableau' : ofType(kind)),
    mend: 'Envoyez un fichier CSV.',
  },
};

/** How a column that lacks is most often called. */
const usualTitles: Readonly<Record<string, string>> = {
  territoire: ' (titre « code_territoire », par exemple)',
  période: ' (titre « annee », par exemple)',
};

/** Sentences about a whole file, in French. */
export const fileFindingsFr: Record<FileFindingCode, FindingText> = {
  FICHIER_VIDE: {
    title: 'Fichier vide',
    expected: 'une ligne de titres et au moins une ligne de données',
    message: (finding) =>
      detail(finding, 'kind') === ''
        ? 'Le fichier est vide.'
        : 'Ce classeur ne contient aucun tableau : ses feuilles sont vides, ou ne montrent que des graphiques.',
  },
  AUCUNE_LIGNE: {
    title: 'Aucune ligne de données',
    expected: 'au moins une ligne de données',
    message: () => 'Aucune ligne de données : le fichier ne contient que des titres ou des cellules vides.',
  },
  TYPE_FICHIER: {
    title: 'Type de fichier refusé',
    expected: kindsOfFile,
    message: (finding) => {
      const kind = detail(finding, 'kind');
      if (detail(finding, 'named') === 'text')
        return `Ce fichier est un classeur ${kind.toUpperCase()} (Excel, LibreOffice) sous un nom de fichier texte. Rendez-lui son extension .${kind}, ou enregistrez la feuille au format CSV.`;
      const { named, mend } = families[familyOf(kind)];
      return `Ce fichier est ${named(kind.toUpperCase())}, quel que soit son nom. ${mend}`;
    },
  },
  ENC_INCONNU: {
    title: 'Encodage inconnu',
    expected: 'un texte en UTF-8, Windows-1252 ou UTF-16',
    message: () => 'L’encodage de ce fichier est inconnu. Enregistrez-le en « CSV UTF-8 » et recommencez.',
  },
  ENC_INVALIDE: {
    title: 'Encodage invalide',
    expected: 'un texte en UTF-8 valide',
    message: (finding) =>
      `${where(finding)} : ce n’est pas de l’UTF-8 valide, l’encodage cache des caractères interdits. Exportez le fichier à nouveau.`,
  },
  ENC_CP1252: {
    title: 'Lu en Windows-1252',
    expected: 'un texte en UTF-8',
    message: () => 'Ce fichier n’est pas en UTF-8 : nous l’avons lu en Windows-1252. L’aperçu est-il correct ?',
  },
  ENC_MACROMAN: {
    title: 'Lu en MacRoman',
    expected: 'un texte en UTF-8',
    message: () =>
      'L’encodage de ce fichier est celui d’un ancien Mac (MacRoman) : il a été converti. L’aperçu est-il correct ?',
  },
  ENC_CP850: {
    title: 'Lu en CP850',
    expected: 'un texte en UTF-8',
    message: () =>
      'L’encodage de ce fichier est celui de MS-DOS (CP850) : il a été converti. L’aperçu est-il correct ?',
  },
  ENC_UTF16: {
    title: 'Lu en UTF-16',
    expected: 'un texte en UTF-8',
    message: () =>
      'Ce fichier est en UTF-16 (« Texte Unicode » d’Excel) : il a été converti. L’aperçu est-il correct ?',
  },
  ENC_UTF16_SANS_BOM: {
    title: 'Lu en UTF-16 sans marque d’ordre',
    expected: 'un texte en UTF-8',
    message: () => 'L’encodage semble être UTF-16 sans marque d’ordre des octets. L’aperçu est-il correct ?',
  },
  MOJIBAKE: {
    title: 'Accents abîmés',
    expected: 'des accents lisibles',
    message: (finding) =>
      finding.detail?.['isLost']
        ? `${where(finding)} : des caractères ont été perdus (${seen(finding)}, avec � à la place d’une lettre) : le fichier a été mal converti avant l’envoi. Les codes et les nombres ne sont pas touchés. Exportez-le à nouveau en UTF-8.`
        : `${where(finding)} : des caractères accentués semblent abîmés par un double encodage (${seen(finding)}, comme « Ã© » pour « é »). Les codes et les nombres ne sont pas touchés.`,
  },
  OCTET_NUL: {
    title: 'Caractère NUL',
    expected: 'du texte sans caractère NUL',
    message: (finding) =>
      `${where(finding)} : un caractère NUL (octet 0) est présent. Le fichier est abîmé : exportez-le à nouveau.`,
  },
  FIN_LIGNE_CR: {
    title: 'Fins de ligne d’ancien Mac',
    expected: 'des fins de ligne LF ou CRLF',
    message: () => 'Les fins de ligne sont des CR seuls (ancien Mac) : elles ont été comprises.',
  },
  SEP_INCOHERENT: {
    title: 'Séparateur annoncé faux',
    expected: 'le séparateur réellement utilisé',
    message: (finding) =>
      `La première ligne annonce le séparateur ${seen(finding)}, mais le fichier en utilise un autre : c’est ce dernier qui a été retenu.`,
  },
  NIVEAU_AMBIGU: {
    title: 'Échelon à choisir',
    expected: 'l’échelon des territoires du fichier',
    message: (finding) =>
      `${where(finding)} : les codes conviennent à plusieurs échelons. Lignes lisibles : ${keptByLevel(finding)}. Choisissez l’échelon du fichier, ou ajoutez une colonne « niveau ».`,
  },
  LIGNES_TITRE: {
    title: 'Lignes de titre au-dessus du tableau',
    expected: 'les titres de colonnes en ligne 1',
    message: (finding) =>
      `Des lignes de titre précèdent le tableau : l’en-tête a été trouvé en ligne ${detail(finding, 'header')}.`,
  },
  ENTETE_INCONNU: {
    title: 'Titres de colonnes non reconnus',
    expected:
      'une colonne de codes (code_territoire, codgeo, code_insee, code_dep…) et au moins une autre colonne connue',
    message: (finding) =>
      `${lineOf(finding)} : aucun titre de colonne reconnu (vu : ${seen(finding)}). Colonne obligatoire absente : « code_territoire ». Mettez les titres en en-tête du tableau ou téléchargez un fichier d’exemple.`,
  },
  ENTETE_DUPLIQUE: {
    title: 'Titre de colonne en double',
    expected: 'un titre différent par colonne',
    message: (finding) =>
      `${lineOf(finding)} : deux colonnes s’appellent « ${finding.column ?? ''} ». Renommez l’une d’elles.`,
  },
  ENTETE_TROP_LONG: {
    title: 'Titre de colonne trop long',
    expected: 'des titres de 1 000 caractères au plus',
    message: (finding) => `${lineOf(finding)} : un titre de colonne dépasse 1 000 caractères. Raccourcissez-le.`,
  },
  PLAUSIBILITE_PARTIELLE: {
    title: 'Vraisemblance vérifiée en partie',
    expected: '',
    message: ({ detail }) =>
      `Les ${formatNumber(Number(detail?.['limit']), 0, 'fr')} premières valeurs du fichier (sur ${formatNumber(Number(detail?.['count']), 0, 'fr')}) ont été comparées entre elles ; les suivantes ne l’ont pas été.`,
  },
  ENTETES_CHANGES: {
    title: 'Colonnes changées depuis le dernier import de cette source',
    expected: 'les colonnes du dernier import publié de cette source, ou votre confirmation',
    message: ({ detail }) =>
      `Les colonnes ne sont plus celles du dernier import de cette source${
        detail?.['missing'] ? ` ; absentes : ${detail['missing']}` : ''
      }${detail?.['added'] ? ` ; nouvelles : ${detail['added']}` : ''}. Vérifiez la correspondance, puis confirmez-la.`,
  },
  COLONNE_MANQUANTE: {
    title: 'Colonne obligatoire absente',
    expected: 'les colonnes code_territoire, période, indicateur et valeur, ou leurs synonymes',
    message: (finding) =>
      `Colonne obligatoire absente : « ${finding.column ?? ''} »${usualTitles[finding.column ?? ''] ?? ''}. Ajoutez-la ou téléchargez un fichier d’exemple.`,
  },
  COLONNES_VIDES: {
    title: 'Colonnes sans titre',
    expected: 'un titre pour chaque colonne',
    message: (finding) => {
      const ranks = detail(finding, 'ranks');
      const ignored = ranks.includes(',')
        ? `Les colonnes n° ${ranks} n’ont pas de titre : elles sont ignorées.`
        : `La colonne n° ${ranks} n’a pas de titre : elle est ignorée.`;
      return finding.detail?.['isFilled'] ? `${ignored} Donnez un titre à ce qui doit être lu.` : ignored;
    },
  },
  COLONNE_IGNOREE: {
    title: 'Colonne ignorée',
    expected: 'un indicateur du catalogue ou une colonne connue',
    message: (finding) =>
      `La colonne « ${finding.column ?? ''} » ne correspond à aucun indicateur du catalogue : elle est ignorée.`,
  },
  SERIE_REMPLACEE: {
    title: 'Ancienne série remplacée',
    expected: '',
    message: (finding) =>
      `La colonne « ${finding.column ?? ''} » est une ancienne série : « ${detail(finding, 'by')} » la remplace (rupture de série).`,
  },
  COLONNE_DESCRIPTIVE: {
    title: 'Colonne descriptive',
    expected: '',
    message: (finding) => `La colonne « ${finding.column ?? ''} » décrit la ligne : elle n’est pas importée.`,
  },
  AUCUN_INDICATEUR: {
    title: 'Aucun indicateur reconnu',
    expected:
      'au moins une colonne dont le titre est un indicateur du catalogue, ou des colonnes « indicateur » et « valeur »',
    message: (finding) =>
      `Aucune colonne ne correspond à un indicateur du catalogue (vu : ${seen(finding)}). Reprenez un code du catalogue comme titre, ou ajoutez les colonnes « indicateur » et « valeur ».`,
  },
  AUCUNE_VALEUR: {
    title: 'Aucune valeur à importer',
    expected: 'au moins une valeur ou une absence expliquée',
    message: () => 'Aucune valeur à importer : toutes les cellules sont vides ou toutes les lignes sont ignorées.',
  },
  DONNEES_NOMINATIVES: {
    title: 'Données nominatives',
    expected: 'des données agrégées, sans personne reconnaissable',
    message: ({ column, line, sheet }) => {
      const ofSheet = sheet === undefined ? '' : ` de la feuille « ${sheet} »`;
      const place = line === null ? 'Ce fichier' : `La ligne ${line}${ofSheet}`;
      const told =
        column === null
          ? `${place} contient des données personnelles (adresse électronique, téléphone, numéro de sécurité sociale, nom).`
          : `La colonne « ${column} »${ofSheet} annonce des données personnelles.`;
      return `${told} Sillage ne reçoit que des données agrégées : le fichier n’est pas conservé.`;
    },
  },
  TROP_DE_COLONNES: {
    title: 'Trop de colonnes',
    expected: '2 000 colonnes au plus',
    message: (finding) => `${lineOf(finding)} : le tableau a plus de 2 000 colonnes. Découpez-le.`,
  },
  CHAMP_TROP_LONG: {
    title: 'Cellule trop longue',
    expected: '10 000 caractères au plus par cellule',
    message: (finding) => `${where(finding)} : une cellule dépasse 10 000 caractères. Raccourcissez-la.`,
  },
  GUILLEMET_NON_FERME: {
    title: 'Guillemet non fermé',
    expected: 'un guillemet fermant',
    message: (finding) =>
      finding.detail?.['closingLine']
        ? `${where(finding)} : un guillemet ouvert ici n’est fermé qu’en ligne ${detail(finding, 'closingLine')} : les lignes suivantes seraient lues comme un seul texte. Fermez-le ou retirez-le.`
        : `${where(finding)} : un guillemet ouvert n’est jamais fermé. Fermez-le ou retirez-le.`,
  },
  CARACTERE_INVISIBLE: {
    title: 'Caractères invisibles',
    expected: 'du texte sans caractère invisible',
    message: (finding) =>
      finding.seen === null
        ? `${where(finding)} : des caractères invisibles ont été retirés.`
        : `${where(finding)} : des caractères invisibles retournent le texte (${seen(finding)}). Retirez-les du fichier.`,
  },
  SCHEMA_PARTIEL: {
    title: 'Schéma appliqué en partie',
    expected: '',
    message: (finding) => `Du schéma joint, ceci n’a pas été vérifié : ${detail(finding, 'parts')}. Le reste l’a été.`,
  },
};
