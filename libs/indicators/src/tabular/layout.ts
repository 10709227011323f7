import { type Period, periodCode } from '../period';
import type { TerritoryLevel } from '../territory';
import { comparableName, hasInvisible, looksDoubleEncoded, stripInvisible, undoDoubleEncoding } from './cell-text';
import { type ColumnRole, roleOfHeader } from './column-role';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import type { ImportedIndicator, IndicatorIndex } from './indicator-index';
import { readPeriod } from './period-reading';

/** What a person (or an earlier file of the same source) says that the file itself does not. */
export interface ReadingHints {
  readonly indicator?: string;
  readonly period?: Period;
  readonly level?: TerritoryLevel;
}

/** A column whose cells are values; what it does not say, the row says. */
export interface ValueColumn {
  readonly index: number;
  readonly header: string;
  readonly indicator: ImportedIndicator | null;
  readonly period: number | null;
  readonly isProvisional: boolean;
}

/** How the rows of a file are to be read. */
export interface Layout {
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly territory: number;
  readonly levels: readonly TerritoryLevel[] | null;
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly values: readonly ValueColumn[];
  readonly shape: 'long' | 'wide';
}

export type LayoutReading =
  | { readonly kind: 'layout'; readonly layout: Layout; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

const headerSearchRows = 40;
const longestHeader = 1_000;

interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: ReturnType<typeof roleOfHeader>;
}

const headerText = (cell: string): string => {
  const text = stripInvisible(cell).trim();
  return looksDoubleEncoded(text) ? (undoDoubleEncoding(text) ?? text) : text;
};

/** How many cells of a row read as known headers, with a territory column among them. */
function headerScore(row: CsvRow, indicators: IndicatorIndex, latestYear: number): number {
  let score = 0;
  let hasTerritory = false;
  for (const cell of row.cells) {
    if (cell.length > longestHeader || cell.trim() === '' || /^'.*'$/.test(cell.trim())) continue;
    const role = roleOfHeader(headerText(cell));
    hasTerritory ||= role?.role === 'territory';
    if (role || indicators.findInHeader(headerText(cell), latestYear)) score += 2;
    else if (readPeriod(headerText(cell), latestYear).kind === 'period') score += 1;
  }
  return hasTerritory && score > 2 ? score : 0;
}

export function findHeader(rows: readonly CsvRow[], indicators: IndicatorIndex, latestYear: number) {
  let best: { readonly position: number; readonly score: number } | undefined;
  for (const [position, row] of rows.slice(0, headerSearchRows).entries()) {
    const score = headerScore(row, indicators, latestYear);
    if (score > (best?.score ?? 0)) best = { position, score };
  }
  return best;
}

/** Reads the shape of a file from its first rows. */
export function readLayout(
  rows: readonly CsvRow[],
  indicators: IndicatorIndex,
  latestYear: number,
  isWhole: boolean,
  hints: ReadingHints = {},
): LayoutReading {
  const first = rows[0];
  if (!first && !isWhole) return refused(aFinding('ENTETE_TROP_LONG', 1, null, null));
  if (!first) return refused(aFinding('AUCUNE_LIGNE', null, null, null));
  if (first.cells.some((cell) => cell.length > longestHeader))
    return refused(
      aFinding(
        'ENTETE_TROP_LONG',
        first.line,
        null,
        first.cells.find((cell) => cell.length > longestHeader)?.trim() ?? '',
      ),
    );
  if (first.problem === 'too-many-columns')
    return refused(aFinding('TROP_DE_COLONNES', first.line, null, String(first.cells.length)));
  const found = findHeader(rows, indicators, latestYear);
  const row = found ? rows[found.position] : undefined;
  if (!found || !row) return refused(aFinding('ENTETE_INCONNU', first.line, null, first.cells.slice(0, 8).join(' ; ')));
  const findings: Finding[] = [];
  if (found.position > 0)
    findings.push(aFinding('LIGNES_TITRE', first.line, null, first.cells.join(' ').trim(), { header: row.line }));
  if (row.cells.some(hasInvisible))
    findings.push(aFinding('CARACTERE_INVISIBLE', row.line, stripInvisible(row.cells.find(hasInvisible) ?? ''), null));
  const columns: Column[] = row.cells.map((cell, index) => ({
    index,
    header: headerText(cell),
    role: roleOfHeader(headerText(cell)),
  }));
  const nominative = columns.find(({ role }) => role?.role === 'nominative');
  if (nominative) return refused(aFinding('DONNEES_NOMINATIVES', row.line, nominative.header, null));
  const duplicate = duplicatedHeader(columns);
  if (duplicate) return refused(aFinding('ENTETE_DUPLIQUE', row.line, duplicate, null));
  return layoutOf(row.line, columns, findings, indicators, latestYear, hints);
}

