import { comparableName, looksDoubleEncoded, stripInvisible, undoDoubleEncoding } from './cell-text';
import { roleOfHeader } from './column-role';
import type { CsvRow } from './csv-rows';
import { type HintedColumns, noHintedColumns } from './hinted-columns';
import type { IndicatorIndex } from './indicator-index';
import { readPeriod } from './period-reading';
import { placeTitle } from './place-title';

/** A column of the header, with what each of its lines says when it has several ("2021" over "Ensemble"). */
export interface HeaderCell {
  readonly index: number;
  readonly header: string;
  readonly parts: readonly string[];
}

export interface Header {
  /** Ranks of its first and last rows among the rows given. */
  readonly first: number;
  readonly last: number;
  readonly cells: readonly HeaderCell[];
  readonly score: number;
}

const headerSearchRows = 40;
const mostLines = 3;
export const longestHeader = 1_000;

export function headerText(cell: string): string {
  const text = stripInvisible(cell).trim();
  return (looksDoubleEncoded(text) ? (undoDoubleEncoding(text) ?? text) : text).replace(/\s*[\r\n]\s*/g, ' ');
}

/** 'annee': written by a program that quotes with apostrophes. */
export const isApostrophed = (header: string): boolean => /^'.*'$/.test(header);

/** The row of titles that is understood best, with the lines above that it needs. */
export function findHeader(
  rows: readonly CsvRow[],
  indicators: IndicatorIndex,
  latestYear: number,
  hinted: HintedColumns = noHintedColumns,
): Header | undefined {
  let best: Header | undefined;
  const searched = rows.slice(0, headerSearchRows);
  const meanings = new TitleMeanings(indicators, latestYear);
  searched.forEach((_, last) => {
    const one = scored(rows, last, last, meanings, hinted);
    if (one.score > (best?.score ?? 0)) best = one;
  });
  const single = best;
  const hasCode = searched.map(({ cells }) =>
    cells.some((cell) => hinted.isTerritory(cell) || roleOfHeader(headerText(cell))?.role === 'territory'),
  );
  for (let count = 2; count <= mostLines; count += 1) {
    searched.forEach((_, last) => {
      const first = last - count + 1;
      if (first < 0 || !hasCode.slice(first, last + 1).includes(true) || !canJoin(rows, first, last)) return;
      const joined = scored(rows, first, last, meanings, hinted);
      const mendsDouble = best === single && best?.last === last && hasDouble(best) && !hasDouble(joined);
      if (joined.score > (best?.score ?? 0) || (joined.score > 0 && mendsDouble)) best = joined;
    });
  }
  return best;
}

/** The header that a person points at: its last row holds that physical line. */
export function headerAt(rows: readonly CsvRow[], line: number, count: number | undefined): Header | undefined {
  const next = rows.findIndex((row) => row.line > line);
  const last = next < 0 ? rows.length - 1 : next - 1;
  const first = last - (count ?? 1) + 1;
  return first < 0 ? undefined : { first, last, cells: join(rows, first, last), score: 1 };
}

/** What titles mean, each read once: the same come in many rows and delimiters. */
class TitleMeanings {
  private readonly known = new Map<string, ReturnType<typeof this.read>>();

  constructor(
    private readonly indicators: IndicatorIndex,
    private readonly latestYear: number,
  ) {}

  of(parts: readonly string[], header: string): ReturnType<typeof this.read> {
    let meaning = this.known.get(header);
    if (!meaning) {
      meaning = this.read(parts, header);
      this.known.set(header, meaning);
    }
    return meaning;
  }

  private read(parts: readonly string[], header: string) {
    return {
      role: roleOfParts(parts, header),
      isMeasured: parts.some((part) => this.indicators.findInHeader(part, this.latestYear) !== undefined),
      isDated: parts.some((part) => readPeriod(part, this.latestYear).kind === 'period'),
    };
  }
}

