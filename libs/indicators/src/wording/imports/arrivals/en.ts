import type { arrivalsFr } from './fr';

/** Files that come by themselves: a watched folder, an address visited at its hours. */
export const arrivalsEn: typeof arrivalsFr = {
  refusals: {
    'not-an-address': () => 'The address is not a whole one (https://…).',
    scheme: (host) =>
      `The address must begin with https://; http:// needs an administrator’s permission for “${host}”.`,
    credentials: () => 'The address holds a user name or a password: remove them.',
    host: (host) =>
      `The host “${host}” is not on the list of allowed hosts (SILLAGE_PULL_HOSTS). An administrator can add it.`,
    port: (host) => `The port asked for (“${host}”) is not allowed for this host.`,
    'not-found': (host) => `The host “${host}” cannot be found.`,
    'private-address': (host) =>
      `The host “${host}” leads to an address of this machine or of an internal network: Sillage does not ask it.`,
    redirects: (count) => `The address leads to another more than ${count} times.`,
    status: (status) => `The server answered ${status} instead of the file.`,
    encoding: (name) => `The server sends the file in a form that Sillage does not read (${name}).`,
    'too-large': (megabytes) => `The file exceeds ${megabytes} MB.`,
    swollen: (ratio) => `The file grows more than ${ratio} times when unpacked: it was not kept.`,
    'too-long': (minutes) => `The file had not wholly arrived after ${minutes} minutes.`,
    idle: (seconds) => `The server sent nothing for ${seconds} seconds.`,
    interrupted: () => 'The server stopped before the end of the file.',
    certificate: (code) => `The server’s certificate is not recognised (${code}).`,
    connection: (code) => `The server could not be reached${code === '' ? '' : ` (${code})`}.`,
  },
  outcomes: {
    published: (batch) => `Published (import no. ${batch}).`,
    waiting: (batch) => `Checked, waiting for a person (import no. ${batch}).`,
    refused: (batch) => `Refused by the check (import no. ${batch}).`,
    known: (batch) => `Known already: this file is import no. ${batch}.`,
    unchanged: () => 'Unchanged since the last time: nothing to do.',
  },
  reasons: {
    remarks: 'The check has remarks: read them on the Imports page, then publish.',
    'new-source':
      'No file of this source has been published yet: check how it was read on the Imports page, then publish. The next ones, read in the same way and without a remark, will be published by themselves.',
    'new-headers':
      'Its columns are those of no published file of this source: check how it was read on the Imports page, then publish.',
    'no-source':
      'The file is not in a sub-folder named after its source: it waits on the Imports page for somebody to publish it.',
  },
  fileOutcome: (file, outcome) => `${file}: ${outcome}`,
  skipped: (code) =>
    `This file could not be read (${code}): it is left where it is. Check the rights of the file and of its folder.`,
  more: (count) => `… and ${count} other files.`,
  report: {
    file: (name) => `File: ${name}`,
    source: (name) => `Source: ${name}`,
    counts: (read, kept, ignored, rejected) =>
      `${read} rows read: ${kept} kept, ${ignored} ignored, ${rejected} rejected.`,
    finding: (title, count, message) => `- ${title} (${count}): ${message}`,
    noFindings: 'No remark.',
    nominative: 'Sillage has kept nothing of this file. The one that stands here is yours: take it out of this folder.',
  },
  commands: {
    usage: `Usage: sillage pull [list]
       sillage pull add ADDRESS --source S --schedule '0 6 * * 1' [--read-as IMPORT | --hints READING]
       sillage pull change N [--url ADDRESS] [--source S] [--schedule CRON] [--read-as IMPORT|source | --hints READING]
       sillage pull run N
       sillage pull remove N`,
    none: 'No pull.',
    line: (id, source, schedule, url) => `${id}\t${source}\t${schedule}\t${url}`,
    readAs: (batch) => `read as import no. ${batch}`,
  },
  folderAway: (folder) => `The watched folder ${folder} cannot be read (SILLAGE_WATCH).`,
  unforeseen: (message) => `The file could not be checked: ${message}`,
  notAModel: (batch, source) =>
    `Import no. ${batch} cannot serve as a model: choose a checked import of the source “${source}”, without other hints.`,
  unknownPull: 'There is no such pull.',
  noHosts: 'No pull is possible: an administrator must first name the allowed hosts (variable SILLAGE_PULL_HOSTS).',
  notFetched: 'The file was not fetched.',
};
