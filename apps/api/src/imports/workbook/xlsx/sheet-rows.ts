import { type CellFormat, numberText } from '../cell-format';
import type { SharedTexts } from '../shared-texts';
import { tableLimits } from '../table-limits';
import { unreadable } from '../table-refused';
import type { SheetCell, SheetRow } from '../workbook';
import type { XmlAttributes, XmlHandlers } from '../xml-reader';
import { readReference } from './cell-reference';
import { isTrue, unescaped } from './escaped-text';

export interface CellContext {
  readonly texts: SharedTexts;
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

/** Gathers the rows of a sheet's XML as it comes. */
export class SheetRows implements XmlHandlers {
  rows: SheetRow[] = [];
  private cells: SheetCell[] = [];
  private row = -1;
  private isHidden = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private reads: 'value' | 'text' | null = null;
  private hasFormula = false;
  private hasValue = false;
  private phonetic = 0;

  constructor(private readonly context: CellContext) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') {
      this.reads = 'value';
      this.hasValue = true;
    } else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') this.hasFormula = true;
    else if (name === 't' && this.type === 'inlineStr' && this.phonetic === 0) this.reads = 'text';
    else if (name === 'rPh') this.phonetic += 1;
  }

  text(run: string): void {
    if (this.reads && this.value.length < tableLimits.cellLength) this.value += run;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reads = null;
    else if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'row' && this.cells.length > 0) {
      this.rows.push({ index: this.row, cells: this.cells, isHidden: this.isHidden });
      this.cells = [];
    }
  }

  private openRow(attributes: XmlAttributes): void {
    const announced = attributes.r;
    const row = announced === undefined ? this.row + 1 : Number(announced) - 1;
    if (!Number.isInteger(row) || row <= this.row || row >= tableLimits.rows) throw unreadable('rows');
    this.row = row;
    this.isHidden = isTrue(attributes.hidden);
    this.column = -1;
    this.cells = [];
  }

  private openCell(attributes: XmlAttributes): void {
    const reference = attributes.r === undefined ? undefined : readReference(attributes.r);
    this.column = reference?.column ?? this.column + 1;
    this.type = attributes.t ?? 'n';
    this.style = attributes.s === undefined ? 0 : Number(attributes.s);
    this.value = '';
    this.hasFormula = false;
    this.hasValue = false;
  }

  private closeCell(): void {
    const { column } = this;
    if (column >= tableLimits.columns) {
      // the first column too many is told, the others are not kept
      if (this.value !== '' && this.cells.at(-1)?.column !== tableLimits.columns - 1)
        this.cells.push({ column: tableLimits.columns - 1, text: this.value, isNumber: false });
      return;
    }
    if (this.value === '') {
      if (this.hasFormula && !this.hasValue)
        this.cells.push({ column, text: '', isNumber: false, isUncalculated: true });
      return;
    }
    const isNumber = this.type === 'n' || this.type === 'd';
    const text = this.textOf();
    if (text !== '') this.cells.push({ column, text, isNumber });
  }

  private textOf(): string {
    const { type, value } = this;
    if (type === 's') {
      const text = this.context.texts.at(Number(value));
      if (text === undefined) throw unreadable('texts');
      return text;
    }
    if (type === 'b') return value === '1' || value === 'true' ? 'oui' : 'non';
    if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    if (type !== 'n') return unescaped(value);
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return numberText(number, this.context.formats[this.style] ?? 'number', this.context.is1904);
  }
}

/** The size that a sheet announces before its rows ("A1:U112"). */
export function announcedRows(head: string): number | null {
  const dimension = /<(?:\w+:)?dimension\s[^>]*?ref\s*=\s*["'](?:[A-Z]+\d+:)?([A-Z]+\d+)["']/.exec(head);
  return dimension ? (readReference(dimension[1]!)?.row ?? 0) + 1 : null;
}
