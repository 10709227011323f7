import type { PanelRow } from '../effect/panel-row';
import { comparableName, stripInvisible } from './cell-text';
import { CsvReader, type CsvRow } from './csv-rows';
import { delimiters } from './delimiter';
import { aFinding, type Finding } from './finding';
import { type NumberDoubt, numberColumn } from './panel-numbers';
import { timeScale } from './panel-times';
import { problemCodes } from './row-problem';
import { withoutSepDirective } from './sep-directive';

export type { NumberDoubt } from './panel-numbers';

/** The titles of the columns that make a panel. Without a unit, the file is the series of one. */
export interface PanelColumns {
  readonly unit: string | null;
  readonly time: string;
  readonly outcome: string;
  readonly treated: string;
  readonly covariates: readonly string[];
  readonly cluster: string | null;
  readonly weight: string | null;
}

export type PanelTextReading =
  | { readonly kind: 'rows'; readonly rows: readonly PanelRow[]; readonly doubts: readonly NumberDoubt[] }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'no-column'; readonly wanted: readonly string[]; readonly present: readonly string[] }
  | WrongCell;

interface WrongCell {
  readonly kind: 'wrong-cell';
  readonly line: number;
  readonly column: string;
  readonly seen: string;
  readonly expected: 'number' | 'period' | 'treatment' | 'name';
}

/** How a column of 0 and 1 is written in words. */
const words: Readonly<Record<string, number>> = {
  ...{
    oui: 1,
    yes: 1,
    true: 1,
    vrai: 1,
    t: 1,
    y: 1,
    o: 1,
    x: 1,
    si: 1,
    sí: 1,
    ja: 1,
    treated: 1,
    traité: 1,
    traitée: 1,
  },
  ...{ non: 0, no: 0, false: 0, faux: 0, f: 0, n: 0, nein: 0 },
};

/** Reads a delimited table of units and periods: delimiter by the titles that are asked for, numbers in French or English. */
export function readPanelText(text: string, columns: PanelColumns): PanelTextReading {
  const { body, firstLine } = withoutSepDirective(text);
  if (body.trim() === '') return { kind: 'finding', finding: aFinding('FICHIER_VIDE', null, null, null) };
  const wanted = wantedTitles(columns);
  const candidates = delimiters.map((delimiter) => {
    const header = headerOf(body, delimiter, firstLine);
    return { delimiter, header, found: wanted.filter((title) => columnOf(header, title) >= 0).length };
  });
  const best = candidates.reduce((one, other) =>
    other.found > one.found || (other.found === one.found && other.header.length > one.header.length) ? other : one,
  );
  const missing = wanted.filter((title) => columnOf(best.header, title) < 0);
  if (missing.length > 0) return { kind: 'no-column', wanted: missing, present: best.header };
  const twice = wanted.find((title) => best.header.filter((header) => header === title).length > 1);
  if (twice !== undefined) return { kind: 'finding', finding: aFinding('ENTETE_DUPLIQUE', firstLine, twice, null) };
  const reader = new CsvReader(best.delimiter, firstLine);
  const lines = [...reader.read(body), ...reader.end()].filter(
    ({ cells, problem }) => problem || cells.some((cell) => cell.trim() !== ''),
  );
  return readLines(lines, best.header, columns, best.delimiter);
}

function wantedTitles({ unit, time, outcome, treated, covariates, cluster, weight }: PanelColumns): string[] {
  const optional = [unit, cluster, weight].filter((title) => title !== null);
  return [...new Set([time, outcome, treated, ...optional, ...covariates])];
}

function headerOf(text: string, delimiter: string, firstLine: number): string[] {
  const reader = new CsvReader(delimiter, firstLine);
  // titles never span the first 64 kB
  const [first] = reader.read(`${text.slice(0, 65_536)}\n`);
  return (first?.cells ?? []).map((cell) => stripInvisible(cell).trim());
}

