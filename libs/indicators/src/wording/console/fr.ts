/** What a person reads in the terminal. The console speaks French only. */
export const consoleFr = {
  starting: 'Sillage démarre…',
  address: (url: string) => `Sillage est prêt\u00a0: ${url}`,
  loopbackOnly:
    'Seul cet ordinateur peut s’y connecter (il n’y a pas encore de comptes). La variable HOST ouvre le serveur à d’autres.',
  openToOthers: (host: string) =>
    `Attention\u00a0: le serveur écoute sur ${host}, et il n’y a pas encore de comptes\u00a0: toute personne qui l’atteint peut publier.`,
  howToStop: 'Ctrl-C pour arrêter.',
  stopping: 'Arrêt en cours…',
  stopped: 'Sillage est arrêté.',
  portInUse: (port: number) =>
    `Le port ${port} est déjà utilisé par un autre programme. Arrêtez-le, ou choisissez un autre port, par exemple\u00a0: PORT=${port + 1} npx sillage start`,
  portRefused: (port: number) =>
    `Ce compte n’a pas le droit d’écouter sur le port ${port}. Choisissez un port au-dessus de 1023, par exemple\u00a0: PORT=3000 npx sillage start`,
  hostUnknown: (host: string) => `L’adresse HOST=${host} n’appartient pas à cet ordinateur.`,
  databaseAway: (host: string) =>
    `La base de données (${host}) ne répond pas. Vérifiez DATABASE_URL et que PostgreSQL est démarré.`,
  databaseRefused: (host: string) =>
    `La base de données (${host}) refuse la connexion. Vérifiez le compte, le mot de passe et le nom de la base dans DATABASE_URL.`,
  environment: {
    title: 'Les variables d’environnement sont à corriger\u00a0:',
    databaseUrlMissing: 'DATABASE_URL est absente (la commande sillage la définit quand elle démarre sa propre base).',
    databaseUrlWrong: 'DATABASE_URL doit commencer par postgres:// ou postgresql://.',
    wrongPort: 'PORT doit être un nombre entier entre 0 et 65535.',
    wrongLog: 'SILLAGE_LOG doit valoir «\u00a0all\u00a0» (tout) ou «\u00a0errors\u00a0» (les erreurs seulement).',
    wrongUploadLimit: 'SILLAGE_UPLOAD_LIMIT_MB doit être un nombre positif (taille maximale d’un fichier, en Mio).',
    wrongWatch: 'SILLAGE_WATCH doit être le chemin complet d’un dossier (par exemple /srv/sillage/depot).',
    wrongPullHosts:
      'SILLAGE_PULL_HOSTS doit être une liste d’hôtes séparés par des virgules, chacun nommé en entier (par exemple www.data.gouv.fr, http://intranet.example.fr, fichiers.example.fr:8443)\u00a0; le signe * n’y est pas permis.',
  },
  installationFailed: 'La préparation de la base a échoué\u00a0: corrigez la cause écrite plus haut, puis relancez.',
  unexpected: (message: string) => `Erreur inattendue\u00a0: ${message}`,
  firstStart: {
    territories: 'Première installation\u00a0: chargement des territoires…',
    catalogue: 'Première installation\u00a0: chargement du catalogue des indicateurs…',
    demonstration: 'Première installation\u00a0: création du département de démonstration…',
    rebuild: 'Premier calcul des chiffres…',
    done: (seconds: string) => `  fait en ${seconds}\u00a0s`,
  },
  unknownCommand: (name: string) => `Commande inconnue\u00a0: ${name}`,
  missingFile: 'Indiquez le fichier à lire.',
  unknownOption: (name: string) => `Option inconnue\u00a0: ${name}`,
  missingValue: (name: string) => `L’option ${name} attend une valeur.`,
  usage: `Usage\u00a0: npx sillage COMMANDE

  start                              démarre le serveur (tableau de bord et API)
  check FICHIER [--referential DOSSIER] [--source S] [--hints LECTURE] [--level ECHELON]
        [--schema SCHEMA] [--leave-out LIGNES|DEFAUTS] [--json]
                                     contrôle un fichier sans rien enregistrer (code 1 s’il est rejeté)\u00a0;
                                     avec DOSSIER (territoires, indicateurs, fusions en CSV), sans base
  import FICHIER [--source S] [--hints LECTURE] [--level ECHELON]
        [--schema SCHEMA] [--leave-out LIGNES|DEFAUTS] [--dry-run] [--json]
                                     contrôle, publie, puis recalcule les chiffres (code 1 s’il est rejeté)\u00a0;
                                     avec --dry-run, contrôle seulement
  pull [add|change|run|remove …]     liste et règle les récupérations planifiées
  install                            prépare une base vide (territoires, catalogue, démonstration) sans servir
  rebuild                            recalcule les chiffres maintenant
  catalogue load FICHIER             ajoute ou met à jour des indicateurs (CSV ou JSON)
  referential load DOSSIER           ajoute les territoires, indicateurs et fusions d’un dossier
  projects load FICHIER              ajoute ou met à jour des projets (CSV ou JSON)
  territories load …                 charge des territoires, des contours ou des zones
  territories home CODE              choisit le département affiché
  estimate --panel FICHIER …         estime un effet sur une table à soi, sans base (--help\u00a0: options)
  help                               affiche cette aide

Codes de sortie\u00a0: 0 fait, 1 refusé ou en échec, 2 commande non comprise.

Variables\u00a0: PORT (3000), HOST (127.0.0.1), DATABASE_URL (une base PostgreSQL 15 ou plus récente\u00a0;
sinon Sillage démarre la sienne), SILLAGE_HOME (.sillage\u00a0: base et fichiers importés),
SILLAGE_WATCH (dossier surveillé), SILLAGE_PULL_HOSTS (hôtes dont des fichiers peuvent être récupérés),
SILLAGE_UPLOAD_LIMIT_MB (5120\u00a0: taille maximale d’un fichier, en Mio), SILLAGE_LOG (all ou errors).`,
};
