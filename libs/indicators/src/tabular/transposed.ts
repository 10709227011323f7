import { levelFamily, roleOfHeader } from './column-role';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import { headerText } from './header';
import type { HintedColumns } from './hinted-columns';
import type { Layout, LayoutReading } from './layout';
import { readPeriod } from './period-reading';
import type { HintedColumn } from './reading-hints';
import { type ColumnContext, meaningOf, useOfValue, type ValueColumn } from './value-columns';

const searchedRows = 40;
const headerRows = 8;
const codeLike = /^(?:\d{1,3}|2[ab]|69[dm]|\d{5}|2[ab]\d{3}|\d{9})(?:\s*[-–:]\s*\p{L}.*)?$/iu;

/** Periods down, territories across: codes on one line above, often names and measures on the next ones. */
export function readTransposed(
  rows: readonly CsvRow[],
  context: ColumnContext,
  hinted: HintedColumns,
): LayoutReading | undefined {
  const body = findBody(rows, context);
  const codes = body && findCodes(rows, body);
  if (!body || codes === undefined) return undefined;
  const lines = rows.slice(codes, body.first).map(({ cells }) => cells.map(headerText));
  const width = Math.max(...lines.map((line) => line.length));
  const titles = lines.slice(1).filter((line) => hasRepeats(line.slice(body.column + 1)));
  const spanned = lines.map((line) => (titles.includes(line) ? line : spread(line, body.column, width)));
  const headers = Array.from({ length: width }, (_, index) =>
    [...new Set(spanned.map((line) => line[index] ?? ''))].filter((text) => text !== '').join(' – '),
  );
  const findings: Finding[] = [];
  const headerLine = rows[body.first - 1]!.line;
  if (codes > 0)
    findings.push(
      aFinding('LIGNES_TITRE', rows[0]!.line, null, rows[0]!.cells.join(' ').trim(), { header: headerLine }),
    );
  const values = new Map<number, ValueColumn>();
  const left = new Set<string>();
  for (let index = body.column + 1; index < width; index += 1) {
    const territory = spanned[0]![index] ?? '';
    const measure = titles.map((line) => line[index] ?? '').filter((text) => text !== '');
    const value = columnOf(index, headers[index] ?? '', territory, measure, context, hinted);
    if (value) values.set(index, value);
    else if (measure.length > 0) left.add(measure.join(' – '));
  }
  for (const title of left) findings.push(aFinding('COLONNE_IGNOREE', headerLine, title, null));
  const levels = context.hints.level
    ? levelFamily(context.hints.level)
    : (lines.map((line) => roleOfHeader(line[body.column] ?? '')?.levels).find((found) => found) ?? null);
  const columns = headers.map((header, index): HintedColumn => {
    const value = values.get(index);
    const use = value ? useOfValue(value) : { as: index === body.column ? ('period' as const) : ('ignored' as const) };
    return { header: header === '' ? `#${index + 1}` : header, use };
  });
  const layout: Layout = {
    headerLine,
    headerLineCount: lines.length,
    headers,
    territory: -1,
    codeStart: null,
    levels,
    roles: { period: body.column },
    values: [...values.values()],
    shape: 'transposed',
    columns,
    preset: null,
    filters: [],
    indicatorNames: new Map(),
    leavesOthers: false,
    codeLine: rows[codes]!.line,
  };
  if (layout.values.length > 0 && layout.values.every(({ indicator }) => indicator))
    return { kind: 'layout', findings, layout };
  return {
    kind: 'refused',
    findings: [...findings, aFinding('COLONNE_MANQUANTE', headerLine, 'indicateur', null)],
    draft: layout,
  };
}

interface Body {
  readonly first: number;
  /** The column of periods. */
  readonly column: number;
}

/** The first of two rows that follow each other and begin with a period. */
function findBody(rows: readonly CsvRow[], { hints, latestYear }: ColumnContext): Body | undefined {
  const isPeriod = (rank: number, column: number): boolean =>
    readPeriod(headerText(rows[rank]?.cells[column] ?? ''), latestYear).kind === 'period';
  for (let first = 1; first < Math.min(rows.length - 1, searchedRows); first += 1) {
    if (hints.headerLine !== undefined && rows[first]!.line <= hints.headerLine) continue;
    for (const column of [0, 1, 2])
      if (isPeriod(first, column) && isPeriod(first + 1, column)) return { first, column };
  }
  return undefined;
}

/** The line above that holds codes and nothing else. */
function findCodes(rows: readonly CsvRow[], { first, column }: Body): number | undefined {
  for (let rank = first - 1; rank >= Math.max(0, first - headerRows); rank -= 1) {
    const cells = rows[rank]!.cells.slice(column + 1)
      .map(headerText)
      .filter((text) => text !== '');
    const codes = cells.filter((text) => codeLike.test(text));
    if (codes.length >= 2 && codes.length >= cells.length * 0.8) return rank;
  }
  return undefined;
}

/** Titles of measures come again under each territory; names do not. */
function hasRepeats(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '');
  return new Set(filled).size < filled.length;
}

function spread(line: readonly string[], from: number, width: number): string[] {
  let span = '';
  return Array.from({ length: width }, (_, index) => {
    const text = line[index] ?? '';
    if (index <= from) return text;
    if (text !== '') span = text;
    return span;
  });
}

function columnOf(
  index: number,
  header: string,
  territory: string,
  measure: readonly string[],
  context: ColumnContext,
  hinted: HintedColumns,
): ValueColumn | undefined {
  const use = hinted.find(header, index);
  if (use && use.as !== 'value') return undefined;
  const said = meaningOf(measure, context);
  if (territory === '' || (said.isPart && !use)) return undefined;
  const asked = typeof use?.indicator === 'string' ? (context.indicators.findExact(use.indicator) ?? null) : null;
  return {
    index,
    header,
    indicator: asked ?? said.indicator ?? context.hinted,
    period: null,
    status: 'normal',
    territory: use?.territory ?? territory,
  };
}
