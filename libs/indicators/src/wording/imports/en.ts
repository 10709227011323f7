import { fileFindingsEn } from './files/en';
import type { ImportsWording } from './fr';
import { plausibilityFindingsEn } from './plausibility/en';
import { referentialEn } from './referential/en';
import { rowFindingsEn } from './rows/en';
import { templatesEn } from './templates/en';
import { workbookFindingsEn } from './workbook/en';

/** Sentences about imports, in English. */
export const importsEn: ImportsWording = {
  findings: { ...fileFindingsEn, ...workbookFindingsEn, ...rowFindingsEn, ...plausibilityFindingsEn },
  problems: {
    missingFile: 'Choose a file.',
    tooLarge: (megabytes) => `The file exceeds ${megabytes} MB. Split it by year.`,
    emptyFile: 'The file is empty.',
    unknownBatch: 'There is no such import.',
    notMultipart: 'Send the file in a form (multipart/form-data, field “fichier”).',
    interrupted: 'The upload was interrupted. Try again.',
    notPublishable: (state) => `This import cannot be published: it is ${state}.`,
    readOtherwise:
      'How this file is read changed after its publication was asked for: nothing is published. Look at the check again, then publish.',
    notWithdrawable: (state) => `This import cannot be withdrawn: it is ${state}.`,
    notPlannable: (state: string) => `This import would change nothing: it is ${state}.`,
    notReadable: (state: string) => `How this file is read can no longer change: it is ${state}.`,
    keyOfAnotherRequest: (key) =>
      `The idempotency key “${key}” has already been used for another request (another file, source or reading). Take a new one, or send the same again.`,
    keyTooLong: (length) => `The idempotency key (Idempotency-Key) exceeds ${length} characters.`,
    hintsNotJson: 'The field “hints” must hold JSON.',
    hintsFileNotJson: (file) => `The file ${file} (--hints) must hold a JSON object.`,
    hintsRefused: 'The way to read the file was not understood.',
    notASchema: 'The schema given is no Table Schema: a JSON object with a list “fields”, each of which has a name.',
    unreadableFile: 'The original file is no longer kept.',
    noPreview: 'The preview will be ready when the file has been checked.',
    unreadablePath: (path) => `The file ${path} cannot be read.`,
  },
  states: {
    draft: 'being checked',
    checked: 'checked',
    rejected: 'rejected',
    published: 'published',
    withdrawn: 'withdrawn',
  },
  reports: {
    checked: (kept, read) => `${kept} rows kept of ${read} read.`,
    rejected: (count) => `${count} rows rejected: the file cannot be published.`,
    structure: 'The file cannot be read.',
    published: (values) => `${values} values published.`,
    publishing: 'Publication begins.',
    samePublished: 'This file is already published: nothing changed.',
  },
  commands: {
    checkUsage:
      'Usage: sillage check FILE [--referential FOLDER] [--source S] [--hints READING] [--level LEVEL] [--schema SCHEMA] [--leave-out LINES|FAULTS] [--json]',
    importUsage:
      'Usage: sillage import FILE [--source S] [--hints READING] [--level LEVEL] [--schema SCHEMA] [--leave-out LINES|FAULTS] [--dry-run] [--json]',
    progress: (percent, rate, left) => `${percent}% · ${rate} · ${left} left`,
    rate: (megabytes) => `${megabytes} MB/s`,
    seconds: (seconds) => `${seconds} s`,
    outcome: { accept: 'File accepted', 'accept-with-warnings': 'File accepted, with remarks', reject: 'File refused' },
    counts: (read, kept, ignored, rejected) =>
      `${read} rows read: ${kept} kept, ${ignored} ignored, ${rejected} rejected.`,
    more: (count) => `… and ${count} more remarks.`,
  },
  referential: referentialEn,
  templates: templatesEn,
  csv: {
    code: 'code',
    severity: 'severity',
    line: 'line',
    column: 'column',
    seen: 'seen',
    expected: 'expected',
    annotation: 'Error',
    message: 'message',
  },
};
