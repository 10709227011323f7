import { comparableName } from './cell-text';
import type { CsvRow } from './csv-rows';
import { delimiters } from './delimiter';
import { aFinding, type Finding } from './finding';
import { readNumber } from './french-number';
import type { Layout } from './layout';
import { isNoteText } from './row-name';
import type { TableBlock } from './table-block';
import { isTotalName } from './territory-code';

const codeLike = /^[\dA-Z'"]{1,9}$/i;

/** Said beside a code that no territory has: "99999;Total". Narrower than the names that a code's own cell may hold. */
export const isSumName = (label: string): boolean =>
  /^(?:sous_)?tota(?:l|ux)(?:_|$)|^ensemble$/.test(comparableName(label));

/** A data row that another delimiter cuts: a file joined from two. */
const isCutOtherwise = (text: string, count: number, territory: number): boolean =>
  delimiters.some((delimiter) => {
    const cells = text.split(delimiter);
    return cells.length === count && codeLike.test(cells[territory]?.trim() ?? '');
  });

/** Beside a blank code, "France" is a total too. */
export const isWholeName = (label: string): boolean => isTotalName(label) || /^france(_|$)/.test(comparableName(label));

/** The reason why a row is no data: the header again, a total, a note; undefined when it must be read. */
export function setAside(
  { cells, line }: CsvRow,
  { headers, values }: Layout,
  { territory }: TableBlock,
  headerNames: readonly string[],
  texts: readonly number[],
): Finding | undefined {
  const code = cells[territory] ?? '';
  if (
    comparableName(code) === headerNames[territory] &&
    cells.every((cell, index) => comparableName(cell) === (headerNames[index] ?? ''))
  )
    return aFinding('ENTETE_REPETE', line, null, null);
  if (code.trim() === '') {
    const named = texts.find((index) => isWholeName(cells[index] ?? ''));
    if (named !== undefined) return aFinding('LIGNE_TOTAL', line, headers[named] ?? null, cells[named] ?? '');
  }
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  // "Source : INSEE" may stand beside each value: of a row that has one, the code is missing
  const isBare = code.trim() === '' && !values.some(({ index }) => readNumber(cells[index] ?? '').kind === 'number');
  if ((isBare || code.trim() === first) && isNoteText(first)) return aFinding('LIGNE_NOTE', line, null, first);
  if (headers.length <= 2 || isTotalName(first)) return undefined;
  if (filled.length === 1 && !codeLike.test(first) && !isCutOtherwise(first, headers.length, territory))
    return aFinding('LIGNE_NOTE', line, null, first);
  // a note, and what else stands on its line: a link, a date
  const isWords = (index: number): boolean => /^$|\p{L}{4}/u.test((cells[index] ?? '').trim());
  const isNote = filled.length === 2 && headers.length > 3 && code.trim() === '' && /\p{L} \p{L}/u.test(first);
  return isNote && values.every(({ index }) => isWords(index)) ? aFinding('LIGNE_NOTE', line, null, first) : undefined;
}