function scored(
  rows: readonly CsvRow[],
  first: number,
  last: number,
  meanings: TitleMeanings,
  hinted: HintedColumns,
): Header {
  const cells = join(rows, first, last);
  let score = 0;
  let hasTerritory = false;
  for (const { index, header, parts } of cells) {
    if (header.length > longestHeader || header === '' || isApostrophed(header)) continue;
    const use = hinted.find(header, index);
    const { role, isMeasured, isDated } = meanings.of(parts, header);
    hasTerritory ||=
      use?.as === 'territory' || role?.role === 'territory' || (!use && placeTitle(header) !== undefined);
    if (use || role || isMeasured) score += 2;
    if (isDated && ((isMeasured && parts.length > 1) || !(use || role || isMeasured))) score += 1;
  }
  return { first, last, cells, score: hasTerritory && score > 2 ? score : 0 };
}

/** What a column is by its name: all of it, else its last line, else its first. */
export const roleOfParts = (parts: readonly string[], header: string): ReturnType<typeof roleOfHeader> =>
  roleOfHeader(header) ?? (parts.length > 1 ? (roleOfHeader(parts.at(-1)!) ?? roleOfHeader(parts[0]!)) : undefined);

const endLine = ({ line, cells }: CsvRow): number =>
  line + cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);

/** Rows that follow each other, hold titles and no number, the upper ones of several cells. */
function canJoin(rows: readonly CsvRow[], first: number, last: number): boolean {
  for (let rank = first; rank <= last; rank += 1) {
    const row = rows[rank]!;
    const filled = row.cells.filter((cell) => cell.trim() !== '');
    if (row.problem || filled.some((cell) => isPlainNumber(cell))) return false;
    if (rank < last && filled.length < 2 && row.cells[0]?.trim() !== '') return false;
    if (rank > first && row.line !== endLine(rows[rank - 1]!) + 1) return false;
  }
  return !isDataRow(rows[first]!, rows[last]!);
}

const isPlainNumber = (cell: string): boolean => {
  const text = cell.replace(/[\s\u00a0\u202f]/g, '');
  return /^-?\d+(?:[.,]\d+)?%?$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
};

/** Under the title of codes, a second line of titles is blank; data are not. */
function isDataRow(top: CsvRow, bottom: CsvRow): boolean {
  const code = top.cells.findIndex((cell) => roleOfHeader(headerText(cell))?.role === 'territory');
  if (code < 0) return false;
  const below = (bottom.cells[code] ?? '').trim();
  return below !== '' && !roleOfHeader(headerText(below));
}

/** Joins titles column by column; a title above several columns was written once, over the first. */
function join(rows: readonly CsvRow[], first: number, last: number): HeaderCell[] {
  const lines = rows.slice(first, last + 1).map(({ cells }) => cells.map(headerText));
  const width = Math.max(...lines.map((line) => line.length));
  const bottom = lines.at(-1)!;
  const above = lines.slice(0, -1);
  const spans = above.map(() => '');
  return Array.from({ length: width }, (_, index): HeaderCell => {
    const own = bottom[index] ?? '';
    const parts = above.map((line, rank) => {
      const text = line[index] ?? '';
      if (text !== '' || roleOfHeader(own)) spans[rank] = roleOfHeader(text) ? '' : text;
      return text === '' && own !== '' ? spans[rank]! : text;
    });
    const said = [...parts, own].filter((part, rank, all) => part !== '' && all.indexOf(part) === rank);
    return { index, header: said.join(' – '), parts: said };
  });
}

export function duplicatedHeader(cells: readonly HeaderCell[]): string | undefined {
  const seen = new Set<string>();
  for (const { header } of cells) {
    const name = comparableName(header);
    if (name === '') continue;
    if (seen.has(name)) return header;
    seen.add(name);
  }
  return undefined;
}

const hasDouble = ({ cells }: Header): boolean => duplicatedHeader(cells) !== undefined;
