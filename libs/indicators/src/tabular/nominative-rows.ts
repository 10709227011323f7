import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import { type Header, headerText } from './header';
import { nominativeTitle } from './nominative-title';

const searchedRows = 40;

/**
 * Titles of persons among the first rows, whether or not the table is understood: nothing of such a file may stay. Without a
 * header, or in it, one title is enough; elsewhere an address alone may be a value like another.
 */
export function findNominative(rows: readonly CsvRow[], header: Header | undefined): Finding | undefined {
  for (const [rank, { line, cells }] of rows.slice(0, searchedRows).entries()) {
    const isHeader = header !== undefined && rank >= header.first && rank <= header.last;
    if (!isHeader && cells.some(isMeasure)) continue;
    const found = cells.map(headerText).filter((title) => nominativeTitle(title) !== null);
    const [first] = found;
    if (first === undefined) continue;
    const isTitles = isHeader || (header === undefined && cells.filter((cell) => cell.trim() !== '').length > 1);
    if (isTitles || found.length > 1 || found.some((title) => nominativeTitle(title) === 'person'))
      return aFinding('DONNEES_NOMINATIVES', line, first, null);
  }
  return undefined;
}

/** A number that is no year: the row holds data, not titles. */
const isMeasure = (cell: string): boolean =>
  /^\s*-?\d[\d\s.,]*%?\s*$/.test(cell) && !/^\s*(?:19|20)\d\d\s*$/.test(cell);
