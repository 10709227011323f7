import { z } from 'zod';

const batchInput = z.object({ batchId: z.number().int() });

/** The batch that a queued run works on. */
export const batchIdOf = (input: unknown): number => batchInput.parse(input).batchId;
