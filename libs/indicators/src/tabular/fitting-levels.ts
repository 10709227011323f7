import { type TerritoryLevel, territoryLevels } from '../territory';
import { levelFamily } from './column-role';
import type { CsvRow } from './csv-rows';
import type { Layout } from './layout';
import { readTerritory, type TerritoryContext } from './territory-code';
import { joinedCode } from './territory-column';
import type { TerritoryIndex } from './territory-index';

/** Levels that stand for a family, those that a bare code is most often of first. */
const familyHeads = (['commune', 'epci', 'departement', 'region', 'canton'] as TerritoryLevel[]).concat(
  territoryLevels.filter((level) => ['arrondissement', 'mds', 'qpv', 'pvd', 'zone'].includes(level)),
);

/** Levels of which a file gives the codes most often. */
const settling: readonly TerritoryLevel[] = ['commune', 'epci', 'departement', 'region'];

export interface FittingLevels {
  /** That of most codes; null when there is none. */
  readonly main: TerritoryLevel | null;
  /** Those at which every code that means anything can be read: of more than one, only a person can tell which is meant. */
  readonly all: readonly TerritoryLevel[];
}

/** The levels at which the codes of the first rows can be read, mended or not, where the file names none. */
export function fittingLevels(
  layout: Layout,
  rows: readonly CsvRow[],
  index: TerritoryIndex,
  context: Omit<TerritoryContext, 'mainLevel'>,
): FittingLevels {
  const codes = countCodes(layout, rows);
  const fits = new Map(familyHeads.map((level) => [level, { kept: 0, unmended: 0 }]));
  let readable = 0;
  for (const [code, count] of codes) {
    let isReadable = false;
    for (const [level, fit] of fits) {
      if (context.levels && !context.levels.includes(level)) continue;
      const levels = levelFamily(level);
      const reading = readTerritory(code, index, { ...context, levels, mainLevel: null });
      if (reading.kind !== 'territory' || !levels.includes(reading.level)) continue;
      isReadable = true;
      fit.kept += count;
      if (reading.remarks.length === 0) fit.unmended += count;
    }
    if (isReadable) readable += count;
  }
  const [best] = [...fits].sort(([, a], [, b]) => b.kept - a.kept || b.unmended - a.unmended);
  const isNamed = context.levels !== null || layout.roles.level !== undefined;
  const all = isNamed || readable === 0 ? [] : familyHeads.filter((level) => fits.get(level)?.kept === readable);
  const asWritten = all.filter((level) => fits.get(level)?.unmended === readable);
  // 33 is the Gironde before it is the arrondissement 033; but 1001, a canton, is a commune of the Ain that lost its zero
  const isSettled = asWritten.some((level) => settling.includes(level));
  return { main: best && best[1].kept > 0 ? best[0] : null, all: isSettled ? asWritten : all };
}

/** The table as one of the territories of a level. */
export const atLevel = (layout: Layout, level: TerritoryLevel): Layout => ({ ...layout, levels: levelFamily(level) });

function countCodes({ territory, codeStart, values, shape, headerLine }: Layout, rows: readonly CsvRow[]) {
  const counts = new Map<string, number>();
  const add = (code: string): unknown => counts.set(code, (counts.get(code) ?? 0) + 1);
  if (shape === 'transposed') for (const value of values) add(value.territory ?? '');
  else
    for (const { line, cells } of rows) {
      const end = cells[territory] ?? '';
      if (line > headerLine)
        add(codeStart === null || end.trim() === '' ? end : joinedCode(cells[codeStart] ?? '', end));
    }
  return counts;
}
