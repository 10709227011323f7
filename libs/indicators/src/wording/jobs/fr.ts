import { describeSchedule } from './describe-schedule';

const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const hour = (time: { hour: number; minute: number }) =>
  `${time.hour}\u00a0h\u00a0${String(time.minute).padStart(2, '0')}`;

/** What a reader reads about scheduled and queued work. */
export const jobsFr = {
  jobs: {
    rebuild: {
      label: 'Recalcul des chiffres',
      description:
        'Reprend toutes les observations publiées, recalcule les agrégats de chaque territoire, puis remplace d’un coup ce que voient les lecteurs.',
    },
    'import-check': {
      label: 'Contrôle d’un fichier',
      description: 'Lit un fichier déposé et donne un verdict à chacune de ses lignes, sans rien publier.',
    },
    'import-publish': {
      label: 'Publication d’un fichier',
      description: 'Enregistre les lignes retenues d’un fichier contrôlé et demande le recalcul des chiffres.',
    },
    'import-pulls': {
      label: 'Récupérations à faire',
      description: 'Regarde quelles adresses sont à visiter à cette heure, et demande leur récupération.',
    },
    'import-pull': {
      label: 'Récupération d’un fichier',
      description:
        'Visite une adresse, prend le fichier s’il a changé, le contrôle, et le publie quand il n’y a plus rien à demander.',
    },
    'watch-folder': {
      label: 'Dossier surveillé',
      description:
        'Prend les fichiers déposés dans le dossier surveillé, les contrôle, et les publie quand il n’y a plus rien à demander.',
    },
    'estimate-effects': {
      label: 'Estimation des effets',
      description:
        'Après chaque recalcul, estime à nouveau l’effet de chaque projet dont les chiffres, les territoires ou la méthode ont changé, et garde les estimations précédentes.',
    },
  } as Record<string, { label: string; description: string }>,
  states: {
    queued: 'En attente',
    running: 'En cours',
    succeeded: 'Réussi',
    failed: 'Échoué',
    skipped: 'Non exécuté',
    'set-aside': 'Mis de côté',
  },
  triggers: {
    schedule: 'Horaire prévu',
    manual: 'Lancé à la main',
    import: (batch: string) => `Import n°\u00a0${batch}`,
    start: 'Premier démarrage',
    other: 'Demandé par Sillage',
  },
  errors: {
    problem: (detail: string) => detail,
    error: (detail: string) => `Erreur inattendue\u00a0: ${detail}`,
    timeout: (detail: string) => `Arrêté\u00a0: la durée permise (${detail}\u00a0s) est dépassée.`,
    'lease-expired': () =>
      'Interrompu\u00a0: le programme qui exécutait cette tâche ne répondait plus. La tâche a été reprise.',
    'database-away': () => 'Interrompu\u00a0: la base de données ne répondait plus.',
    covered: (detail: string) => `Non exécuté à part\u00a0: le travail a été fait par l’exécution n°\u00a0${detail}.`,
    missed: () =>
      'Non exécuté\u00a0: Sillage était arrêté à l’heure prévue, et une exécution plus récente l’a remplacé.',
  } as Record<string, (detail: string) => string>,
  scheduleText(expression: string): string {
    const described = describeSchedule(expression);
    switch (described.kind) {
      case 'daily':
        return `tous les jours à ${hour(described)}`;
      case 'weekdays':
        return `du lundi au vendredi à ${hour(described)}`;
      case 'weekly':
        return `chaque ${days[described.day]} à ${hour(described)}`;
      case 'monthly':
        return `le ${described.day === 1 ? '1er' : described.day} de chaque mois à ${hour(described)}`;
      case 'hourly':
        return `toutes les heures, à la minute ${described.minute}`;
      case 'minutes':
        return `toutes les ${described.every} minutes`;
      case 'other':
        return expression;
    }
  },
  onDemand: 'à la demande',
  unknownJob: (id: string) => `Aucune tâche ne s’appelle «\u00a0${id}\u00a0».`,
  unknownRun: (id: string) => `Aucune exécution ne porte le numéro «\u00a0${id}\u00a0».`,
  notScheduled: (id: string) =>
    `La tâche «\u00a0${id}\u00a0» n’a pas d’horaire\u00a0: elle ne s’exécute qu’à la demande.`,
  notStartedByHand: (id: string) =>
    `La tâche «\u00a0${id}\u00a0» ne se lance pas à la main\u00a0: elle accompagne un import.`,
  wrongSchedule: (seen: string) => `«\u00a0${seen}\u00a0» n’est pas un horaire que Sillage sait lire.`,
  expectedSchedule:
    'Cinq champs sont attendus, séparés par des espaces\u00a0: minute, heure, jour du mois, mois, jour de la semaine (heure de Paris). Par exemple «\u00a00 3 * * *\u00a0» pour tous les jours à 3\u00a0h\u00a000, ou «\u00a030 6 * * 1\u00a0» pour chaque lundi à 6\u00a0h\u00a030.',
  cli: {
    rebuilding: 'Recalcul des chiffres…',
    done: (seconds: string) => `Terminé en ${seconds}\u00a0s.`,
    failed: (reason: string) => `Échec\u00a0: ${reason}`,
  },
};
