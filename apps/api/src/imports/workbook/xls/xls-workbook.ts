import { builtinFormat, type CellFormat, formatOfCode } from '../cell-format';
import { MergedAreas } from '../merged-areas';
import { SharedTexts } from '../shared-texts';
import { tableLimits } from '../table-limits';
import { TableRefused, unreadable } from '../table-refused';
import { firstRows, type Merge, type Sheet, type SheetRow, type Workbook } from '../workbook';
import { BiffCells, type BiffContext } from './biff-cells';
import { type BiffRecord, biff, biffRecords } from './biff-records';
import { byteText, ContinuedTexts, readSharedTexts, textEncoding } from './biff-texts';
import { CompoundFile, type CompoundStream } from './compound-file';

interface SheetPlace extends Sheet {
  readonly start: number;
}

interface Globals {
  readonly context: BiffContext;
  readonly sheets: readonly SheetPlace[];
}

/** A binary Excel workbook: version 97 to 2003 (BIFF8), or 5 and 95 (BIFF5). */
export class XlsWorkbook implements Workbook {
  readonly kind = 'xls';
  readonly sheets: readonly Sheet[];
  private readonly merges = new Map<number, readonly Merge[]>();

  private constructor(
    private readonly file: CompoundFile,
    private readonly stream: CompoundStream,
    private readonly globals: Globals,
  ) {
    this.sheets = globals.sheets;
  }

  static async open(path: string): Promise<XlsWorkbook> {
    const file = await CompoundFile.open(path);
    try {
      const stream = file.stream('Workbook') ?? file.stream('Book');
      if (!stream) throw refusedCompound(file.names);
      return new XlsWorkbook(file, stream, await readGlobals(stream));
    } catch (error) {
      await file.close();
      throw error instanceof RangeError ? unreadable('xls', error) : error;
    }
  }

  get hasMacros(): boolean {
    return this.file.names.includes('_VBA_PROJECT_CUR');
  }

  head(sheet: number): Promise<readonly SheetRow[]> {
    return firstRows(this.rows(sheet));
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const { start } = this.globals.sheets[sheet]!;
    const merges = this.merges.get(sheet) ?? (await readMerges(this.stream, start));
    this.merges.set(sheet, merges);
    const merged = new MergedAreas(merges);
    const cells = new BiffCells(this.globals.context);
    const gathered = function* (): Generator<SheetRow[]> {
      if (cells.rows.length === 0) return;
      for (const row of cells.rows) merged.mark(row);
      yield cells.rows;
      cells.rows = [];
    };
    try {
      for await (const group of biffRecords(this.stream, start)) {
        for (const record of group) cells.read(record);
        yield* gathered();
      }
    } catch (error) {
      throw error instanceof RangeError ? unreadable('xls', error) : error;
    }
    cells.end();
    yield* gathered();
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

function refusedCompound(names: readonly string[]): TableRefused {
  // a password, or the rights of an organisation (IRM)
  if (names.includes('EncryptedPackage') || names.includes('\tDRMContent')) return new TableRefused('FICHIER_PROTEGE');
  const kind = names.includes('WordDocument')
    ? 'doc'
    : names.includes('PowerPoint Document')
      ? 'ppt'
      : names.includes('__properties_version1.0')
        ? 'msg'
        : 'ole';
  return new TableRefused('TYPE_FICHIER', { kind });
}

async function readGlobals(stream: CompoundStream): Promise<Globals> {
  const own = new Map<number, CellFormat>();
  const styles: number[] = [];
  const bound: BiffRecord[] = [];
  let isBiff8 = true;
  let encoding = 'win1252';
  let is1904 = false;
  let texts = new SharedTexts();
  for await (const group of biffRecords(stream, 0))
    for (const record of group) {
      const body = record.parts[0]!;
      if (record.type === biff.begin) {
        const version = body.readUInt16LE(0);
        if (version !== 0x0600 && version !== 0x0500) throw unreadable('xls');
        isBiff8 = version === 0x0600;
      } else if (record.type === biff.filePass) throw new TableRefused('FICHIER_PROTEGE');
      else if (record.type === biff.codePage) encoding = textEncoding(body.readUInt16LE(0));
      else if (record.type === biff.dateMode) is1904 = body.readUInt16LE(0) === 1;
      else if (record.type === biff.xf) styles.push(body.readUInt16LE(2));
      else if (record.type === biff.format) {
        const code = isBiff8 ? new ContinuedTexts([body.subarray(2)]).text(2) : byteText(body, 3, body[2]!, encoding);
        own.set(body.readUInt16LE(0), formatOfCode(code));
      } else if (record.type === biff.boundSheet) bound.push(record);
      else if (record.type === biff.sharedTexts) texts = readSharedTexts(record.parts);
    }
  const formats = styles.map((id) => own.get(id) ?? builtinFormat(id) ?? 'number');
  const sheets: SheetPlace[] = [];
  for (const { parts } of bound) {
    const body = parts[0]!;
    // macros and charts have sheets of other types
    if (body[5] !== 0) continue;
    if (sheets.length >= tableLimits.sheets) throw unreadable('sheets');
    const start = body.readUInt32LE(0);
    const name = isBiff8 ? new ContinuedTexts([body.subarray(6)]).text(1) : byteText(body, 7, body[6]!, encoding);
    sheets.push({ name, isHidden: (body[4]! & 3) !== 0, rowCount: await rowCountOf(stream, start, isBiff8), start });
  }
  return { context: { isBiff8, encoding, texts, formats, is1904 }, sheets };
}

async function rowCountOf(stream: CompoundStream, start: number, isBiff8: boolean): Promise<number | null> {
  for await (const group of biffRecords(stream, start)) {
    const body = group.find(({ type }) => type === biff.dimensions)?.parts[0];
    return body ? (isBiff8 ? body.readUInt32LE(4) : body.readUInt16LE(2)) : null;
  }
  return null;
}

/** Merged cells are written after the cells: a first reading looks for them alone. */
async function readMerges(stream: CompoundStream, start: number): Promise<Merge[]> {
  const merges: Merge[] = [];
  for await (const group of biffRecords(stream, start))
    for (const { type, parts } of group) {
      if (type !== biff.mergeCells) continue;
      const body = parts[0]!;
      for (let at = 2; at + 8 <= body.length && merges.length < tableLimits.merges; at += 8)
        merges.push({
          top: body.readUInt16LE(at),
          bottom: body.readUInt16LE(at + 2),
          left: body.readUInt16LE(at + 4),
          right: body.readUInt16LE(at + 6),
        });
    }
  return merges;
}
