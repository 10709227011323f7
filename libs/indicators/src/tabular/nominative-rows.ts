import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import { type Header, headerText } from './header';
import { nominativeTitle } from './nominative-title';
import { findPersonalData } from './personal-data';

const searchedRows = 40;
/** A few cells may hold the address of who made the file. */
const fewestPersons = 3;

/**
 * Persons among the first rows, whether or not the table is understood: nothing of such a file may stay. Without a header, or
 * in it, one title is enough; elsewhere an address alone may be a value like another.
 */
export function findNominative(rows: readonly CsvRow[], header: Header | undefined): Finding | undefined {
  for (const [rank, row] of rows.slice(0, searchedRows).entries()) {
    const isHeader = header !== undefined && rank >= header.first && rank <= header.last;
    const isAlone = header === undefined && row.cells.filter((cell) => cell.trim() !== '').length > 1;
    const found = titlesOf(row, isHeader, isHeader || isAlone);
    if (found) return found;
  }
  return findPersons(rows, header);
}

/** Titles of persons in a row that is no data: those of a second table, below the one that is read. */
export const findNominativeTitles = (row: CsvRow): Finding | undefined => titlesOf(row, false, false);

function titlesOf({ line, cells }: CsvRow, isHeader: boolean, isEnough: boolean): Finding | undefined {
  if (!isHeader && cells.some(isMeasure)) return undefined;
  const found = cells.map(headerText).filter((title) => nominativeTitle(title) !== null);
  const [first] = found;
  if (first === undefined) return undefined;
  // « Courriel » beside an address, on a sheet of notes, is who made the table
  const isReached = !isHeader && cells.some(findPersonalData);
  const isOfPersons =
    (isEnough && !isReached) || found.length > 1 || found.some((title) => nominativeTitle(title) === 'person');
  return isOfPersons ? aFinding('DONNEES_NOMINATIVES', line, first, null) : undefined;
}

/** A number that is no year: the row holds data, not titles. */
const isMeasure = (cell: string): boolean =>
  /^\s*-?\d[\d\s.,]*%?\s*$/.test(cell) && !/^\s*(?:19|20)\d\d\s*$/.test(cell);

/** Numbers and addresses of persons, whatever the titles say: most of a column, or most of a line. */
function findPersons(rows: readonly CsvRow[], header: Header | undefined): Finding | undefined {
  const columns: { filled: number; personal: number; line: number }[] = [];
  for (const { line, cells } of rows.slice(header ? header.last + 1 : 0)) {
    let filled = 0;
    let personal = 0;
    for (const [index, cell] of cells.entries()) {
      if (cell.trim() === '') continue;
      columns[index] ??= { filled: 0, personal: 0, line };
      const column = columns[index];
      column.filled += 1;
      filled += 1;
      if (!findPersonalData(cell)) continue;
      if (column.personal === 0) column.line = line;
      column.personal += 1;
      personal += 1;
    }
    if (areMost({ filled, personal })) return aFinding('DONNEES_NOMINATIVES', line, null, null);
  }
  const found = columns.findIndex((column) => column && areMost(column));
  if (found < 0) return undefined;
  const title = header?.cells.find(({ index }) => index === found)?.header || null;
  return aFinding('DONNEES_NOMINATIVES', columns[found]!.line, title, null);
}

const areMost = ({ filled, personal }: { filled: number; personal: number }): boolean =>
  personal >= fewestPersons && personal * 2 >= filled;

/** The same in a text that is no table (a page, a list of objects): what stands between its marks. */
export function mentionsPersons(text: string): boolean {
  const pieces = text.split(/[<>;,:="'{}[\]|&\t\r\n]+/).filter((piece) => piece.trim() !== '');
  return (
    pieces.filter(findPersonalData).length >= fewestPersons ||
    pieces.some((piece) => piece.length < 60 && nominativeTitle(piece) === 'person')
  );
}
