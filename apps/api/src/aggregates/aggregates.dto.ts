import { absenceReasons, aggregateOrigins, observationStatuses, territoryLevels } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class MeasuresQuery extends createZodDto(
  z.object({
    indicator: z.string().max(60),
    level: z.enum(territoryLevels),
    /** One territory… */
    code: z.string().max(20).optional(),
    /** …or all those of a level in another: departement:47. */
    within: z.string().max(60).optional(),
    /** Both included: 2013, 2020-10, 2021-T3. */
    from: z.string().max(9).optional(),
    to: z.string().max(9).optional(),
    version: z.coerce.number().int().positive().optional(),
    format: z.enum(['json', 'csv']).optional(),
  }),
) {}

const state = z.object({
  version: z.number(),
  computedAt: z.string(),
  durationMs: z.number(),
  batchIds: z.array(z.number()),
  aggregateCount: z.number(),
  counts: z.record(z.string(), z.number()),
  messages: z.array(z.string()),
  /** false once its aggregates were removed to save room. */
  isReadable: z.boolean(),
});

export class StateDto extends createZodDto(state) {}
export class StatesDto extends createZodDto(z.object({ states: z.array(state) })) {}

const coverage = z.object({
  availableWeight: z.number(),
  expectedWeight: z.number(),
  availableCount: z.number(),
  suppressedCount: z.number(),
  expectedCount: z.number(),
});

const measure = z.object({
  level: z.enum(territoryLevels),
  code: z.string(),
  name: z.string(),
  period: z.string(),
  /** Exactly one of value and absence is not null. */
  value: z.number().nullable(),
  absence: z.enum(absenceReasons).nullable(),
  status: z.enum(observationStatuses),
  origin: z.enum(aggregateOrigins),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  coverage,
});

export class MeasuresDto extends createZodDto(
  z.object({ indicator: z.string(), version: z.number(), measures: z.array(measure) }),
) {}
export type MeasureAnswer = z.output<typeof measure>;
