import { territoryLevels } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class TemplateQuery extends createZodDto(z.object({ level: z.enum(territoryLevels).optional() })) {}

export class TemplatesQuery extends createZodDto(z.object({ lang: z.enum(['fr', 'en']).optional() })) {}

/** One template per indicator of the catalogue; a derived indicator has that of the component that feeds it. */
export class TemplatesDto extends createZodDto(
  z.object({
    templates: z.array(
      z.object({
        indicator: z.string(),
        label: z.string(),
        /** the first is the one given when none is asked */
        levels: z.array(z.enum(territoryLevels)),
        columns: z.array(z.string()),
        /** newest period whose figures should be known */
        period: z.string(),
        csv: z.string(),
        schema: z.string(),
      }),
    ),
  }),
) {}
