import { describeSchedule } from './describe-schedule';
import type { jobsFr } from './fr';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const hour = (time: { hour: number; minute: number }) => `${time.hour}:${String(time.minute).padStart(2, '0')}`;

export const jobsEn: typeof jobsFr = {
  jobs: {
    rebuild: {
      label: 'Rebuild of the figures',
      description:
        'Takes every published observation, computes the aggregates of each territory again, then replaces what readers see at once.',
    },
    'import-check': {
      label: 'Check of a file',
      description: 'Reads an uploaded file and gives each of its rows a verdict, publishing nothing.',
    },
    'import-publish': {
      label: 'Publication of a file',
      description: 'Stores the kept rows of a checked file and asks for a rebuild of the figures.',
    },
    'import-pulls': {
      label: 'Pulls to be made',
      description: 'Looks which addresses are to be visited at this hour, and asks for their pull.',
    },
    'import-pull': {
      label: 'Pull of a file',
      description:
        'Visits an address, takes the file if it has changed, checks it, and publishes it when nothing is left to ask.',
    },
    'watch-folder': {
      label: 'Watched folder',
      description:
        'Takes the files put into the watched folder, checks them, and publishes them when nothing is left to ask.',
    },
    'estimate-effects': {
      label: 'Estimation of effects',
      description:
        'After each rebuild, estimates again the effect of every project whose figures, places or method have changed, and keeps the earlier estimates.',
    },
  },
  states: {
    queued: 'Waiting',
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    skipped: 'Not run',
    'set-aside': 'Set aside',
  },
  triggers: {
    schedule: 'Scheduled',
    manual: 'Started by hand',
    import: (batch) => `Import no. ${batch}`,
    start: 'First start',
    other: 'Asked for by Sillage',
  },
  errors: {
    problem: (detail) => detail,
    error: (detail) => `Unexpected error: ${detail}`,
    timeout: (detail) => `Stopped: the time allowed (${detail} s) has passed.`,
    'lease-expired': () => 'Interrupted: the program that ran this job no longer answered. The job was taken over.',
    'database-away': () => 'Interrupted: the database no longer answered.',
    covered: (detail) => `Not run apart: the work was done by run no. ${detail}.`,
    missed: () => 'Not run: Sillage was stopped at the due time, and a later run replaced it.',
  },
  scheduleText(expression) {
    const described = describeSchedule(expression);
    switch (described.kind) {
      case 'daily':
        return `every day at ${hour(described)}`;
      case 'weekdays':
        return `Monday to Friday at ${hour(described)}`;
      case 'weekly':
        return `every ${days[described.day]} at ${hour(described)}`;
      case 'monthly':
        return `on day ${described.day} of each month at ${hour(described)}`;
      case 'hourly':
        return `every hour, at minute ${described.minute}`;
      case 'minutes':
        return `every ${described.every} minutes`;
      case 'other':
        return expression;
    }
  },
  onDemand: 'on demand',
  unknownJob: (id) => `No job is called “${id}”.`,
  unknownRun: (id) => `No run has the number “${id}”.`,
  notScheduled: (id) => `The job “${id}” has no schedule: it only runs on demand.`,
  notStartedByHand: (id) => `The job “${id}” is not started by hand: it goes with an import.`,
  wrongSchedule: (seen) => `“${seen}” is not a schedule that Sillage can read.`,
  expectedSchedule:
    'Five fields are expected, separated by spaces: minute, hour, day of the month, month, day of the week (Paris time). For example “0 3 * * *” for every day at 3:00, or “30 6 * * 1” for every Monday at 6:30.',
  cli: {
    rebuilding: 'Rebuilding the figures…',
    done: (seconds) => `Done in ${seconds} s.`,
    failed: (reason) => `Failed: ${reason}`,
  },
};
