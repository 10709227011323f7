import { csvFr } from '@sillage/indicators';
import iconv from 'iconv-lite';
import Papa from 'papaparse';

/** One thing to mend, with the place where it stands in what was given. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** UTF-8, else the Windows-1252 of a French Excel: Node's own decoder of it is wrong before version 22. */
export function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1252');
  }
}

/** "Réalisation " → "realisation"; "pour 1 000" → "pour 1000". */
export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(\d) (?=\d)/g, '$1');

export interface CsvColumns {
  readonly mandatory: readonly string[];
  readonly optional: readonly string[];
  /** Columns whose title holds a variable part ("vote_2025"). */
  readonly pattern?: RegExp;
}

/** The one that cuts the titles most: cells of a person's file hold commas and bars. */
export function delimiterOf(text: string, candidates: readonly string[] = [';', ',', '\t']): string {
  const titles = text.slice(0, text.search(/[\r\n]|$/));
  const cuts = (delimiter: string): number => titles.split(delimiter).length;
  return candidates.reduce((best, delimiter) => (cuts(delimiter) > cuts(best) ? delimiter : best));
}

/** Rows of a small file that a person writes, under French titles; every fault met is added to `faults`. */
export function readCsvTable(text: string, columns: CsvColumns, faults: Fault[]): CsvRow[] {
  const content = text.replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(content, { delimiter: delimiterOf(content) });
  const header = (data[0] ?? []).map((title) => plainWord(title).replaceAll(' ', '_'));
  const known = [...columns.mandatory, ...columns.optional];
  for (const column of columns.mandatory) {
    if (!header.includes(column)) faults.push({ pointer: '/lignes/1', detail: csvFr.missingColumn(column) });
  }
  for (const column of header) {
    if (column !== '' && !known.includes(column) && !columns.pattern?.test(column)) {
      faults.push({ pointer: '/lignes/1', detail: csvFr.unknownColumn(column, known.join(', ')) });
    }
  }
  if (faults.length > 0) return [];
  return data
    .slice(1)
    .map((cells, index) => new CsvRow(index + 2, header, cells, faults))
    .filter((row) => !row.isBlank);
}

/** A row whose cells are read by the title of their column. */
export class CsvRow {
  constructor(
    /** Line in the file, the titles being the first. */
    readonly line: number,
    readonly header: readonly string[],
    private readonly cells: readonly string[],
    private readonly faults: Fault[],
  ) {}

  get isBlank(): boolean {
    return this.cells.every((cell) => cell.trim() === '');
  }

  text(column: string): string {
    return this.cells[this.header.indexOf(column)]?.trim() ?? '';
  }

  mandatory(column: string): string {
    const text = this.text(column);
    if (text === '') this.fault(column, csvFr.missingCell(this.line, column));
    return text;
  }

  /** One of the words that a column may hold; an empty cell is `otherwise`, or a fault without one. */
  word<Meaning>(column: string, words: Readonly<Record<string, Meaning>>, otherwise?: string): Meaning | undefined {
    const text = (otherwise === undefined ? this.mandatory(column) : this.text(column)) || otherwise;
    return text === undefined || text === '' ? undefined : this.meaning(column, text, words);
  }

  meaning<Meaning>(column: string, text: string, words: Readonly<Record<string, Meaning>>): Meaning | undefined {
    const word = plainWord(text);
    if (Object.hasOwn(words, word)) return words[word];
    this.wrong(column, text, Object.keys(words).join(', '));
    return undefined;
  }

  number<Otherwise extends number | null>(column: string, otherwise: Otherwise): number | Otherwise {
    const text = this.text(column);
    if (text === '') return otherwise;
    if (/^\d{1,5}$/.test(text)) return Number(text);
    this.wrong(column, text, csvFr.aNumber);
    return otherwise;
  }

  list(column: string, separator = /[,|]/): string[] {
    return this.text(column)
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  wrong(column: string, seen: string, expected: string): void {
    this.fault(column, csvFr.wrongCell(this.line, column, seen, expected));
  }

  fault(column: string, detail: string): void {
    this.faults.push({ pointer: `/lignes/${this.line}/colonnes/${column}`, detail });
  }
}
