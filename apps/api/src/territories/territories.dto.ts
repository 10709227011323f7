import { locales, territoryLevels } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const level = z.enum(territoryLevels);
/** A territory as the address names it: departement:47. */
const within = z.string().max(60);
const lang = z.enum(locales);

export class TerritoryListQuery extends createZodDto(
  z.object({
    level: level.optional(),
    within: within.optional(),
    q: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
    offset: z.coerce.number().int().min(0).max(100_000).optional(),
  }),
) {}

export class LanguageQuery extends createZodDto(z.object({ lang: lang.optional() })) {}

export class PartsQuery extends createZodDto(z.object({ level: level.optional() })) {}

export class ContoursQuery extends createZodDto(z.object({ within: within.optional() })) {}

const territory = z.object({
  level,
  code: z.string(),
  name: z.string(),
  population: z.number().nullable(),
  isDemo: z.boolean(),
});

const related = territory.extend({
  /** Only some of its communes are concerned (an EPCI across two départements). */
  isPartial: z.boolean(),
});

export class TerritoryListDto extends createZodDto(z.object({ territories: z.array(territory), total: z.number() })) {}

export class RelatedListDto extends createZodDto(z.object({ territories: z.array(related) })) {}

export class TerritoryDto extends createZodDto(
  territory.extend({
    validFrom: z.string(),
    parents: z.array(related),
    /** How many territories of each level it is made of. */
    parts: z.array(z.object({ level, count: z.number() })),
    /** Sentences to show beside its figures: partial extent, merger, split. */
    notices: z.array(z.string()),
    formerPerimeters: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        validFrom: z.string(),
        validTo: z.string(),
        kind: z.enum(['merger', 'split', 'code-change', 'transfer']),
        /** Part of it that came here; an estimate by population when below 1. */
        share: z.number(),
      }),
    ),
  }),
) {}

export class ContoursDto extends createZodDto(
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ code: z.string(), nom: z.string() }),
        geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
      }),
    ),
  }),
) {}
