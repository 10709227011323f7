import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const language = z.enum(['fr', 'en']).optional();

export class LanguageQuery extends createZodDto(z.object({ lang: language })) {}

export class RunsQuery extends createZodDto(
  z.object({
    lang: language,
    job: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    /** id of the last run already read */
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
) {}

export class ScheduleChange extends createZodDto(
  z.object({
    /** cron expression of five fields, read in Europe/Paris */
    schedule: z.string().max(100),
    isEnabled: z.boolean().optional(),
  }),
) {}

const runSchema = z.object({
  id: z.string(),
  job: z.string(),
  jobLabel: z.string(),
  slot: z.string(),
  trigger: z.enum(['schedule', 'manual', 'import', 'start', 'other']),
  triggerLabel: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'skipped', 'set-aside']),
  stateLabel: z.string(),
  attempts: z.number(),
  queuedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  durationMs: z.number().nullable(),
  progress: z
    .object({
      done: z.number(),
      total: z.number(),
      unit: z.enum(['bytes', 'rows', 'steps']),
      /** units a second since the attempt began, null before there is one */
      ratePerSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
  counts: z.record(z.string(), z.number()),
  messages: z.array(z.string()),
  /** one entry per failed attempt */
  errors: z.array(z.object({ attempt: z.number(), at: z.string(), code: z.string(), text: z.string() })),
});

export class RunDto extends createZodDto(runSchema) {}

export class RunsDto extends createZodDto(
  z.object({
    runs: z.array(runSchema),
    /** the value of `before` that gives the following runs; null at the end */
    nextBefore: z.string().nullable(),
  }),
) {}

const jobSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  /** null for a job that only runs on demand */
  schedule: z.string().nullable(),
  scheduleLabel: z.string(),
  isEnabled: z.boolean(),
  nextDue: z.iso.datetime().nullable(),
  lastRun: runSchema.nullable(),
});

export class JobDto extends createZodDto(jobSchema) {}

export class JobsDto extends createZodDto(z.object({ jobs: z.array(jobSchema) })) {}
