/** Why a file could not be fetched. The detail is what the sentence names: a host, a number. */
const refusals = {
  'not-an-address': () => 'L’adresse n’est pas une adresse complète (https://…).',
  scheme: (host: string) =>
    `L’adresse doit commencer par https://\u00a0; http:// n’est possible que si l’administrateur l’a permis pour «\u00a0${host}\u00a0».`,
  credentials: () => 'L’adresse contient un identifiant ou un mot de passe\u00a0: retirez-les.',
  host: (host: string) =>
    `L’hôte «\u00a0${host}\u00a0» n’est pas dans la liste des hôtes permis (SILLAGE_PULL_HOSTS). Un administrateur peut l’y ajouter.`,
  port: (host: string) => `Le port demandé («\u00a0${host}\u00a0») n’est pas permis pour cet hôte.`,
  'not-found': (host: string) => `L’hôte «\u00a0${host}\u00a0» est introuvable.`,
  'private-address': (host: string) =>
    `L’hôte «\u00a0${host}\u00a0» mène à une adresse de cette machine ou d’un réseau interne\u00a0: Sillage ne l’interroge pas.`,
  redirects: (count: string) => `L’adresse renvoie plus de ${count} fois vers une autre.`,
  status: (status: string) => `Le serveur a répondu ${status} au lieu du fichier.`,
  encoding: (name: string) => `Le serveur envoie le fichier sous une forme que Sillage ne lit pas (${name}).`,
  'too-large': (megabytes: string) => `Le fichier dépasse ${megabytes}\u00a0Mo.`,
  swollen: (ratio: string) =>
    `Le fichier reçu grossit plus de ${ratio} fois en se décompressant\u00a0: il n’a pas été gardé.`,
  'too-long': (minutes: string) => `Le fichier n’était pas arrivé en entier au bout de ${minutes} minutes.`,
  idle: (seconds: string) => `Le serveur n’a rien envoyé pendant ${seconds} secondes.`,
  interrupted: () => 'Le serveur a coupé l’envoi avant la fin du fichier.',
  certificate: (code: string) => `Le certificat du serveur n’est pas reconnu (${code}).`,
  connection: (code: string) => `Le serveur n’a pas pu être joint${code === '' ? '' : ` (${code})`}.`,
};

export type PullRefusalCode = keyof typeof refusals;

/** Files that come by themselves: a watched folder, an address visited at its hours. */
export const arrivalsFr = {
  refusals: refusals as Record<PullRefusalCode, (detail: string) => string>,
  outcomes: {
    published: (batch: string) => `Publié (import n°\u00a0${batch}).`,
    waiting: (batch: string) => `Contrôlé, en attente d’une personne (import n°\u00a0${batch}).`,
    refused: (batch: string) => `Refusé au contrôle (import n°\u00a0${batch}).`,
    known: (batch: string) => `Déjà connu\u00a0: ce fichier est l’import n°\u00a0${batch}.`,
    unchanged: () => 'Inchangé depuis la dernière fois\u00a0: rien à faire.',
  },
  reasons: {
    remarks: 'Le contrôle a des remarques\u00a0: relisez-les sur la page Imports, puis publiez.',
    'new-source':
      'Aucun fichier de cette source n’a encore été publié\u00a0: vérifiez la lecture sur la page Imports, puis publiez. Les suivants, lus de la même façon et sans remarque, seront publiés d’eux-mêmes.',
    'new-headers':
      'Ses colonnes ne sont celles d’aucun fichier publié de cette source\u00a0: vérifiez la lecture sur la page Imports, puis publiez.',
    'no-source':
      'Le fichier n’est pas dans un sous-dossier au nom de sa source\u00a0: il attend sur la page Imports que quelqu’un le publie.',
  },
  fileOutcome: (file: string, outcome: string) => `${file}\u00a0: ${outcome}`,
  skipped: (code: string) =>
    `Ce fichier n’a pas pu être lu (${code})\u00a0: il est laissé en place. Vérifiez les droits du fichier et de son dossier.`,
  more: (count: string) => `… et ${count} autres fichiers.`,
  report: {
    file: (name: string) => `Fichier\u00a0: ${name}`,
    source: (name: string) => `Source\u00a0: ${name}`,
    counts: (read: string, kept: string, ignored: string, rejected: string) =>
      `${read} lignes lues\u00a0: ${kept} retenues, ${ignored} ignorées, ${rejected} rejetées.`,
    finding: (title: string, count: string, message: string) => `- ${title} (${count})\u00a0: ${message}`,
    noFindings: 'Aucune remarque.',
    nominative: 'Sillage n’a rien gardé de ce fichier. Celui qui est ici est le vôtre\u00a0: retirez-le de ce dossier.',
  },
  commands: {
    usage: `Usage\u00a0: sillage pull [list]
       sillage pull add ADRESSE --source S --schedule '0 6 * * 1' [--read-as IMPORT | --hints LECTURE]
       sillage pull change N [--url ADRESSE] [--source S] [--schedule CRON] [--read-as IMPORT|source | --hints LECTURE]
       sillage pull run N
       sillage pull remove N`,
    none: 'Aucune récupération.',
    line: (id: string, source: string, schedule: string, url: string) => `${id}\t${source}\t${schedule}\t${url}`,
    readAs: (batch: string) => `lu comme l’import n°\u00a0${batch}`,
  },
  folderAway: (folder: string) => `Le dossier surveillé ${folder} ne peut pas être lu (SILLAGE_WATCH).`,
  unforeseen: (message: string) => `Le fichier n’a pas pu être contrôlé\u00a0: ${message}`,
  notAModel: (batch: string, source: string) =>
    `L’import n°\u00a0${batch} ne peut pas servir de modèle : choisissez un import contrôlé de la source «\u00a0${source}\u00a0», sans autre consigne de lecture.`,
  unknownPull: 'Cette récupération n’existe pas.',
  noHosts:
    'Aucune récupération n’est possible\u00a0: un administrateur doit d’abord nommer les hôtes permis (variable SILLAGE_PULL_HOSTS).',
  notFetched: 'Le fichier n’a pas été récupéré.',
};
