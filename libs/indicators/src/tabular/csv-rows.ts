/** A record of a delimited file. */
export interface CsvRow {
  /** Physical line on which it starts (the first is 1). */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it cannot be read further; `unclosed-quote`, `too-long` and `nul` end the file. */
  readonly problem?: 'unclosed-quote' | 'late-quote' | 'too-long' | 'too-many-columns' | 'nul' | 'not-utf8';
  /** Rank of the first cell whose text goes on after its closing quote. */
  readonly strayQuote?: number;
}

export const csvLimits = { cellLength: 10_000, columns: 2_000 } as const;

const lf = 10;
const cr = 13;
const quote = 34;

/**
 * Reads a delimited file piece by piece (RFC 4180, with the liberties of real files: a quote inside an unquoted cell is a
 * quote, CR, LF and CRLF all end a line). Never keeps more than one row; an unclosed quote stops at the cell limit and is
 * reported at the line where it opened.
 */
export class CsvReader {
  private line = 1;
  private rowLine = 1;
  private quoteLine = 1;
  private cells: string[] = [];
  private cell = '';
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private problem: CsvRow['problem'];
  private strayQuote: number | undefined;
  private hasBreak = false;
  private skipLf = false;
  private ended = false;
  private readonly delimiterCode: number;

  constructor(delimiter: string, firstLine = 1) {
    this.delimiterCode = delimiter.charCodeAt(0);
    this.line = firstLine;
    this.rowLine = firstLine;
  }

  /** Whether a fatal problem was met: nothing more will come. */
  get isEnded(): boolean {
    return this.ended;
  }

  read(text: string): CsvRow[] {
    const rows: CsvRow[] = [];
    let index = 0;
    while (index < text.length && !this.ended) {
      const code = text.charCodeAt(index);
      if (this.skipLf) {
        this.skipLf = false;
        if (code === lf) {
          index += 1;
          continue;
        }
      }
      if (this.state === 'quoted') index = this.readQuoted(text, index, rows);
      else if (code === this.delimiterCode) {
        this.endCell();
        index += 1;
      } else if (code === lf || code === cr) {
        this.skipLf = code === cr;
        this.line += 1;
        this.endRow(rows);
        index += 1;
      } else if (code === quote && this.state === 'start') {
        this.state = 'quoted';
        this.quoteLine = this.line;
        index += 1;
      } else if (code === quote && this.state === 'closed') {
        // the second half of a doubled quote
        this.append('"');
        this.state = 'quoted';
        index += 1;
      } else index = this.readPlain(text, index);
    }
    return rows;
  }

  /** The last row, when the file does not end with a line break. */
  end(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.ended) return rows;
    if (this.state === 'quoted') this.fail('unclosed-quote', rows);
    else if (this.cells.length > 0 || this.state !== 'start') this.endRow(rows);
    this.ended = true;
    return rows;
  }

  private readPlain(text: string, start: number): number {
    let index = start;
    for (; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === this.delimiterCode || code === lf || code === cr) break;
    }
    if (this.state === 'closed' && text.slice(start, index).trim() !== '') this.strayQuote ??= this.cells.length;
    this.append(text.slice(start, index));
    this.state = 'plain';
    return index;
  }

  private readQuoted(text: string, start: number, rows: CsvRow[]): number {
    const next = text.indexOf('"', start);
    const end = next < 0 ? text.length : next;
    const part = text.slice(start, end);
    this.line += lineBreaks(part);
    this.hasBreak ||= /[\r\n]/.test(part);
    const room = csvLimits.cellLength - this.cell.length;
    if (part.length > room && (this.line > this.quoteLine || this.hasBreak)) {
      this.fail('unclosed-quote', rows);
      return text.length;
    }
    this.append(part);
    if (next < 0) return text.length;
    this.state = 'closed';
    return next + 1;
  }

  private append(part: string): void {
    if (part.includes('\0')) this.problem = 'nul';
    // such a row ends the file: what follows in it is not kept
    if (this.problem === 'too-long') return;
    if (this.cell.length + part.length > csvLimits.cellLength) {
      this.problem ??= 'too-long';
      this.cell = (this.cell + part).slice(0, csvLimits.cellLength);
    } else this.cell += part;
  }

  private endCell(): void {
    if (this.cells.length < csvLimits.columns) this.cells.push(this.cell);
    else this.problem ??= 'too-many-columns';
    this.cell = '';
    this.state = 'start';
  }

  private endRow(rows: CsvRow[]): void {
    const isBlank = this.cells.length === 0 && this.state === 'start';
    this.endCell();
    if (!isBlank) rows.push(this.takeRow());
    this.cells = [];
    this.problem = undefined;
    this.strayQuote = undefined;
    this.hasBreak = false;
    this.rowLine = this.line;
    const problem = rows.at(-1)?.problem;
    if (problem === 'nul' || problem === 'too-long') this.ended = true;
  }

  private takeRow(): CsvRow {
    const { rowLine: line, cells, strayQuote } = this;
    if (this.hasBreak && this.isSwallowed()) this.problem ??= 'late-quote';
    const { problem } = this;
    return { line, cells, ...(problem ? { problem } : {}), ...(strayQuote === undefined ? {} : { strayQuote }) };
  }

  /** Whether each of its lines is a row by itself: a quote was left open, and closed by one further down. */
  private isSwallowed(): boolean {
    const delimiter = String.fromCharCode(this.delimiterCode);
    const lines = this.cells.join(delimiter).split(/\r\n|\r|\n/);
    return this.cells.length > 1 && lines.every((text) => text.split(delimiter).length === this.cells.length);
  }

  private fail(problem: 'unclosed-quote', rows: CsvRow[]): void {
    this.endCell();
    rows.push({ line: this.quoteLine, cells: this.cells, problem });
    this.ended = true;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
