import {
  delimiters,
  encodingNames,
  type FindingCode,
  findingSeverities,
  importsFr,
  isTableSchema,
  plausibilityCodes,
  type ReadingHints,
  type RowFindingCode,
  rowFaults,
  tableShapes,
  territoryLevels,
} from '@sillage/indicators';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { columnUse } from './imports.dto';

const header = z.string().max(1_000);
const findingCodes = Object.keys(findingSeverities) as [FindingCode, ...FindingCode[]];
/** More is no longer mending: the file itself is to be rewritten. */
const mostCorrections = 5_000;

/** What a person says over the guesses; a part that is left out leaves the guess. */
export const readingHints = z
  .strictObject({
    /** name of a sheet of a workbook, or of a file of an archive */
    sheet: z.string().max(255),
    encoding: z.enum(encodingNames),
    delimiter: z.enum(delimiters),
    /** physical line of the last row of the header */
    headerLine: z.number().int().min(1).max(10_000),
    headerLineCount: z.number().int().min(1).max(10),
    shape: z.enum(tableShapes),
    columns: z.array(z.strictObject({ header, use: columnUse })).max(2_000),
    /** code of the catalogue, for columns that do not name theirs */
    indicator: z.string().max(100),
    /** what the cells of the indicator column stand for; null leaves the rows out */
    indicatorNames: z.record(z.string().max(300), z.string().max(100).nullable()),
    /** rows of indicators that the catalogue lacks are left out; else they are rejected */
    otherIndicators: z.literal('ignored'),
    period: z.string().max(40),
    level: z.enum(territoryLevels),
    vintage: z.number().int().min(1943).max(2200).nullable(),
    /** values are multiplied by it */
    factor: z.number().positive(),
    repairs: z.partialRecord(z.enum(findingCodes), z.literal('refused')),
    accepted: z.array(z.enum(plausibilityCodes)),
    corrections: z
      .array(z.strictObject({ line: z.number().int().min(1), column: header, value: z.string().max(10_000) }))
      .max(mostCorrections),
    /** rows to ignore: by their physical line, or all those rejected for one of these faults */
    leftOut: z
      .strictObject({
        lines: z.array(z.number().int().min(1)).max(mostCorrections),
        faults: z.array(z.enum(rowFaults as [RowFindingCode, ...RowFindingCode[]])),
      })
      .partial(),
    preset: z.string().max(60).nullable(),
    /** a Frictionless Table Schema (or a Data Package) */
    schema: z.record(z.string(), z.unknown()).refine(isTableSchema, importsFr.problems.notASchema),
  })
  .partial();

export class ReadingHintsDto extends createZodDto(readingHints) {}

/** What is said over the guesses now: by a person, or as learnt of the source. */
export class HintsInUseDto extends createZodDto(
  z.object({
    origin: z.enum(['person', 'source']).nullable(),
    hints: z.record(z.string(), z.unknown()),
    /** the first rows as they stand, titles above the header included */
    firstRows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  }),
) {}

export class SourcesDto extends createZodDto(z.object({ sources: z.array(z.string()) })) {}

/** What was read of a body or a form field, without the parts that are undefined. */
export const hintsOf = (given: z.output<typeof readingHints> | ReadingHints): ReadingHints =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ReadingHints;
