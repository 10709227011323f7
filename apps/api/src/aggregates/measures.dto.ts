import { absenceReasons, locales, observationStatuses, territoryLevels } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const level = z.enum(territoryLevels);

export class MeasuresQuery extends createZodDto(
  z.object({
    indicator: z.string().max(40),
    level,
    /** One territory of the level; else all those inside `within`, or the whole of a level that is not the commune. */
    code: z.string().max(20).optional(),
    /** A territory as an address names it: departement:47. */
    within: z.string().max(60).optional(),
    /** Of one commune: what its code designated on 1 January of that year, in every period. */
    vintage: z.coerce.number().int().min(1943).max(2200).optional(),
    /** First and last period, both included: 2015, 2020-10, 2025-T3. */
    from: z.string().max(9).optional(),
    to: z.string().max(9).optional(),
    /** An earlier published state. */
    version: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
    format: z.enum(['json', 'csv']).optional(),
    lang: z.enum(locales).optional(),
  }),
) {}

const measure = z.object({
  level,
  code: z.string(),
  name: z.string(),
  period: z.string(),
  /** In the indicator's unit; null where there is an absence, never 0. */
  value: z.number().nullable(),
  absence: z.enum(absenceReasons).nullable(),
  status: z.enum(observationStatuses),
  /** Share of the expected weight that is available, from 0 to 1; null where nothing was added up. */
  coverage: z.number().nullable(),
  /** Whether a producer published it or Sillage computed it, and from what. */
  origin: z.string(),
});

export class MeasuresDto extends createZodDto(
  z.object({
    version: z.number(),
    indicator: z.object({ code: z.string(), label: z.string(), unit: z.string() }),
    measures: z.array(measure),
  }),
) {}

const state = z.object({
  version: z.number(),
  computedAt: z.string(),
  durationMs: z.number(),
  batchIds: z.array(z.number()),
  aggregateCount: z.number(),
  contentHash: z.string(),
  counts: z.record(z.string(), z.number()),
  messages: z.array(z.string()),
  isReadable: z.boolean(),
});

export class StateDto extends createZodDto(state) {}
export class StateListDto extends createZodDto(z.object({ states: z.array(state) })) {}
