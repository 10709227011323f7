import { figureKinds, legendPatterns } from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { projectCardSchema } from './project-card.dto';

// The shapes of the pages' data: everything a page prints is already worded by the server, in the language asked for.

const datumReference = z.object({ indicator: z.string(), level: z.string(), code: z.string(), period: z.string() });

/**
 * Wherever there is an `absence`, it is the reason in words ("secret statistique"), and the text or value beside it is the
 * symbol that stands in the cell ("s").
 */
const figureCell = z.object({
  text: z.string(),
  absence: z.string().optional(),
  provenance: datumReference.optional(),
});

export const figureSchema = z.object({
  id: z.string(),
  kind: z.enum(figureKinds),
  title: z.string(),
  subtitle: z.string(),
  sentence: z.string(),
  caption: z.string(),
  table: z.object({
    caption: z.string(),
    columns: z.array(z.object({ label: z.string(), isNumeric: z.boolean() })),
    rows: z.array(z.array(figureCell)),
  }),
  legend: z.array(z.object({ label: z.string(), color: z.string(), pattern: z.enum(legendPatterns) })),
  sources: z.array(z.string()),
  dates: z.array(z.string()),
  notes: z.array(z.string()),
  /** The chart drawn by the server, for a wide (860 px) and a narrow (320 px) screen; null when there is nothing to draw. */
  svg: z.object({ wide: z.string(), narrow: z.string() }).nullable(),
  /** What the chart is drawn from, for the browser to draw it again when a reader interacts. */
  facts: z.record(z.string(), z.unknown()),
  /** Addresses of the figure as files. */
  downloads: z.object({ csv: z.string(), svg: z.string(), png: z.string() }),
});

const verdictSchema = z.object({
  /** favourable and unfavourable only for indicators with a declared polarity. */
  kind: z.enum(['favourable', 'unfavourable', 'stable', 'higher', 'lower', 'unknown']),
  text: z.string(),
});

export const territorySchema = z.object({
  level: z.string(),
  code: z.string(),
  name: z.string(),
  levelLabel: z.string(),
});

/** Where the page stands: printed in the header, the footer and the banner of fictitious data. */
export const frameSchema = z.object({
  identity: z.object({ name: z.string(), isDemo: z.boolean() }),
  home: territorySchema,
  /** null before the first rebuild. */
  state: z.object({ version: z.number(), computedAt: z.string(), label: z.string() }).nullable(),
});

export const tileSchema = z.object({
  indicator: z.string(),
  label: z.string(),
  value: z.string(),
  absence: z.string().nullable(),
  period: z.string(),
  change: verdictSchema,
  provenance: datumReference.nullable(),
});

