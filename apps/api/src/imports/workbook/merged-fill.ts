import { tableLimits } from './table-limits';
import { unreadable } from './table-refused';
import type { SheetCell, SheetRow } from './workbook';

interface Hanging {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Writes the text of a merged cell in every cell that it covers: a title over eleven years, a département beside its rows.
 * A number is not repeated, for it would be counted twice, except a year or a date; nor is the title of a page.
 */
export class MergedFill {
  private hanging: Hanging[] = [];

  /** The texts of a row by column. */
  texts({ index, cells }: SheetRow): string[] {
    const texts: string[] = [];
    for (const { column, text } of cells) if (text !== '') put(texts, column, text);
    if (this.hanging.length > 0) this.hang(texts, index);
    for (const cell of cells)
      if ((cell.columnSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1) this.spread(cell, index, texts, cells.length === 1);
    return texts;
  }

  private spread(cell: SheetCell, index: number, texts: string[], isAlone: boolean): void {
    const { column, text, isNumber, columnSpan = 1, rowSpan = 1 } = cell;
    if (text === '' || (isAlone && column === 0 && columnSpan > 1)) return;
    const isDate = isNumber && /^\d{4}-\d\d-\d\d/.test(text);
    const isRepeatedAcross = !isNumber || isDate || /^(?:19|20)\d\d$/.test(text);
    const right = isRepeatedAcross ? Math.min(column + columnSpan, tableLimits.columns) - 1 : column;
    fill(texts, column + 1, right, text);
    // a number in the first column names its rows
    if (rowSpan === 1 || (isNumber && !isDate && column > 0)) return;
    this.hanging.push({ text, left: column, right, bottom: index + rowSpan - 1 });
    const width = this.hanging.reduce((sum, area) => sum + area.right - area.left + 1, 0);
    if (width > 2 * tableLimits.columns) throw unreadable('merges');
  }

  private hang(texts: string[], index: number): void {
    this.hanging = this.hanging.filter(({ bottom }) => bottom >= index);
    for (const { left, right, text } of this.hanging) fill(texts, left, right, text);
  }
}

function put(texts: string[], column: number, text: string): void {
  while (texts.length <= column) texts.push('');
  texts[column] = text;
}

function fill(texts: string[], from: number, to: number, text: string): void {
  for (let column = from; column <= to; column += 1) if (!texts[column]) put(texts, column, text);
}
