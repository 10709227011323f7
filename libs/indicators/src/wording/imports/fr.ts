import { fileFindingsFr } from './files/fr';
import { plausibilityFindingsFr } from './plausibility/fr';
import { referentialFr } from './referential/fr';
import { rowFindingsFr } from './rows/fr';
import { templatesFr } from './templates/fr';
import { workbookFindingsFr } from './workbook/fr';

/** Sentences about imports, in French. */
export const importsFr = {
  findings: { ...fileFindingsFr, ...workbookFindingsFr, ...rowFindingsFr, ...plausibilityFindingsFr },
  problems: {
    missingFile: 'Choisissez un fichier.',
    tooLarge: (megabytes: number) => `Le fichier dépasse ${megabytes} Mo. Séparez-le par année.`,
    emptyFile: 'Le fichier est vide.',
    unknownBatch: 'Cet import n’existe pas.',
    notMultipart: 'Envoyez le fichier dans un formulaire (multipart/form-data, champ « fichier »).',
    interrupted: 'L’envoi du fichier a été interrompu. Recommencez.',
    notPublishable: (state: string) => `Cet import ne peut pas être publié : il est ${state}.`,
    readOtherwise:
      'La lecture de ce fichier a changé depuis la demande de publication : rien n’est publié. Relisez le contrôle, puis publiez.',
    notWithdrawable: (state: string) => `Cet import ne peut pas être annulé : il est ${state}.`,
    notPlannable: (state: string) => `Cet import ne changerait rien : il est ${state}.`,
    notReadable: (state: string) => `La lecture de ce fichier ne peut plus changer : il est ${state}.`,
    keyOfAnotherRequest: (key: string) =>
      `La clé d’idempotence « ${key} » a déjà servi pour un autre envoi (autre fichier, autre source ou autre lecture). Prenez-en une nouvelle, ou renvoyez le même.`,
    keyTooLong: (length: number) => `La clé d’idempotence (Idempotency-Key) dépasse ${length} caractères.`,
    hintsNotJson: 'Le champ « hints » doit contenir du JSON.',
    hintsFileNotJson: (file: string) => `Le fichier ${file} (--hints) doit contenir un objet JSON.`,
    hintsRefused: 'La façon de lire le fichier n’a pas été comprise.',
    notASchema:
      'Le schéma joint n’est pas un Table Schema : un objet JSON avec une liste « fields », dont chaque champ a un nom (name).',
    unreadableFile: 'Le fichier d’origine n’est plus conservé.',
    noPreview: 'L’aperçu sera prêt quand le fichier aura été vérifié.',
    unreadablePath: (path: string) => `Le fichier ${path} ne peut pas être lu.`,
  },
  states: {
    draft: 'en cours de vérification',
    checked: 'vérifié',
    rejected: 'rejeté',
    published: 'publié',
    withdrawn: 'annulé',
  },
  reports: {
    checked: (kept: string, read: string) => `${kept} lignes retenues sur ${read} lues.`,
    rejected: (count: string) => `${count} lignes rejetées : le fichier ne peut pas être publié.`,
    structure: 'Le fichier ne peut pas être lu.',
    published: (values: string) => `${values} valeurs publiées.`,
    publishing: 'La publication commence.',
    samePublished: 'Ce fichier est déjà publié : rien n’a changé.',
  },
  commands: {
    checkUsage:
      'Usage : sillage check FICHIER [--referential DOSSIER] [--source S] [--hints LECTURE] [--level ECHELON] [--schema SCHEMA] [--leave-out LIGNES|DEFAUTS] [--json]',
    importUsage:
      'Usage : sillage import FICHIER [--source S] [--hints LECTURE] [--level ECHELON] [--schema SCHEMA] [--leave-out LIGNES|DEFAUTS] [--dry-run] [--json]',
    progress: (percent: string, rate: string, left: string) => `${percent} % · ${rate} · ${left} restantes`,
    rate: (megabytes: string) => `${megabytes} Mo/s`,
    seconds: (seconds: string) => `${seconds} s`,
    outcome: {
      accept: 'Fichier accepté',
      'accept-with-warnings': 'Fichier accepté, avec des remarques',
      reject: 'Fichier refusé',
    },
    counts: (read: string, kept: string, ignored: string, rejected: string) =>
      `${read} lignes lues : ${kept} retenues, ${ignored} ignorées, ${rejected} rejetées.`,
    more: (count: string) => `… et ${count} autres remarques.`,
  },
  referential: referentialFr,
  templates: templatesFr,
  csv: {
    code: 'code',
    severity: 'gravite',
    line: 'ligne',
    column: 'colonne',
    seen: 'vu',
    expected: 'attendu',
    annotation: 'Erreur',
    message: 'message',
  },
};

export type ImportsWording = typeof importsFr;
