import { type CellFormat, numberText } from '../cell-format';
import type { SharedTexts } from '../shared-texts';
import { tableLimits } from '../table-limits';
import { unreadable } from '../table-refused';
import type { SheetCell, SheetRow } from '../workbook';
import { type BiffRecord, biff } from './biff-records';
import { byteText, ContinuedTexts } from './biff-texts';

export interface BiffContext {
  readonly isBiff8: boolean;
  readonly encoding: string;
  readonly texts: SharedTexts;
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Gathers the cells of a sheet's records into rows. */
export class BiffCells {
  rows: SheetRow[] = [];
  private row = -1;
  /** Their records come before those of their cells. */
  private readonly hidden = new Set<number>();
  private cells: SheetCell[] = [];
  /** A formula whose text comes in a record of its own. */
  private awaited: { row: number; column: number } | undefined;

  constructor(private readonly context: BiffContext) {}

  read({ type, parts }: BiffRecord): void {
    const body = parts[0]!;
    if (type === biff.string) this.readString(parts);
    else if (type === biff.row && body.length >= 14 && (body[12]! & 0x20) !== 0) this.hidden.add(body.readUInt16LE(0));
    else if (type === biff.mulRk) this.readManyRk(body);
    else if (isCell(type) && body.length >= 6) this.readCell(type, body);
  }

  end(): void {
    if (this.cells.length > 0)
      this.rows.push({ index: this.row, cells: this.cells, isHidden: this.hidden.has(this.row) });
    this.cells = [];
  }

  private readCell(type: number, body: Buffer): void {
    const row = body.readUInt16LE(0);
    const column = body.readUInt16LE(2);
    const style = body.readUInt16LE(4);
    if (type === biff.number) this.putNumber(row, column, body.readDoubleLE(6), style);
    else if (type === biff.rk) this.putNumber(row, column, rkNumber(body.readInt32LE(6)), style);
    else if (type === biff.labelShared) {
      const text = this.context.texts.at(body.readUInt32LE(6));
      if (text === undefined) throw unreadable('texts');
      this.put(row, column, text, false);
    } else if (type === biff.boolOrError) this.put(row, column, boolOrError(body[6]!, body[7] === 1), false);
    else if (type === biff.formula) this.readFormula(row, column, style, body);
    else this.put(row, column, this.label(body), false);
  }

  private label(body: Buffer): string {
    return this.context.isBiff8
      ? new ContinuedTexts([body.subarray(6)]).text(2)
      : byteText(body, 8, body.readUInt16LE(6), this.context.encoding);
  }

  private readManyRk(body: Buffer): void {
    const row = body.readUInt16LE(0);
    const first = body.readUInt16LE(2);
    for (let rank = 0; 4 + rank * 6 + 8 <= body.length; rank += 1)
      this.putNumber(row, first + rank, rkNumber(body.readInt32LE(6 + rank * 6)), body.readUInt16LE(4 + rank * 6));
  }

  private readFormula(row: number, column: number, style: number, body: Buffer): void {
    if (body.readUInt16LE(12) !== 0xffff) {
      this.putNumber(row, column, body.readDoubleLE(6), style);
      return;
    }
    const kind = body[6]!;
    if (kind === 0) this.awaited = { row, column };
    else if (kind === 1 || kind === 2) this.put(row, column, boolOrError(body[8]!, kind === 2), false);
  }

  private readString(parts: readonly Buffer[]): void {
    if (!this.awaited) return;
    const { row, column } = this.awaited;
    this.awaited = undefined;
    const body = parts[0]!;
    const text = this.context.isBiff8
      ? new ContinuedTexts(parts).text(2)
      : byteText(body, 2, body.readUInt16LE(0), this.context.encoding);
    this.put(row, column, text, false);
  }

  private putNumber(row: number, column: number, value: number, style: number): void {
    if (Number.isFinite(value))
      this.put(row, column, numberText(value, this.context.formats[style] ?? 'number', this.context.is1904), true);
  }

  private put(row: number, column: number, text: string, isNumber: boolean): void {
    if (row < this.row || row >= tableLimits.rows) throw unreadable('rows');
    if (row > this.row) {
      this.end();
      this.row = row;
    }
    if (text !== '') this.cells.push({ column, text, isNumber });
  }
}

const isCell = (type: number): boolean =>
  type === biff.number ||
  type === biff.rk ||
  type === biff.labelShared ||
  type === biff.label ||
  type === biff.richString ||
  type === biff.boolOrError ||
  type === biff.formula;

/** A number on 30 bits: an integer or the upper half of a double, perhaps in hundredths ([MS-XLS] 2.5.217). */
function rkNumber(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(rk & ~3, 4);
    value = bytes.readDoubleLE(0);
  }
  return rk & 1 ? value / 100 : value;
}

const boolOrError = (value: number, isError: boolean): string =>
  isError ? (errors[value] ?? '#N/A') : value === 1 ? 'oui' : 'non';
