import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class ExamplesQuery extends createZodDto(z.object({ lang: z.enum(['fr', 'en']).optional() })) {}

export class ExamplesDto extends createZodDto(
  z.object({ examples: z.array(z.object({ name: z.string(), label: z.string(), url: z.string() })) }),
) {}
