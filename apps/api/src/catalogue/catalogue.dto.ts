import {
  aims,
  type IndicatorDefinition,
  indicatorKinds,
  plausibilityCodes,
  plausibilityPolicies,
  polarities,
  temporalRules,
  territorialRules,
  territoryLevels,
} from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const wording = z.strictObject({
  subject: z.string().min(1).regex(/[^.]$/, 'ends with a period'),
  isFeminine: z.boolean(),
  isPlural: z.boolean(),
  counted: z.string().min(1),
});

const indicatorText = z.strictObject({
  label: z.string().min(1),
  definition: z.string().min(1),
  formula: z.string().min(1),
  caveat: z.string(),
  wording,
});

const code = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,39}$/, 'not a code: capitals, digits, - and _ only');

/** The shape of an indicator in the catalogue's files, in the database and in the API. */
export const indicatorDefinition = z.strictObject({
  code,
  synonyms: z.array(z.string().min(1)).readonly(),
  kind: z.enum(indicatorKinds),
  aim: z.enum(aims).nullable(),
  unit: z.string().min(1),
  decimals: z.number().int().min(0).max(6),
  polarity: z.enum(polarities),
  territorialRule: z.enum(territorialRules),
  temporalRule: z.enum(temporalRules),
  scale: z.number().positive(),
  numerator: code.nullable(),
  denominator: code.nullable(),
  weight: code.nullable(),
  derivation: z.enum(['annual-growth-rate', 'share-of-total']).nullable(),
  allowsNegative: z.boolean(),
  suppressionThreshold: z.number().int().positive().nullable(),
  coverageThreshold: z.number().min(0).max(1),
  source: z.string().min(1),
  frequency: z.string().regex(/^P(1Y|6M|3M|1M)$/, 'P1Y, P6M, P3M or P1M'),
  expectedDelayDays: z.number().int().min(0),
  levels: z.array(z.enum(territoryLevels)).min(1).readonly(),
  plausibility: z.partialRecord(z.enum(plausibilityCodes), z.enum(plausibilityPolicies)).optional(),
  leadRank: z.number().int().positive().nullable(),
  fr: indicatorText,
  en: indicatorText,
}) satisfies z.ZodType<IndicatorDefinition>;

export const sourceDefinition = z.strictObject({
  code: z.string().min(1),
  producer: z.string().min(1),
  dataset: z.string().min(1),
  licence: z.string().min(1),
  url: z.url().nullable(),
  fr: z.strictObject({ label: z.string().min(1) }),
  en: z.strictObject({ label: z.string().min(1) }),
});
export type SourceDefinition = z.infer<typeof sourceDefinition>;

const indicator = indicatorDefinition.extend({ id: z.number().int(), version: z.number().int() });

export class IndicatorDefinitionDto extends createZodDto(indicatorDefinition) {}
export class IndicatorDto extends createZodDto(indicator) {}
export class IndicatorListQueryDto extends createZodDto(
  z.object({ aim: z.enum(aims).optional(), q: z.string().max(100).optional() }),
) {}
export class IndicatorVersionsDto extends createZodDto(
  z.object({
    indicator,
    /** The latest first. */
    versions: z.array(z.object({ version: z.number().int(), createdAt: z.string(), definition: indicatorDefinition })),
  }),
) {}
export class SourceDto extends createZodDto(sourceDefinition) {}
