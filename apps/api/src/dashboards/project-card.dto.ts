import { effectVerdictKinds } from '@sillage/indicators';
import { z } from 'zod';

/** Colour comes last: `text` says the verdict in words. "not-evaluated" is a project that nobody has estimated yet. */
export const effectVerdictSchema = z.object({
  kind: z.enum(effectVerdictKinds),
  text: z.string(),
});

/** A project in a list. */
export const projectCardSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** What is known of its effect, in one sentence; a refusal is told as plainly as a result. */
  finding: z.string(),
  verdict: effectVerdictSchema,
  /** null where nothing was evaluated. */
  evidence: z.string().nullable(),
  programme: z.string().nullable(),
  aims: z.array(z.string()),
  /** "8 communes", "Mézin". */
  place: z.string(),
  /** "depuis 2020", "2019 à 2024"; empty when undated. */
  dates: z.string(),
  isFictitious: z.boolean(),
  /** Address on the dashboard. */
  link: z.string(),
});
