import { numberText } from '../cell-format';
import { tableLimits } from '../table-limits';
import { unreadable } from '../table-refused';
import type { SheetCell, SheetRow } from '../workbook';
import type { XmlAttributes, XmlHandlers } from '../xml-reader';

export interface OdsSheetSink {
  /** Whether the rows of the sheet are wanted. */
  startSheet(name: string, style: string | undefined): boolean;
  row(row: SheetRow): void;
  endSheet?(rowCount: number): void;
  /** A style of sheets that hides them. */
  hidingStyle?(name: string): void;
}

/** Gathers the rows of an OpenDocument sheet as its XML comes (OpenDocument 1.3 part 3, 9.1 and 19). */
export class OdsRows implements XmlHandlers {
  private row = 0;
  private rowRepeats = 1;
  private isHidden = false;
  private cells: SheetCell[] = [];
  private column = 0;
  private cell: XmlAttributes | null = null;
  private paragraphs = 0;
  private shown = '';
  private isWanted = false;
  private isInSheet = false;
  private isParagraph = 0;
  private skipped = 0;
  private style = '';

  constructor(private readonly sink: OdsSheetSink) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.skipped > 0 || isSkipped(name)) this.skipped += 1;
    else if (!this.isInSheet) this.openOutside(name, attributes);
    else if (this.isWanted) this.openInside(name, attributes);
  }

  text(run: string): void {
    if (this.cell && this.isParagraph > 0 && this.skipped === 0) this.append(run);
  }

  close(name: string): void {
    if (this.skipped > 0) this.skipped -= 1;
    else if (name === 'p' && this.cell) this.isParagraph -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'table-row' && this.isWanted) this.closeRow();
    else if (name === 'table' && this.isInSheet) {
      this.sink.endSheet?.(this.row);
      this.isInSheet = false;
      this.isWanted = false;
    }
  }

  private openOutside(name: string, attributes: XmlAttributes): void {
    if (name === 'style') this.style = attributes['style:name'] ?? '';
    else if (name === 'table-properties' && attributes['table:display'] === 'false')
      this.sink.hidingStyle?.(this.style);
    else if (name === 'table') {
      this.isInSheet = true;
      this.isWanted = this.sink.startSheet(attributes['table:name'] ?? '', attributes['table:style-name']);
      this.row = 0;
    }
  }

  private openInside(name: string, attributes: XmlAttributes): void {
    if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = attributes;
      this.shown = '';
      this.paragraphs = 0;
    } else if (name === 'table-row') {
      this.rowRepeats = countOf(attributes['table:number-rows-repeated']);
      this.isHidden = (attributes['table:visibility'] ?? 'visible') !== 'visible';
      this.cells = [];
      this.column = 0;
    } else if (!this.cell) return;
    else if (name === 'p') {
      if (this.paragraphs > 0) this.append('\n');
      this.paragraphs += 1;
      this.isParagraph += 1;
    } else if (name === 's') this.append(' '.repeat(Math.min(countOf(attributes['text:c']), 1_000)));
    else if (name === 'tab' || name === 'line-break') this.append(' ');
  }

  private append(run: string): void {
    if (this.shown.length < tableLimits.cellLength) this.shown += run;
  }

  private closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    this.cell = null;
    this.isParagraph = 0;
    const repeats = countOf(cell['table:number-columns-repeated']);
    const first = this.column;
    this.column += repeats;
    const { text, isNumber } = readCell(cell, this.shown);
    if (text === '') return;
    const columnSpan = countOf(cell['table:number-columns-spanned']);
    const rowSpan = countOf(cell['table:number-rows-spanned']);
    const spans = columnSpan > 1 || rowSpan > 1 ? { columnSpan, rowSpan } : {};
    for (let column = first; column < Math.min(this.column, tableLimits.columns); column += 1)
      this.cells.push({ column, text, isNumber, ...spans });
  }

  private closeRow(): void {
    const { row, cells, rowRepeats, isHidden } = this;
    this.row += rowRepeats;
    if (cells.length === 0) return;
    if (this.row > tableLimits.rows) throw unreadable('rows');
    this.sink.row({ index: row, cells, isHidden, repeats: rowRepeats });
  }
}

/** Remarks beside cells, and what a following of changes keeps of deleted ones. */
const isSkipped = (name: string): boolean => name === 'annotation' || name === 'tracked-changes' || name === 'shapes';

function countOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const count = Number(text);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function readCell(cell: XmlAttributes, shown: string): { text: string; isNumber: boolean } {
  const type = cell['office:value-type'];
  const number = Number(cell['office:value'] ?? Number.NaN);
  if (cell['calcext:value-type'] === 'error') return { text: shown.startsWith('#') ? shown : '#N/A', isNumber: false };
  if (type === 'percentage' && Number.isFinite(number))
    return { text: numberText(number, 'percent', false), isNumber: true };
  if ((type === 'float' || type === 'currency') && Number.isFinite(number))
    return { text: numberText(number, 'number', false), isNumber: true };
  if (type === 'boolean') return { text: cell['office:boolean-value'] === 'true' ? 'oui' : 'non', isNumber: false };
  const date = cell['office:date-value'];
  if (type === 'date' && date) return { text: date.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''), isNumber: true };
  const time = /^PT(\d+)H(\d+)M(\d+)/.exec(cell['office:time-value'] ?? '');
  if (type === 'time' && time) return { text: time.slice(1, 4).join(':'), isNumber: true };
  return { text: cell['office:string-value'] ?? shown, isNumber: false };
}
