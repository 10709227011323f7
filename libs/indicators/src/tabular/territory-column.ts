import type { TerritoryLevel } from '../territory';
import type { CsvRow } from './csv-rows';
import { placeTitle } from './place-title';
import type { Column } from './value-columns';

export interface CodeColumns {
  readonly territory: number;
  /** The column that begins the code, when it stands in two. */
  readonly codeStart: number | null;
  readonly levels: readonly TerritoryLevel[] | null;
}

/** The column of codes: the one that someone chose, else the most precise; with the département before "001". */
export function chooseTerritory(columns: readonly Column[], data: readonly CsvRow[]): CodeColumns | undefined {
  const chosen = columns.filter(({ use }) => use?.as === 'territory');
  if (chosen.length > 0) {
    const last = chosen.at(-1)!;
    const levels = last.use?.as === 'territory' ? (last.use.levels ?? null) : null;
    return { territory: last.index, codeStart: chosen.length > 1 ? chosen[0]!.index : null, levels };
  }
  const [best] = columns
    .filter(({ role }) => role?.role === 'territory')
    .sort((a, b) => (a.role?.precision ?? 0) - (b.role?.precision ?? 0) || a.index - b.index);
  if (!best) {
    const named = columns.flatMap(({ index, header, role, use }) => {
      const title = role && !use ? placeTitle(header) : undefined;
      return title ? [{ territory: index, codeStart: null, levels: title.levels }] : [];
    });
    return named[0];
  }
  const levels = best.role?.levels ?? null;
  const departement = columns.find(({ role }) => role?.levels?.includes('departement'));
  const isHalf = levels?.includes('commune') && departement && isShort(best.index, data);
  return { territory: best.index, codeStart: isHalf ? departement.index : null, levels };
}

/** "001", "1": the commune inside its département. */
function isShort(index: number, data: readonly CsvRow[]): boolean {
  const cells = data.map(({ cells: row }) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => /^\d{1,3}$/.test(cell));
}

/** A code from its two cells: "01" + "001", "1" + "1", "974" + "01". */
export function joinedCode(start: string, end: string): string {
  const departement = /^\d$/.test(start.trim()) ? `0${start.trim()}` : start.trim();
  const length = 5 - departement.length;
  const commune = end.trim();
  return departement + (/^\d+$/.test(commune) ? commune.padStart(length, '0') : commune);
}
