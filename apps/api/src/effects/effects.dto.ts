import {
  comparisonPools,
  conclusions,
  effectMethods,
  inferences,
  refusalCodes,
  territoryLevels,
  warningCodes,
} from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { exclusionReasons } from './donor-pool';

const interval = z.strictObject({ low: z.number(), high: z.number() });
/** Names and numbers that a sentence needs, by name. */
const facts = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]));

const estimate = z.strictObject({
  status: z.literal('ok'),
  method: z.enum(effectMethods),
  /** Mean gap over treated territories and years, in the outcome's unit. */
  estimate: z.number(),
  standardError: z.number().nullable(),
  /** 95 %, then 80 %. */
  interval: interval.nullable(),
  interval80: interval.nullable(),
  p: z.number().nullable(),
  /** The smallest p that this design could print. */
  pFloor: z.number().nullable(),
  inference: z.enum(inferences),
  /** What the same estimation finds on donors that did nothing, ascending, to four digits, at most 1,000. */
  placeboEffects: z.array(z.number()).optional(),
  donorCount: z.number(),
  treatedCount: z.number(),
  periodsBefore: z.number(),
  periodsAfter: z.number(),
  donors: z.array(z.strictObject({ unit: z.string(), weight: z.number() })),
  periodWeights: z.array(z.strictObject({ period: z.number(), weight: z.number() })),
  prefit: z.strictObject({ rmse: z.number(), relative: z.number().nullable() }).nullable(),
  path: z.array(
    z.strictObject({
      period: z.number(),
      observed: z.number(),
      counterfactual: z.number(),
      gap: interval.nullable(),
      isAfter: z.boolean(),
    }),
  ),
  solverGap: z.number().nullable(),
  /** Observed over expected, where the outcome is a count. */
  ratio: z.strictObject({ value: z.number(), interval }).optional(),
  /** Coefficients of a regression by the name of their term, or the effect by period since the start. */
  terms: z.array(z.strictObject({ name: z.string(), value: z.number(), standardError: z.number() })).optional(),
  /** The same estimation with one thing changed. */
  sensitivity: z
    .array(
      z.strictObject({
        kind: z.enum(['without-donor', 'ending-earlier', 'placebo-in-time']),
        estimate: z.number(),
        unit: z.string().optional(),
        period: z.number().optional(),
      }),
    )
    .optional(),
  warnings: z.array(z.strictObject({ code: z.enum(warningCodes), facts })),
});

const refusal = z.strictObject({
  status: z.literal('refused'),
  method: z.enum(effectMethods).nullable(),
  code: z.enum(refusalCodes),
  facts,
});

const result = z.discriminatedUnion('status', [estimate, refusal]);

const evaluation = z.strictObject({
  conclusion: z.enum(conclusions),
  certainty: z.enum(['very-likely', 'likely', 'inconclusive', 'negligible']).nullable(),
  result,
  crossChecks: z.array(result),
  /** 0 follow-up only · 1 before/after · 2 peers · 3 counterfactual that passed its checks · 4 the same, robust or replicated. */
  evidence: z.strictObject({
    level: z.number(),
    losses: z.array(z.strictObject({ code: z.string(), facts })),
    /** Other projects of the programme that found the same effect, where that counts for the level. */
    replications: z.number().optional(),
  }),
  checks: z.array(
    z.strictObject({ code: z.string(), verdict: z.enum(['passed', 'doubtful', 'failed', 'not-done']), facts }),
  ),
  /** In the outcome's unit; null where it cannot be told. */
  smallestVisibleEffect: z.number().nullable(),
  /** The same over the level before the start; null or absent where it cannot be told. */
  smallestVisibleShare: z.number().nullable().optional(),
  /** Each treated territory alone, for the main outcome of a project of 2 to 20 territories. */
  byTerritory: z.array(z.strictObject({ unit: z.string(), result })).optional(),
  methodVersion: z.string(),
  seed: z.number(),
});

const place = { code: z.string(), name: z.string() };
const pool = z.strictObject({
  level: z.enum(territoryLevels),
  scope: z.enum(comparisonPools),
  isPreRegistered: z.boolean(),
  readingDate: z.string().nullable(),
  /** With their first treated year. */
  treated: z.array(z.strictObject({ ...place, since: z.number() })),
  donors: z.array(z.strictObject(place)),
  excluded: z.array(z.strictObject({ ...place, reason: z.enum(exclusionReasons) })),
  otherSizeCount: z.number(),
  knowsNeighbours: z.boolean(),
  /** Whether peers, where there are too many territories, are also the nearest in population. */
  matchesPopulation: z.boolean().optional(),
  periods: z.array(z.number()),
});

const record = {
  id: z.number(),
  indicator: z.string(),
  /** Whether it is the one that readers see. */
  isCurrent: z.boolean(),
  computedAt: z.string(),
  stateVersion: z.number(),
  methodVersion: z.string(),
  seed: z.number(),
  solverGap: z.number().nullable(),
  /** null: the figures that went in are secret today. */
  inputHash: z.string().nullable(),
  /** p after Benjamini-Hochberg over the project's outcomes. */
  adjustedP: z.number().nullable(),
};

export class EvaluationDto extends createZodDto(z.strictObject({ ...record, project: z.string(), evaluation, pool })) {}

/** Without the pool, which one evaluation gives at /api/v1/evaluations/{id}. */
export class ProjectEvaluationsDto extends createZodDto(
  z.strictObject({
    project: z.string(),
    evaluations: z.array(z.strictObject({ ...record, evaluation })),
  }),
) {}
