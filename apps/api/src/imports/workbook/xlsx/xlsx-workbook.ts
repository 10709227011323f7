import type { CellFormat } from '../cell-format';
import { MergedAreas } from '../merged-areas';
import type { SharedTexts } from '../shared-texts';
import { firstRows, type Merge, type Sheet, type SheetRow, type Workbook } from '../workbook';
import { XmlReader } from '../xml-reader';
import type { ZipArchive } from '../zip-archive';
import { readPivotFields } from './pivot-fields';
import { readMerges } from './sheet-merges';
import { announcedRows, SheetRows } from './sheet-rows';
import { readSharedTexts, readStyles, readWorkbookParts, type WorkbookParts } from './workbook-parts';

/** An Excel workbook (.xlsx, .xlsm), transitional or strict. */
export class XlsxWorkbook implements Workbook {
  readonly kind = 'xlsx';
  private readonly merges = new Map<number, readonly Merge[]>();

  private constructor(
    private readonly zip: ZipArchive,
    private readonly parts: WorkbookParts,
    private readonly formats: readonly CellFormat[],
    private readonly texts: SharedTexts,
    readonly sheets: readonly Sheet[],
  ) {}

  static async open(zip: ZipArchive): Promise<XlsxWorkbook> {
    const parts = await readWorkbookParts(zip);
    const formats = await readStyles(zip, parts.styles);
    const texts = await readSharedTexts(zip, parts.texts);
    const sheets: Sheet[] = [];
    for (const { name, isHidden, part } of parts.sheets)
      sheets.push({ name, isHidden, rowCount: await rowCountOf(zip, part) });
    return new XlsxWorkbook(zip, parts, formats, texts, sheets);
  }

  get hasMacros(): boolean {
    return this.zip.has('xl/vbaProject.bin');
  }

  head(sheet: number): Promise<readonly SheetRow[]> {
    return firstRows(this.rows(sheet));
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const { part } = this.parts.sheets[sheet]!;
    const merges = this.merges.get(sheet) ?? (await readMerges(await this.zip.read(part)));
    this.merges.set(sheet, merges);
    const merged = new MergedAreas(merges);
    const gathered = new SheetRows({ texts: this.texts, formats: this.formats, is1904: this.parts.is1904 });
    const xml = new XmlReader(gathered);
    for await (const bytes of await this.zip.read(part)) {
      xml.read(bytes);
      if (gathered.rows.length === 0) continue;
      for (const row of gathered.rows) merged.mark(row);
      yield gathered.rows;
      gathered.rows = [];
    }
    xml.end();
  }

  /** A pivot table carries the rows that it sums, even those of another file. */
  async titlesBeside(): Promise<string[][]> {
    const titles: string[][] = [];
    for (const { name } of this.zip.entries)
      if (/\/pivotCacheDefinition[^/]*\.xml$/.test(name)) titles.push(await readPivotFields(await this.zip.read(name)));
    return titles;
  }

  async close(): Promise<void> {
    this.zip.close();
  }
}

async function rowCountOf(zip: ZipArchive, part: string): Promise<number | null> {
  for await (const bytes of await zip.read(part)) return announcedRows(bytes.toString('latin1'));
  return null;
}