/** As it is written, or else without regard to case, accents and punctuation when only one title reads so. */
function columnOf(header: readonly string[], title: string): number {
  const exact = header.indexOf(title);
  if (exact >= 0) return exact;
  const name = comparableName(title);
  const alike = header.flatMap((other, index) => (comparableName(other) === name ? [index] : []));
  return name !== '' && alike.length === 1 ? alike[0]! : -1;
}

function readLines(
  lines: readonly CsvRow[],
  header: readonly string[],
  columns: PanelColumns,
  delimiter: string,
): PanelTextReading {
  const body: CsvRow[] = [];
  for (const [index, row] of lines.entries()) {
    const { line, cells, problem } = row;
    if (problem) return { kind: 'finding', finding: aFinding(problemCodes[problem], line, null, null) };
    if (index === 0) continue;
    if (cells.length !== header.length && !isPadded(cells, header.length)) {
      const detail = { found: cells.length, expected: header.length };
      return { kind: 'finding', finding: aFinding('NB_COLONNES', line, null, String(cells.length), detail) };
    }
    body.push(row);
  }
  if (body.length === 0) return { kind: 'finding', finding: aFinding('AUCUNE_LIGNE', null, null, null) };
  const cellsOf = (title: string): string[] => {
    const place = columnOf(header, title);
    return body.map(({ cells }) => stripInvisible(cells[place] ?? '').trim());
  };
  return readColumns(body, columns, cellsOf, delimiter);
}

const isPadded = (cells: readonly string[], length: number): boolean =>
  cells.length > length && cells.slice(length).every((cell) => cell.trim() === '');

/** Column by column: how a cell is read depends on how the others of its column are written. */
function readColumns(
  lines: readonly CsvRow[],
  columns: PanelColumns,
  cellsOf: (title: string) => readonly string[],
  delimiter: string,
): PanelTextReading {
  const blame = (title: string, row: number, expected: WrongCell['expected']): WrongCell => ({
    kind: 'wrong-cell',
    line: lines[row]!.line,
    column: title,
    seen: cellsOf(title)[row]!,
    expected,
  });
  const units = columns.unit === null ? lines.map(() => '') : cellsOf(columns.unit);
  const nameless = columns.unit === null ? -1 : units.indexOf('');
  if (nameless >= 0) return blame(columns.unit!, nameless, 'name');
  const times = timeScale(cellsOf(columns.time));
  if ('wrong' in times) return blame(columns.time, times.wrong, 'period');
  const starts = cellsOf(columns.treated).map((cell) => words[cell.toLowerCase()] ?? times.start(cell));
  const unread = starts.indexOf(undefined);
  if (unread >= 0) return blame(columns.treated, unread, 'treatment');

  const titles = [columns.outcome, ...(columns.weight === null ? [] : [columns.weight]), ...columns.covariates];
  const all = titles.flatMap(cellsOf);
  const numbers = new Map<string, readonly (number | null)[]>();
  const doubts: NumberDoubt[] = [];
  for (const title of new Set(titles)) {
    const cells = cellsOf(title);
    const { read, doubt } = numberColumn(title, cells, all, delimiter);
    const values = cells.map(read);
    const wrong = values.indexOf(undefined);
    if (wrong >= 0) return blame(title, wrong, 'number');
    numbers.set(title, values as readonly (number | null)[]);
    if (doubt) doubts.push(doubt);
  }
  const clusters = columns.cluster === null ? null : cellsOf(columns.cluster);
  const rows = lines.map(
    (_, row): PanelRow => ({
      unit: units[row]!,
      period: times.values[row]!,
      outcome: numbers.get(columns.outcome)![row]!,
      treated: starts[row]!,
      ...(columns.covariates.length > 0 && {
        covariates: Object.fromEntries(columns.covariates.map((title) => [title, numbers.get(title)![row]!])),
      }),
      ...(clusters && { cluster: clusters[row]! }),
      ...(columns.weight !== null && { weight: numbers.get(columns.weight)![row]! }),
    }),
  );
  return { kind: 'rows', rows, doubts };
}
