import { absenceReasons } from '@sillage/indicators';
import { z } from 'zod';
import { fact, participation, statement } from './project-definition';

// Counts of people: given as numbers, read as measures, for a few people are secret.

export const measure = z.union([z.object({ value: z.number() }), z.object({ absence: z.enum(absenceReasons) })]);

const attended = participation.omit({ distinctPeople: true, attendances: true });
const said = statement.omit({ low: true, high: true });
const factOf = <Statement extends z.ZodType>(of: Statement) =>
  fact.extend({ statements: z.array(of).min(1).readonly() });

/** As anybody may read them. */
export const publicCounts = {
  participation: z.array(attended.extend({ distinctPeople: measure, attendances: measure })).readonly(),
  facts: z.array(factOf(said.extend({ low: measure, high: measure }))).readonly(),
};

const { distinctPeople, attendances } = participation.shape;
const { low, high } = statement.shape;
/** A line that was read may be sent back as it was: what is secret there stays as it is stored. */
export const sentCounts = {
  participation: z
    .array(
      attended.extend({
        distinctPeople: z.union([distinctPeople, measure]),
        attendances: z.union([attendances, measure]),
      }),
    )
    .readonly()
    .optional(),
  facts: z
    .array(factOf(said.extend({ low: z.union([low, measure]), high: z.union([high, measure]) })))
    .readonly()
    .optional(),
};
export type SentCounts = z.infer<z.ZodObject<typeof sentCounts>>;
