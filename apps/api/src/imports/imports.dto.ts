import { encodingNames, tableShapes, territoryLevels, usesOfColumns } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const language = z.enum(['fr', 'en']).optional();
const severity = z.enum(['error', 'warning', 'information']);

export class BatchesQuery extends createZodDto(
  z.object({
    lang: language,
    limit: z.coerce.number().int().min(1).max(200).optional(),
    /** id of the last batch already read */
    before: z.coerce.number().int().positive().optional(),
    /** only those of this source */
    source: z.string().max(255).optional(),
  }),
) {}

export class BatchQuery extends createZodDto(z.object({ lang: language })) {}

export class FindingsQuery extends createZodDto(z.object({ lang: language, code: z.string().max(60).optional() })) {}

export class PublishAnswer extends createZodDto(
  z.object({ id: z.number(), state: z.string(), isNew: z.boolean(), message: z.string() }),
) {}

const group = z.object({
  code: z.string(),
  severity,
  count: z.number(),
  line: z.number().nullable(),
  column: z.string().nullable(),
  title: z.string(),
  message: z.string(),
  /** what a person may answer: let it pass (`accepted` of the hints), or multiply all values by 100 (`factor`) */
  answers: z.array(z.enum(['accept', 'multiply'])),
});

const finding = z.object({
  code: z.string(),
  severity,
  line: z.number().nullable(),
  column: z.string().nullable(),
  seen: z.string().nullable(),
  expected: z.string().nullable(),
  message: z.string(),
});

export const columnUse = z.discriminatedUnion('as', [
  z.object({ as: z.literal('territory'), levels: z.array(z.enum(territoryLevels)).optional() }),
  z.object({
    as: z.literal('value'),
    indicator: z.string().nullable(),
    period: z.string().nullable(),
    territory: z.string().nullable().optional(),
  }),
  z.object({ as: z.enum(usesOfColumns) }),
  z.object({ as: z.literal('ignored') }),
]);

/** How the file was read: what was guessed, in the words of the hints that correct it */
const reading = z.object({
  sheet: z.string().nullable(),
  /** those of a workbook, as its file announces them */
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rowCount: z.number().nullable() })),
  encoding: z.enum(encodingNames),
  delimiter: z.string(),
  headerLine: z.number(),
  headerLineCount: z.number(),
  headers: z.array(z.string()),
  shape: z.enum(tableShapes),
  columns: z.array(z.object({ header: z.string(), use: columnUse })),
  territoryColumn: z.string(),
  level: z.string().nullable(),
  period: z.string().nullable(),
  /** year of the geography; null when the layout is not settled */
  vintage: z.number().nullable(),
  factor: z.number(),
  preset: z.string().nullable(),
  values: z.array(z.object({ header: z.string(), indicator: z.string().nullable(), period: z.string().nullable() })),
  path: z.enum(['bytes', 'text']).nullable(),
});

const batchSchema = z.object({
  id: z.number(),
  state: z.enum(['draft', 'checked', 'rejected', 'published', 'withdrawn']),
  stateLabel: z.string(),
  fileName: z.string(),
  fileHash: z.string(),
  fileSize: z.number(),
  source: z.string().nullable(),
  isDemo: z.boolean(),
  createdAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  publication: z.string().nullable(),
  /** whether a person said how to read it */
  isConfirmed: z.boolean(),
  /** null until the file is checked */
  counts: z
    .object({ read: z.number(), kept: z.number(), ignored: z.number(), rejected: z.number(), values: z.number() })
    .nullable(),
  reading: reading.nullable(),
  /** findings grouped by code, the gravest first */
  findings: z.array(group),
  /** the run that checks or publishes it now */
  progress: z
    .object({
      job: z.string(),
      state: z.string(),
      done: z.number(),
      total: z.number(),
      unit: z.enum(['bytes', 'rows', 'steps']),
      ratePerSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
  /** whether the last run that was to check or publish it failed, and nothing is under way */
  hasFailed: z.boolean(),
});

export class BatchDto extends createZodDto(batchSchema) {}

export class ReceivedBatchDto extends createZodDto(
  batchSchema.extend({
    /** false when the same file was already there */
    isNew: z.boolean(),
    message: z.string().nullable(),
  }),
) {}

/** A trial run: the verdicts, as `sillage check --json` prints them; nothing is kept. */
const dryRunSchema = z.object({
  dryRun: z.literal(true),
  outcome: z.enum(['accept', 'accept-with-warnings', 'reject']),
  read: z.number(),
  kept: z.number(),
  ignored: z.number(),
  rejected: z.number(),
  sum: z.number(),
  findings: z.array(finding),
});

export class DryRunDto extends createZodDto(dryRunSchema) {}

export class BatchesDto extends createZodDto(
  z.object({ batches: z.array(batchSchema), nextBefore: z.number().nullable() }),
) {}

export class FindingsDto extends createZodDto(z.object({ findings: z.array(finding) })) {}

export class PreviewDto extends createZodDto(
  z.object({
    headers: z.array(z.string()),
    rows: z.array(
      z.object({
        line: z.number(),
        cells: z.array(z.string()),
        verdict: z.enum(['kept', 'ignored', 'rejected']),
        findings: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string() })),
      }),
    ),
  }),
) {}