export const homePageSchema = z.object({
  frame: frameSchema,
  title: z.string(),
  subtitle: z.string(),
  /** Three to five sentences, the clearest first; at least one unfavourable or inconclusive when there is one. */
  inBrief: z.array(z.object({ verdict: verdictSchema, text: z.string(), link: z.string() })),
  aims: z.array(
    z.object({
      aim: z.enum(['prevention', 'participation', 'decloisonnement', 'revitalisation']),
      label: z.string(),
      lead: tileSchema.nullable(),
      counts: z.object({
        improving: z.number(),
        stable: z.number(),
        worsening: z.number(),
        unjudged: z.number(),
        noData: z.number(),
      }),
      countsText: z.string(),
      indicators: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
  ),
  /** The indicators that the map can show, and the one it shows. */
  mapChoices: z.array(z.object({ code: z.string(), label: z.string(), isChosen: z.boolean() })),
  map: figureSchema.nullable(),
  where: z.object({
    improving: z.array(territorySchema.extend({ text: z.string() })),
    worsening: z.array(territorySchema.extend({ text: z.string() })),
    sentence: z.string(),
  }),
  /** C3 of the evaluated projects; null where none is. At least one unfavourable or inconclusive when there is one. */
  forest: figureSchema.nullable(),
  /** Effect of each project on people against its effect on the place. */
  doubleEffect: figureSchema.nullable(),
  watch: z.array(z.object({ text: z.string(), link: z.string().nullable() })),
});

export const indicatorRowSchema = z.object({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  value: z.string(),
  absence: z.string().nullable(),
  period: z.string(),
  /** Position among the territories of the same level, as a small drawing with its sentence. */
  strip: z.object({ svg: z.string(), sentence: z.string() }).nullable(),
  sparkline: z.object({ svg: z.string(), sentence: z.string() }).nullable(),
  position: verdictSchema,
  change: verdictSchema,
  /** Where there is no value: that of the nearest whole that has one, in a sentence. */
  reference: z.string().nullable(),
  provenance: datumReference.nullable(),
});

export const territoryPageSchema = z.object({
  frame: frameSchema,
  territory: territorySchema.extend({
    population: z.string(),
    parents: z.array(territorySchema),
    notice: z.string().nullable(),
  }),
  lead: z.array(z.string()),
  tiles: z.array(tileSchema),
  aims: z.array(z.object({ aim: z.string(), label: z.string(), rows: z.array(indicatorRowSchema) })),
  parts: z.array(z.object({ level: z.string(), levelLabel: z.string(), territories: z.array(territorySchema) })),
  /** Projects that act here, or whose territories hold it. */
  projects: z.array(projectCardSchema),
});

export const indicatorPageSchema = z.object({
  frame: frameSchema,
  indicator: z.object({
    code: z.string(),
    label: z.string(),
    aim: z.string().nullable(),
    aimLabel: z.string(),
    unit: z.string(),
    polarity: z.string(),
    kind: z.string(),
    version: z.number(),
  }),
  territory: territorySchema,
  /** Levels for which the map and the comparison can be drawn, and the one shown. */
  levels: z.array(z.object({ level: z.string(), label: z.string(), isChosen: z.boolean() })),
  periods: z.array(z.object({ period: z.string(), label: z.string(), isChosen: z.boolean() })),
  lead: z.string(),
  tile: tileSchema,
  trend: figureSchema.nullable(),
  map: figureSchema.nullable(),
  ranking: figureSchema.nullable(),
  /** Definition, formula, caveats, rules: pairs of term and text. */
  knowledge: z.array(z.object({ term: z.string(), text: z.string() })),
  /** Source, last update, next expected, period, level, licence, version. */
  identityCard: z.array(z.object({ term: z.string(), text: z.string() })),
  downloads: z.array(z.object({ label: z.string(), url: z.string() })),
});

export const methodPageSchema = z.object({
  frame: frameSchema,
  indicators: z.array(
    z.object({ code: z.string(), label: z.string(), aimLabel: z.string(), rule: z.string(), threshold: z.string() }),
  ),
  sources: z.array(z.object({ code: z.string(), label: z.string(), licence: z.string(), url: z.string().nullable() })),
  symbols: z.array(z.object({ symbol: z.string(), text: z.string() })),
  states: z.array(z.object({ version: z.number(), computedAt: z.string(), label: z.string() })),
});

/** From a number on a screen back to its file and lines. */
export const provenanceSchema = z.object({
  title: z.string(),
  value: z.string(),
  absence: z.string().nullable(),
  definition: z.string(),
  formula: z.string(),
  /** "Somme de 33 communes", "Valeur publiée par le producteur"… */
  origin: z.string(),
  coverage: z.string(),
  source: z.string(),
  dates: z.array(z.object({ term: z.string(), text: z.string() })),
  /** The lines that made it, the first ones; `lineCount` tells how many there are. */
  lines: z.array(
    z.object({
      territory: z.string(),
      indicator: z.string(),
      value: z.string(),
      file: z.string(),
      line: z.number(),
      column: z.number().nullable(),
      batch: z.number(),
      importedAt: z.string(),
    }),
  ),
  lineCount: z.number(),
});

const drawnMapSchema = z.object({
  type: z.literal('FeatureCollection'),
  /** Areas known by their `code`, then the outline of the whole. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
    }),
  ),
  /** Cosine of the middle latitude. */
  aspectScale: z.number(),
  /** Code of the feature that outlines the whole; null when there are no contours. */
  outline: z.string().nullable(),
});

export class HomePageDto extends createZodDto(homePageSchema) {}
export class TerritoryPageDto extends createZodDto(territoryPageSchema) {}
export class IndicatorPageDto extends createZodDto(indicatorPageSchema) {}
export class MethodPageDto extends createZodDto(methodPageSchema) {}
export class ProvenanceDto extends createZodDto(provenanceSchema) {}
export class DrawnMapDto extends createZodDto(drawnMapSchema) {}
