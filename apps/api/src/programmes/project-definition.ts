import {
  aims,
  type DatedValue,
  type InBothLanguages,
  type Known,
  type ProgrammeDefinition,
  type ProjectDefinition,
  type ProjectOutcome,
  partnerKinds,
  periodOfText,
  policies,
  statementStatuses,
  territoryLevels,
  type YearlyBudget,
} from '@sillage/indicators';
import { z } from 'zod';

// The shapes of programmes and projects: in files, in the database and in the API.

const text = z.string().trim().min(1).max(2_000);
const code = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,39}$/);
const date = z.iso.date();
const year = z.number().int().min(1900).max(2200);
const period = z.string().refine((given) => periodOfText(given) !== undefined);
const count = z.number().int().min(0);
// whole cents, of whatever sign: a negative amount is refused with a sentence of its own
const cents = z.number().int();

const titled = z.strictObject({ title: text.max(200), summary: z.string().max(4_000) });
const inBothLanguages = z.strictObject({ fr: text, en: text.nullable() }) satisfies z.ZodType<InBothLanguages>;
const source = z.strictObject({ label: text, url: z.url().nullable() });
// what does not say how it is known is what somebody says
const known = { status: z.enum(statementStatuses).default('declared'), source: source.nullable().default(null) };
const datedValue = z.strictObject({ value: z.number(), date, ...known }) satisfies z.ZodType<DatedValue>;

const budget = z.strictObject({
  year,
  votedCents: cents.nullable(),
  committedCents: cents.nullable(),
  spentCents: cents.nullable(),
  ...known,
});

const outcome = z.strictObject({
  indicator: code,
  isMain: z.boolean(),
  baseline: datedValue.nullable(),
  target: datedValue.nullable(),
  milestones: z.array(datedValue).readonly(),
});

export const statement = z.strictObject({
  low: z.number(),
  high: z.number(),
  when: z.union([period, date]).nullable(),
  status: z.enum(statementStatuses),
  source,
  note: inBothLanguages.nullable(),
});

export const fact = z.strictObject({
  label: inBothLanguages,
  unit: text,
  indicator: code.nullable(),
  statements: z.array(statement).min(1).readonly(),
});

const unitCost = z.strictObject({
  label: inBothLanguages,
  indicator: code,
  lowCents: cents,
  likelyCents: cents,
  highCents: cents,
  source,
  year,
  cashableShare: z.number().min(0).max(1),
  payer: text,
  gainer: text,
});

export const participation = z.strictObject({
  period,
  distinctPeople: count.nullable(),
  attendances: count.nullable(),
  status: z.enum(statementStatuses),
  source,
});

export const projectDefinition = z.strictObject({
  code,
  programme: code.nullable(),
  fr: titled,
  en: titled.nullable(),
  isExample: z.boolean(),
  aims: z.array(z.enum(aims)).min(1).readonly(),
  territories: z
    .array(z.strictObject({ level: z.enum(territoryLevels), code: text, startDate: date }))
    .min(1)
    .max(5_000)
    .readonly(),
  endDate: date.nullable(),
  anticipationPeriods: z.number().int().min(0).max(40),
  objectives: z.array(inBothLanguages).readonly(),
  actions: z.array(inBothLanguages.extend({ startDate: date.nullable(), endDate: date.nullable() })).readonly(),
  policies: z.array(z.enum(policies)).readonly(),
  partners: z.array(z.strictObject({ name: text, kind: z.enum(partnerKinds), hasAgreement: z.boolean() })).readonly(),
  participation: z.array(participation).readonly(),
  budget: z.array(budget).readonly(),
  outcomes: z.array(outcome).readonly(),
  facts: z.array(fact).readonly(),
  unitCosts: z.array(unitCost).readonly(),
  otherEvents: z
    .array(z.strictObject({ label: inBothLanguages, date }))
    .readonly()
    .nullable(),
}) satisfies z.ZodType<ProjectDefinition>;

const mandatory = { code: true, fr: true, aims: true, territories: true } as const;
/** What comes with Sillage may be an inspiring example. */
export const shippedProject = projectDefinition.partial().required(mandatory);
export type ShippedProject = z.infer<typeof shippedProject>;

/**
 * What a project must say; everything else may be left out, then it says nothing about it. Nobody can make an example of
 * a project: it would leave the forest of results.
 */
export const givenProject = shippedProject.omit({ isExample: true });
export type GivenProject = z.infer<typeof givenProject>;

export const programmeDefinition = z.strictObject({
  code,
  fr: titled,
  en: titled.nullable(),
  aims: z.array(z.enum(aims)).min(1).readonly(),
  objectives: z.array(inBothLanguages).readonly(),
  budget: z.array(budget).readonly(),
}) satisfies z.ZodType<ProgrammeDefinition>;

export const givenProgramme = programmeDefinition.partial().required({ code: true, fr: true, aims: true });
export type GivenProgramme = z.infer<typeof givenProgramme>;

export const completeProgramme = (given: GivenProgramme): ProgrammeDefinition => ({
  en: null,
  objectives: [],
  budget: [],
  ...given,
});

/** A project about which nothing else was said. */
export const completeProject = (given: ShippedProject): ProjectDefinition => ({
  programme: null,
  en: null,
  isExample: false,
  endDate: null,
  anticipationPeriods: 0,
  objectives: [],
  actions: [],
  policies: [],
  partners: [],
  participation: [],
  budget: [],
  outcomes: [],
  facts: [],
  unitCosts: [],
  otherEvents: null,
  ...given,
});

/** What a file gives of a project that is known: what it leaves out stays, year by year for the budget. */
export function mergeProject(before: ProjectDefinition | undefined, given: GivenProject): ProjectDefinition {
  if (!before) return completeProject(given);
  return {
    ...before,
    ...given,
    budget: mergeBudgets(before.budget, given.budget ?? []),
    outcomes: given.outcomes ? mergeOutcomes(before.outcomes, given.outcomes) : before.outcomes,
  };
}

function mergeOutcomes(before: readonly ProjectOutcome[], given: readonly ProjectOutcome[]): ProjectOutcome[] {
  return given.map((outcome) => {
    const known = before.find(({ indicator }) => indicator === outcome.indicator);
    if (!known) return outcome;
    return {
      ...outcome,
      baseline: outcome.baseline ?? known.baseline,
      target: outcome.target ?? known.target,
      milestones: outcome.milestones.length > 0 ? outcome.milestones : known.milestones,
    };
  });
}

const knownOf = ({ status, source: from }: Known): Known => ({ status, source: from });

function mergeBudgets(before: readonly YearlyBudget[], given: readonly YearlyBudget[]): YearlyBudget[] {
  const years = new Map(before.map((row) => [row.year, row]));
  for (const row of given) {
    const known = years.get(row.year);
    years.set(row.year, {
      year: row.year,
      votedCents: row.votedCents ?? known?.votedCents ?? null,
      committedCents: row.committedCents ?? known?.committedCents ?? null,
      spentCents: row.spentCents ?? known?.spentCents ?? null,
      // a line that says nothing of how it is known keeps what was said
      ...(known && row.source === null && row.status === 'declared' ? knownOf(known) : knownOf(row)),
    });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}
