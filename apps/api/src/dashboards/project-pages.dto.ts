import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { figureSchema, frameSchema, territorySchema } from './pages.dto';
import { effectVerdictSchema, projectCardSchema } from './project-card.dto';

// The shapes of the pages about projects. As elsewhere, everything is already worded, in the language asked for.

/** What somebody gave: the value and its date, how it is known ("constaté, Insee"), and where to read its source. */
const toldValue = z.object({ value: z.string(), known: z.string(), url: z.string().nullable() });

const term = z.object({ term: z.string(), text: z.string() });

const evidenceSchema = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** "Niveau de preuve : 3 sur 4 – solide". */
  text: z.string(),
  /** What the level means, in one sentence. */
  meaning: z.string(),
  /** Why the levels above were lost, a sentence each. */
  reasons: z.array(z.string()),
});

export const projectsPageSchema = z.object({
  frame: frameSchema,
  title: z.string(),
  lead: z.array(z.string()),
  /** C3, of the projects evaluated: results, inconclusive ones and refusals. */
  forest: figureSchema.nullable(),
  /** Effect on people against effect on the place. */
  doubleEffect: figureSchema.nullable(),
  projects: z.array(projectCardSchema),
  /** The library of inspiring examples. */
  examples: z.array(projectCardSchema),
});

export const projectPageSchema = z.object({
  frame: frameSchema,
  project: z.object({
    code: z.string(),
    name: z.string(),
    summary: z.string(),
    programme: z.string().nullable(),
    aims: z.array(z.string()),
    objectives: z.array(z.string()),
    territories: z.array(territorySchema),
    isExample: z.boolean(),
    isFictitious: z.boolean(),
  }),
  /** The title of the page: what changed, or why nobody can say. */
  finding: z.string(),
  lead: z.array(z.string()),
  verdict: effectVerdictSchema,
  /** null where nothing was evaluated. */
  evidence: evidenceSchema.nullable(),
  /** Where no effect can be told: why, and what would be needed. As prominent as a result. */
  refusal: z.object({ title: z.string(), reason: z.string(), needed: z.array(z.string()) }).nullable(),
  tiles: z.array(z.object({ label: z.string(), value: z.string(), detail: z.string() })),
  counterfactual: figureSchema.nullable(),
  gapByPeriod: figureSchema.nullable(),
  /** The five questions of "can it be trusted?"; empty where nothing was evaluated. */
  checks: z.array(
    z.object({
      code: z.string(),
      verdict: z.enum(['passed', 'doubtful', 'failed', 'not-done']),
      verdictText: z.string(),
      title: z.string(),
      text: z.string(),
    }),
  ),
  /** What the evaluation does not say. */
  limits: z.array(z.string()),
  /** Forest of the other outcomes of the project, with its note on multiple comparisons. */
  outcomes: figureSchema.nullable(),
  /** Forest by territory. */
  byTerritory: figureSchema.nullable(),
  /** How the effect was found: method, comparison, inference, versions, seed. */
  method: z.array(term),
  /** What other methods find. */
  crossChecks: z.array(z.string()),
  /** Comparison territories and their weights, the heaviest first. */
  donors: z.array(z.object({ name: z.string(), weight: z.string() })),
  registration: z
    .object({
      text: z.string(),
      items: z.array(term),
      /** What changed since, a sentence each. */
      deviations: z.array(z.string()),
      /** Said where nothing changed. */
      kept: z.string().nullable(),
      /** Where the evaluation of the fixed outcome is read, when another one became the main outcome. */
      fixedEvaluation: z.object({ label: z.string(), link: z.string() }).nullable(),
    })
    .nullable(),
  /** "Avec ces données, seul un effet d'au moins 18 % sera visible."; empty where it is not known. */
  power: z.array(z.string()),
  avoidedCost: z.array(z.string()),
  means: z.object({
    budget: figureSchema.nullable(),
    calendar: z.array(term),
    partners: z.array(z.object({ name: z.string(), role: z.string() })),
    policies: z.array(z.string()),
    /** Distinct people and attendances are told apart. */
    participants: z.array(z.string()),
    /** What one avoided event costs, as it was given. */
    unitCosts: z.array(z.object({ text: z.string(), known: z.string(), url: z.string().nullable() })),
    /** How the amounts are known, and from whom. */
    budgetSources: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
  }),
  /** Baseline, milestones, target, current value and progress, beyond 100 % or below 0 where it is. */
  targets: z.array(
    z.object({
      label: z.string(),
      baseline: toldValue,
      current: z.string(),
      milestones: z.array(toldValue.extend({ progress: z.string() })),
      target: toldValue,
      progress: z.string(),
    }),
  ),
  /** Facts told by sources, side by side where they disagree. */
  declaredFacts: z.array(
    z.object({
      label: z.string(),
      values: z.array(
        z.object({
          value: z.string(),
          status: z.string(),
          date: z.string(),
          source: z.string(),
          url: z.string().nullable(),
        }),
      ),
      /** "Les sources ne concordent pas : de 60 à 110." */
      disagreement: z.string().nullable(),
    }),
  ),
  comments: z.array(z.object({ text: z.string(), author: z.string(), date: z.string() })),
  dissentingNotes: z.array(z.object({ text: z.string(), author: z.string(), date: z.string() })),
  history: z.array(
    z.object({
      date: z.string(),
      indicator: z.string(),
      conclusion: z.string(),
      effect: z.string(),
      evidence: z.string(),
      versions: z.string(),
      /** Address of the sheet as it was then, on the dashboard ("/projets/AAA?edition=12"); null for the one being read. */
      link: z.string().nullable(),
    }),
  ),
});

export class ProjectsPageDto extends createZodDto(projectsPageSchema) {}
export class ProjectPageDto extends createZodDto(projectPageSchema) {}
