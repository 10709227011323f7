import { comparisonPools, noteKinds, territoryLevels } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { measure, publicCounts, sentCounts } from './counts.dto';
import { givenProgramme, givenProject, programmeDefinition, projectDefinition } from './project-definition';

const signature = z.string().trim().min(1).max(200);
const versioned = { id: z.number().int(), version: z.number().int() };

/** As anybody may read it: counts of a few people are secret. */
const publicDefinition = projectDefinition.extend(publicCounts);

const projectSchema = publicDefinition.extend({
  ...versioned,
  isDemo: z.boolean(),
  createdAt: z.string(),
  changedAt: z.string(),
});

const treatment = z.object({
  territoryId: z.number().int(),
  level: z.string(),
  code: z.string(),
  name: z.string(),
  startDate: z.string(),
});

const note = z.object({
  id: z.number().int(),
  kind: z.enum(noteKinds),
  author: z.string(),
  role: z.string(),
  signedOn: z.string(),
  body: z.string(),
});

const preRegistration = z.object({
  mainOutcome: z.string(),
  comparisonPool: z.enum(comparisonPools),
  readingDate: z.string(),
  negligible: z.number().nullable(),
  isRandomised: z.boolean(),
  fixedBy: z.string(),
  fixedAt: z.string(),
});

/** Where an outcome stands between its baseline and its target, in percent; unclamped. */
const progressRow = z.object({
  indicator: z.string(),
  current: measure,
  /** null without a value. */
  period: z.string().nullable(),
  progress: measure,
  /** How far on the way to each milestone, in their order. */
  milestones: z.array(measure),
});

const place = { level: z.enum(territoryLevels), code: z.string() };
/** How a project departs from what it fixed before it began. */
const deviation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('main-outcome'), fixed: z.string(), current: z.string().nullable() }),
  z.object({
    kind: z.literal('territories'),
    added: z.array(z.object(place)).readonly(),
    removed: z.array(z.object(place)).readonly(),
  }),
  z.object({
    kind: z.literal('start-dates'),
    changes: z.array(z.object({ ...place, fixed: z.string(), current: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('end-date'), fixed: z.string().nullable(), current: z.string().nullable() }),
  z.object({ kind: z.literal('anticipation'), fixed: z.number(), current: z.number() }),
]);

/** Décloisonnement, measured: how many policies a project crosses, and with whom. */
const crossing = z.object({
  policies: z.number().int(),
  partners: z.number().int(),
  agreements: z.number().int(),
  partnersByKind: z.record(z.string(), z.number().int()),
});

export class ProjectDto extends createZodDto(projectSchema) {}
export class ProjectSheetDto extends createZodDto(
  z.object({
    project: projectSchema,
    territories: z.array(treatment),
    crossing,
    progress: z.array(progressRow),
    preRegistration: preRegistration.nullable(),
    /** Empty where nothing departs from it, or nothing was fixed. */
    deviations: z.array(deviation),
    notes: z.array(note),
  }),
) {}
export class ProjectVersionsDto extends createZodDto(
  z.object({
    /** The latest first. */
    versions: z.array(
      z.object({
        version: z.number().int(),
        createdAt: z.string(),
        author: z.string().nullable(),
        definition: publicDefinition,
      }),
    ),
  }),
) {}
export class ProjectListQueryDto extends createZodDto(
  z.object({ programme: z.string().max(40).optional(), examples: z.enum(['true', 'false']).optional() }),
) {}
export class NewProjectDto extends createZodDto(givenProject.extend({ author: signature.optional() })) {}
export class ProjectChangeDto extends createZodDto(
  givenProject
    .omit({ code: true })
    .partial()
    .extend({
      ...sentCounts,
      /** The version that was read: a change of an older one is refused. */
      basedOn: z.number().int(),
      author: signature.optional(),
    }),
) {}
export class ProjectFileReportDto extends createZodDto(
  z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }),
) {}
export class CrossingDto extends createZodDto(
  crossing.omit({ policies: true }).extend({
    projects: z.number().int(),
    policiesPerProject: measure,
    crossingThree: z.number().int(),
  }),
) {}
export class ProjectsTemplateQueryDto extends createZodDto(z.object({ lang: z.enum(['fr', 'en']).optional() })) {}
export class ProjectsTemplateDto extends createZodDto(
  z.object({
    name: z.string(),
    url: z.string(),
    columns: z.array(z.object({ name: z.string(), isMandatory: z.boolean(), description: z.string() })),
  }),
) {}
export class NoteDto extends createZodDto(note) {}
export class NewNoteDto extends createZodDto(
  z.strictObject({
    kind: z.enum(noteKinds),
    author: signature,
    role: signature,
    body: z.string().trim().min(1).max(10_000),
  }),
) {}
export class PreRegistrationDto extends createZodDto(preRegistration) {}
export class NewPreRegistrationDto extends createZodDto(
  z.strictObject({
    mainOutcome: z.string().min(1),
    comparisonPool: z.enum(comparisonPools),
    readingDate: z.iso.date(),
    /** Size under which an effect changes nothing, in the main outcome's unit. */
    negligible: z.number().positive().nullable().default(null),
    /** Whether the treated places were drawn by lot. */
    isRandomised: z.boolean().default(false),
    fixedBy: signature,
  }),
) {}

export class ProgrammeDto extends createZodDto(programmeDefinition.extend(versioned)) {}
export class NewProgrammeDto extends createZodDto(givenProgramme) {}
export class ProgrammeChangeDto extends createZodDto(givenProgramme.omit({ code: true }).partial()) {}
