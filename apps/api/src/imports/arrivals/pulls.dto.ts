import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

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

export class PullsQuery extends createZodDto(z.object({ lang: z.enum(['fr', 'en']).optional() })) {}

export class NewPullDto extends createZodDto(z.object({ ...settings, isEnabled: z.boolean().optional() })) {}

export class PullChangeDto extends createZodDto(z.object({ ...settings, isEnabled: z.boolean() }).partial()) {}

const pull = z.object({
  id: z.number(),
  ...settings,
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