const refused = (...findings: Finding[]): LayoutReading => ({ kind: 'refused', findings });

function duplicatedHeader(columns: readonly Column[]): string | undefined {
  const seen = new Set<string>();
  for (const { header } of columns) {
    const name = comparableName(header);
    if (name === '') continue;
    if (seen.has(name)) return header;
    seen.add(name);
  }
  return undefined;
}

function layoutOf(
  headerLine: number,
  columns: readonly Column[],
  findings: Finding[],
  indicators: IndicatorIndex,
  latestYear: number,
  hints: ReadingHints,
): LayoutReading {
  const roles: Partial<Record<ColumnRole, number>> = {};
  for (const { index, role } of columns) {
    if (role && role.role !== 'territory') roles[role.role] ??= index;
  }
  const territory = columns
    .filter(({ role }) => role?.role === 'territory')
    .sort((a, b) => (a.role?.precision ?? 0) - (b.role?.precision ?? 0) || a.index - b.index)[0]!;
  const hinted = hints.indicator === undefined ? null : (indicators.findExact(hints.indicator) ?? null);
  const values = valueColumns(columns, roles, indicators, latestYear, hinted);
  for (const { index, header, role } of columns) {
    if (index === territory.index || values.some((value) => value.index === index) || header === '') continue;
    if (role && (role.role === 'territory' || role.role === 'description' || roles[role.role] !== index))
      findings.push(aFinding('COLONNE_DESCRIPTIVE', headerLine, header, null));
    else if (!role) findings.push(aFinding('COLONNE_IGNOREE', headerLine, header, null));
  }
  if (columns.some(({ header }) => header === '')) findings.push(aFinding('COLONNES_VIDES', headerLine, null, null));
  const headers = columns.map(({ header }) => header);
  if (values.length === 0)
    return refused(...findings, aFinding('AUCUN_INDICATEUR', headerLine, null, headers.slice(0, 12).join(' ; ')));
  const lacksIndicator = values.some(({ indicator }) => !indicator) && roles.indicator === undefined;
  if (lacksIndicator) return refused(...findings, aFinding('COLONNE_MANQUANTE', headerLine, 'indicateur', null));
  const lacksPeriod = values.some(({ period }) => period === null) && roles.period === undefined && !hints.period;
  if (lacksPeriod) return refused(...findings, aFinding('COLONNE_MANQUANTE', headerLine, 'période', null));
  const dated = hints.period
    ? values.map((value) => ({ ...value, period: value.period ?? periodCode(hints.period!) }))
    : values;
  return {
    kind: 'layout',
    findings,
    layout: {
      headerLine,
      headers,
      territory: territory.index,
      levels: hints.level ? [hints.level] : (territory.role?.levels ?? null),
      roles,
      values: dated,
      shape: dated.length === 1 ? 'long' : 'wide',
    },
  };
}

function valueColumns(
  columns: readonly Column[],
  roles: Partial<Record<ColumnRole, number>>,
  indicators: IndicatorIndex,
  latestYear: number,
  hinted: ImportedIndicator | null,
): ValueColumn[] {
  const plain = { indicator: hinted, period: null, isProvisional: false };
  const named = (index: number): string => columns[index]?.header ?? '';
  // A tidy file says its indicator in a cell, or has one value column whose indicator is hinted.
  if (roles.value !== undefined && (roles.indicator !== undefined || hinted))
    return [{ ...plain, index: roles.value, header: named(roles.value) }];
  if (roles.indicator !== undefined && roles.numerator !== undefined && roles.denominator !== undefined)
    return [{ ...plain, index: -1, header: named(roles.numerator) }];
  const measured = columns.flatMap(({ index, header, role }): ValueColumn[] => {
    if (role || header === '') return [];
    const found = indicators.findInHeader(header, latestYear);
    if (!found) return [];
    const period = found.year === null ? null : periodCode({ kind: 'year', year: found.year, index: 0 });
    return [{ index, header, indicator: found.indicator, period, isProvisional: false }];
  });
  if (measured.length > 0) return measured;
  const dated = columns.flatMap(({ index, header, role }): ValueColumn[] => {
    const reading = role ? undefined : readPeriod(header, latestYear);
    if (reading?.kind !== 'period') return [];
    const { period, isProvisional } = reading;
    return [{ index, header, indicator: hinted, period: periodCode(period), isProvisional }];
  });
  if (dated.length > 0) return dated;
  return roles.value === undefined ? [] : [{ ...plain, index: roles.value, header: named(roles.value) }];
}
