import { vintageDate } from '../geography-vintage';
import { breakdownColumns } from './breakdown-columns';
import type { CsvRow } from './csv-rows';
import { type FindingCode, findingSeverities } from './finding';
import { fittingLevels } from './fitting-levels';
import type { Layout } from './layout';
import type { ReadingHints } from './reading-hints';
import type { ReadingContext } from './row-reader';
import { isAmericanDate } from './sample';
import { declaredMarks, SchemaRules } from './schema-rules';
import { isShortSchoolYear } from './school-year';
import type { TerritoryIndex } from './territory-index';
import { type NumberHabits, numberHabits } from './value-cell';

const findingCodes = Object.keys(findingSeverities) as FindingCode[];

/** What the first rows of a file say of all of it: notation of numbers and dates, main level of its codes. */
export function contextOfSample(
  layout: Layout,
  rows: readonly CsvRow[],
  territories: TerritoryIndex,
  latestYear: number,
  vintage: number,
  hints: ReadingHints = {},
): ReadingContext {
  const data = rows.filter(({ line }) => line > layout.headerLine);
  const { roles } = layout;
  const valueColumns = [...layout.values.map(({ index }) => index), roles.numerator, roles.denominator];
  const cellsOf = (index: number | undefined): string[] =>
    index === undefined || index < 0 ? [] : data.map(({ cells }) => cells[index] ?? '');
  const context = { levels: layout.levels, vintage: vintageDate(vintage) };
  const { main: mainLevel } = fittingLevels(layout, rows, territories, context);
  return {
    ...context,
    mainLevel,
    latestYear,
    habits: withDeclared(numberHabits(valueColumns.flatMap(cellsOf), hints.factor), hints.schema),
    breakdowns: breakdownColumns(layout, rows),
    leftOut: hints.leftOut,
    refused: new Set(findingCodes.filter((code) => hints.repairs?.[code] === 'refused')),
    hasAmericanDates: cellsOf(roles.period).some(isAmericanDate),
    hasSchoolYears: cellsOf(roles.period).some(isShortSchoolYear),
    ...(hints.schema ? { rules: new SchemaRules(hints.schema, layout) } : {}),
  };
}

function withDeclared(habits: NumberHabits, schema: ReadingHints['schema']): NumberHabits {
  const declared = declaredMarks(schema);
  return {
    ...habits,
    hasDecimalComma: habits.hasDecimalComma || declared.hasDecimalComma,
    hasThousandsComma: habits.hasThousandsComma || declared.hasThousandsComma,
    hasDecimalPoint: habits.hasDecimalPoint || declared.hasDecimalPoint,
    hasThousandsPoint: habits.hasThousandsPoint || declared.hasThousandsPoint,
  };
}
