import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

import { readingHints } from '../reading-hints.dto';

const longestUrl = 2_000;
const longestName = 255;

const settings = {
  /** of the file: https, on one of the allowed hosts */
  url: z.string().trim().min(1).max(longestUrl),
  /** whose files these are */
  source: z.string().trim().min(1).max(longestName),
  /** cron expression of five fields, read in Europe/Paris */
  schedule: z.string().max(100),
};

/** At most one of the two; neither: as the files of its source were read. */
const reading = {
  hints: readingHints.nullable(),
  /** an import of the same source, read as these files are to be */
  readAs: z.number().int().nullable(),
};

export class PullsQuery extends createZodDto(z.object({ lang: z.enum(['fr', 'en']).optional() })) {}

const request = z.object({ ...settings, isEnabled: z.boolean(), ...reading });

export class NewPullDto extends createZodDto(request.partial({ isEnabled: true, hints: true, readAs: true })) {}

export class PullChangeDto extends createZodDto(request.partial()) {}

const pull = z.object({
  id: z.number(),
  ...settings,
  /** said over the guesses; null: as the files of its source were read */
  hints: z.record(z.string(), z.unknown()).nullable(),
  readAs: z.number().nullable(),
  scheduleLabel: z.string(),
  isEnabled: z.boolean(),
  isRunning: z.boolean(),
  nextDue: z.iso.datetime().nullable(),
  /** what the last run gave; null before the first */
  last: z
    .object({
      at: z.iso.datetime(),
      outcome: z.enum(['published', 'waiting', 'refused', 'known', 'unchanged', 'not-fetched']),
      message: z.string(),
      /** the import of the last file taken */
      batchId: z.number().nullable(),
    })
    .nullable(),
});

export class PullDto extends createZodDto(pull) {}

export class PullsDto extends createZodDto(
  z.object({
    /** the only hosts that files are fetched from; empty: no pulls */
    hosts: z.array(z.string()),
    pulls: z.array(pull),
  }),
) {}
