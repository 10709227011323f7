import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const measure = z.union([
  z.object({ value: z.number() }),
  /** reason of the absence, and its words */
  z.object({ absence: z.string(), label: z.string() }),
]);

/** What publishing a checked import, or withdrawing a published one, would do to the figures given by files. */
export class ReplacementPlanDto extends createZodDto(
  z.object({
    kind: z.enum(['publication', 'withdrawal']),
    counts: z.object({
      /** figures that did not exist */
      created: z.number(),
      /** figures that take another value (of a withdrawal: the earlier one) */
      changed: z.number(),
      identical: z.number(),
      /** figures that no other import holds */
      removed: z.number(),
      territories: z.number(),
    }),
    /** rows of the file that a person chose to leave out */
    leftOut: z.number(),
    firstPeriod: z.string().nullable(),
    lastPeriod: z.string().nullable(),
    /** imports that give way, or come back */
    otherBatches: z.array(z.object({ id: z.number(), fileName: z.string(), values: z.number() })),
    /** values is null for an indicator computed from those of the import */
    indicators: z.array(z.object({ code: z.string(), label: z.string(), values: z.number().nullable() })),
    /** projects whose effect will be estimated again */
    projects: z.array(z.object({ code: z.string(), title: z.string() })),
    largestChanges: z.array(
      z.object({
        territory: z.object({ level: z.string(), code: z.string(), name: z.string() }),
        indicator: z.string(),
        period: z.string(),
        before: measure,
        after: measure.nullable(),
      }),
    ),
  }),
) {}
