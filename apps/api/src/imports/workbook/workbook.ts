/** A cell as a text file would write it. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
  /** A number or a date, that a merged cell does not repeat as it repeats a text. */
  readonly isNumber: boolean;
  /** A formula whose result the program that wrote the file did not keep. */
  readonly isUncalculated?: boolean;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

/** A row that holds something; the first of a sheet is 0. */
export interface SheetRow {
  readonly index: number;
  readonly cells: SheetCell[];
  /** Hidden by a person, or by a filter. */
  readonly isHidden?: boolean;
  /** How many like rows begin here; 1 when undefined. */
  readonly repeats?: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** As the file announces it. */
  readonly rowCount: number | null;
}

export interface Workbook {
  readonly kind: 'xlsx' | 'xls' | 'ods';
  readonly sheets: readonly Sheet[];
  readonly hasMacros: boolean;
  /** The first rows of a sheet, to know it by. */
  head(sheet: number): Promise<readonly SheetRow[]>;
  /** The rows of a sheet in their order, by groups; may be left before the end. */
  rows(sheet: number): AsyncGenerator<readonly SheetRow[]>;
  /** Titles of tables that the workbook keeps besides its sheets. */
  titlesBeside?(): Promise<readonly (readonly string[])[]>;
  close(): Promise<void>;
}

/** An area of merged cells, from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const headRows = 60;

/** The first rows of those that come. */
export async function firstRows(rows: AsyncIterable<readonly SheetRow[]>): Promise<SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const group of rows) {
    head.push(...group.slice(0, headRows - head.length));
    if (head.length >= headRows) break;
  }
  return head;
}
