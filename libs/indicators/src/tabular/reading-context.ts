import { vintageDate } from '../geography-vintage';
import { type TerritoryLevel, territoryLevels } from '../territory';
import type { CsvRow } from './csv-rows';
import { type FindingCode, findingSeverities } from './finding';
import type { Layout } from './layout';
import { LeftOut } from './left-out';
import type { ReadingHints } from './reading-hints';
import type { ReadingContext } from './row-reader';
import { isAmericanDate } from './sample';
import { declaredMarks, SchemaRules } from './schema-rules';
import { readTerritory } from './territory-code';
import { joinedCode } from './territory-column';
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
  const context = { levels: layout.levels, mainLevel: null, vintage: vintageDate(vintage) };
  const votes = new Map<TerritoryLevel, number>();
  for (const cell of codesOf(layout, data)) {
    const reading = readTerritory(cell, territories, context);
    if (reading.kind === 'territory' && reading.remarks.length === 0)
      votes.set(reading.level, (votes.get(reading.level) ?? 0) + 1);
  }
  const mainLevel = territoryLevels.reduce<TerritoryLevel | null>(
    (best, level) => ((votes.get(level) ?? 0) > (best === null ? 0 : (votes.get(best) ?? 0)) ? level : best),
    null,
  );
  return {
    ...context,
    mainLevel,
    latestYear,
    habits: withDeclared(numberHabits(valueColumns.flatMap(cellsOf), hints.factor), hints.schema),
    leftOut: new LeftOut(hints.leftOut),
    refused: new Set(findingCodes.filter((code) => hints.repairs?.[code] === 'refused')),
    hasAmericanDates: cellsOf(roles.period).some(isAmericanDate),
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

function codesOf({ territory, codeStart, values, shape }: Layout, data: readonly CsvRow[]): string[] {
  if (shape === 'transposed') return values.map((value) => value.territory ?? '');
  return data.map(({ cells }) => {
    const end = cells[territory] ?? '';
    return codeStart === null || end.trim() === '' ? end : joinedCode(cells[codeStart] ?? '', end);
  });
}
