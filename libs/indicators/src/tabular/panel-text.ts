import type { PanelRow } from '../effect/panel-row';
import { periodCode } from '../period';
import { comparableName, stripInvisible } from './cell-text';
import { CsvReader, type CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import { readNumber } from './french-number';
import { readPeriod } from './period-reading';
import { delimiters } from './sample';

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
  | { readonly kind: 'rows'; readonly rows: readonly PanelRow[] }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'no-column'; readonly wanted: readonly string[]; readonly present: readonly string[] }
  | {
      readonly kind: 'wrong-cell';
      readonly line: number;
      readonly column: string;
      readonly seen: string;
      readonly expected: 'number' | 'period' | 'treatment' | 'name';
    };

type Fault = Exclude<PanelTextReading, { kind: 'rows' }>;

const latestYear = 2200;
const absent = new Set(['nan', 'null', 'none', '.', '#n/a', 'inf', '+inf', '-inf', 'infinity', 'never', 'jamais']);
const words: Readonly<Record<string, number>> = { oui: 1, yes: 1, true: 1, vrai: 1, non: 0, no: 0, false: 0, faux: 0 };

/** Reads a delimited table of units and periods: delimiter by the titles that are asked for, numbers in French or English. */
export function readPanelText(text: string, columns: PanelColumns): PanelTextReading {
  const directive = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
  const body = text.slice(directive.length);
  const firstLine = directive === '' ? 1 : 2;
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
  const reader = new CsvReader(best.delimiter, undefined, firstLine);
  const lines = [...reader.read(body), ...reader.end()].filter(
    ({ cells, problem }) => problem || cells.some((cell) => cell.trim() !== ''),
  );
  return readLines(lines, best.header, columns);
}

function wantedTitles({ unit, time, outcome, treated, covariates, cluster, weight }: PanelColumns): string[] {
  const optional = [unit, cluster, weight].filter((title) => title !== null);
  return [...new Set([time, outcome, treated, ...optional, ...covariates])];
}

function headerOf(text: string, delimiter: string, firstLine: number): string[] {
  const reader = new CsvReader(delimiter, undefined, firstLine);
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

const problems = {
  'unclosed-quote': 'GUILLEMET_NON_FERME',
  'too-long': 'CHAMP_TROP_LONG',
  'too-many-columns': 'TROP_DE_COLONNES',
  nul: 'OCTET_NUL',
} as const;

function readLines(lines: readonly CsvRow[], header: readonly string[], columns: PanelColumns): PanelTextReading {
  const at = (title: string | null) => (title === null ? -1 : columnOf(header, title));
  const places = {
    unit: at(columns.unit),
    time: at(columns.time),
    outcome: at(columns.outcome),
    treated: at(columns.treated),
    cluster: at(columns.cluster),
    weight: at(columns.weight),
    covariates: columns.covariates.map((title) => [title, at(title)] as const),
  };
  const rows: PanelRow[] = [];
  for (const [index, { line, cells, problem }] of lines.entries()) {
    if (problem) return { kind: 'finding', finding: aFinding(problems[problem], line, null, null) };
    if (index === 0) continue;
    if (cells.length !== header.length && !isPadded(cells, header.length)) {
      const detail = { found: cells.length, expected: header.length };
      return { kind: 'finding', finding: aFinding('NB_COLONNES', line, null, String(cells.length), detail) };
    }
    const row = readRow(cells, places, (column, seen, expected) => ({
      kind: 'wrong-cell',
      line,
      column: header[column] ?? '',
      seen,
      expected,
    }));
    if ('kind' in row) return row;
    rows.push(row);
  }
  if (rows.length === 0) return { kind: 'finding', finding: aFinding('AUCUNE_LIGNE', null, null, null) };
  return { kind: 'rows', rows };
}

const isPadded = (cells: readonly string[], length: number): boolean =>
  cells.length > length && cells.slice(length).every((cell) => cell.trim() === '');

interface Places {
  readonly unit: number;
  readonly time: number;
  readonly outcome: number;
  readonly treated: number;
  readonly cluster: number;
  readonly weight: number;
  readonly covariates: readonly (readonly [string, number])[];
}
type Blame = (column: number, seen: string, expected: 'number' | 'period' | 'treatment' | 'name') => Fault;

function readRow(cells: readonly string[], places: Places, blame: Blame): PanelRow | Fault {
  const cell = (place: number): string => stripInvisible(cells[place] ?? '').trim();
  const unit = places.unit < 0 ? '' : cell(places.unit);
  if (places.unit >= 0 && unit === '') return blame(places.unit, unit, 'name');
  const period = readTime(cell(places.time));
  if (typeof period !== 'number') return blame(places.time, cell(places.time), 'period');
  const treated = readTreated(cell(places.treated));
  if (treated === undefined) return blame(places.treated, cell(places.treated), 'treatment');
  const numbers = new Map<string, number | null>();
  const named = [['', places.outcome], ['', places.weight], ...places.covariates] as const;
  for (const [index, [title, place]] of named.entries()) {
    if (place < 0) continue;
    const value = readCell(cell(place));
    if (value === undefined) return blame(place, cell(place), 'number');
    numbers.set(index < 2 ? `:${index}` : title, value);
  }
  const weight = numbers.get(':1');
  const outcome = numbers.get(':0') ?? null;
  const covariates = Object.fromEntries(places.covariates.map(([title]) => [title, numbers.get(title) ?? null]));
  return {
    unit,
    period,
    outcome,
    treated,
    ...(places.covariates.length > 0 && { covariates }),
    ...(places.cluster >= 0 && { cluster: cell(places.cluster) }),
    ...(weight !== undefined && { weight }),
  };
}

/** undefined: not a number and not a mark of absence. */
function readCell(text: string): number | null | undefined {
  if (absent.has(text.toLowerCase())) return null;
  const reading = readNumber(text);
  if (reading.kind === 'number') return reading.value;
  return reading.kind === 'invalid' ? undefined : null;
}

/** A year, a rank, or a period as French files write it ("2023-T1", "oct. 2020"), which then counts by its code. */
function readTime(text: string): number | null | undefined {
  const number = readCell(text);
  if (number !== undefined) return number;
  const reading = readPeriod(text, latestYear);
  return reading.kind === 'period' ? periodCode(reading.period) : undefined;
}

const readTreated = (text: string): number | null | undefined => words[text.toLowerCase()] ?? readTime(text);
