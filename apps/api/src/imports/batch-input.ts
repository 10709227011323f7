import { z } from 'zod';

const batchInput = z.object({ batchId: z.number().int(), hintsVersion: z.number().int().optional() });

/** The batch that a queued run works on, and the reading of it that was asked for. */
export const batchInputOf = (input: unknown): z.infer<typeof batchInput> => batchInput.parse(input);
