import { tableLimits } from '../table-limits';
import { TableRefused, unreadable } from '../table-refused';
import type { Sheet, SheetRow, Workbook } from '../workbook';
import { XmlReader } from '../xml-reader';
import type { ZipArchive } from '../zip-archive';
import { OdsRows } from './ods-rows';

const content = 'content.xml';
const headRows = 60;
/** A repeated cell costs nothing in the file: what is kept of the beginning of each sheet is bounded besides. */
const headCells = 3_000;

/** An OpenDocument spreadsheet. All its sheets are one part: a first pass lists them, with how each begins. */
export class OdsWorkbook implements Workbook {
  readonly kind = 'ods';

  private constructor(
    private readonly zip: ZipArchive,
    readonly sheets: readonly Sheet[],
    private readonly heads: readonly (readonly SheetRow[])[],
  ) {}

  static async open(zip: ZipArchive): Promise<OdsWorkbook> {
    if (zip.has('META-INF/manifest.xml')) {
      const manifest = await zip.readWhole('META-INF/manifest.xml');
      if (manifest.includes('encryption-data')) throw new TableRefused('FICHIER_PROTEGE');
    }
    const sheets: Sheet[] = [];
    const heads: SheetRow[][] = [];
    const hiding = new Set<string>();
    const rows = new OdsRows({
      hidingStyle: (name) => hiding.add(name),
      startSheet: (name, style) => {
        if (sheets.length >= tableLimits.sheets) throw unreadable('sheets');
        sheets.push({ name, isHidden: style !== undefined && hiding.has(style), rowCount: null });
        heads.push([]);
        return true;
      },
      row: (row) => {
        const head = heads.at(-1)!;
        const kept = head.reduce((sum, { cells }) => sum + cells.length, 0);
        if (head.length < headRows && kept < headCells) head.push(row);
        const sheet = sheets.at(-1)!;
        sheets[sheets.length - 1] = { ...sheet, rowCount: row.index + (row.repeats ?? 1) };
      },
    });
    const xml = new XmlReader(rows);
    for await (const bytes of await zip.read(content)) xml.read(bytes);
    xml.end();
    return new OdsWorkbook(zip, sheets, heads);
  }

  get hasMacros(): boolean {
    return this.zip.entries.some(({ name }) => name.startsWith('Basic/') || name.startsWith('Scripts/'));
  }

  async head(sheet: number): Promise<readonly SheetRow[]> {
    return this.heads[sheet]!;
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    let gathered: SheetRow[] = [];
    let rank = -1;
    const xml = new XmlReader(
      new OdsRows({
        startSheet: () => {
          rank += 1;
          return rank === sheet;
        },
        row: (row) => gathered.push(row),
      }),
    );
    for await (const bytes of await this.zip.read(content)) {
      xml.read(bytes);
      if (gathered.length === 0) {
        if (rank > sheet) return;
        continue;
      }
      yield gathered;
      gathered = [];
    }
    xml.end();
  }

  async close(): Promise<void> {
    this.zip.close();
  }
}
