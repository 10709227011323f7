import type { ImportReading } from '../../api/imports';
import { formatCount } from '../../text/numbers';
import type { Texts } from '../../text/texts';

/** A sheet as it is offered: with what helps to know it from the others. */
export function sheetName(
  { name, isHidden, rowCount }: ImportReading['sheets'][number],
  words: Pick<Texts['assistant'], 'hidden' | 'sheetRows'>,
): string {
  if (isHidden) return words.hidden(name);
  return rowCount === null ? name : words.sheetRows(name, formatCount(rowCount));
}
