import { periodCode } from '../period';
import { hasInvisible, stripInvisible } from './cell-text';
import { levelFamily } from './column-role';
import { remarksOnColumns, rolesOf, usesOf } from './column-uses';
import { indexOfColumn } from './corrections';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import {
  duplicatedHeader,
  type Header,
  headerAt,
  headerText,
  isApostrophed,
  longestHeader,
  roleOfParts,
} from './header';
import { HintedColumns } from './hinted-columns';
import type { IndicatorIndex } from './indicator-index';
import type { Layout, LayoutReading } from './layout';
import { findNominative } from './nominative-rows';
import { periodInTwo } from './period-part';
import { readPeriod } from './period-reading';
import { filtersOf, hintsOfPreset } from './presets/apply-preset';
import type { Preset } from './presets/preset';
import { presetOf } from './presets/presets';
import type { ReadingHints } from './reading-hints';
import { refusedLayout } from './refused-layout';
import { chooseTerritory } from './territory-column';
import { readTransposed } from './transposed';
import { type Column, type ColumnContext, type ValueColumn, valueColumns } from './value-columns';

/** Reads the shape of a file from its first rows. */
export function readLayout(
  rows: readonly CsvRow[],
  header: Header | undefined,
  indicators: IndicatorIndex,
  latestYear: number,
  isWhole: boolean,
  hints: ReadingHints = {},
): LayoutReading {
  const named = findNominative(rows, header);
  if (named) return refusedLayout([named]);
  const first = rows[0];
  if (!first && !isWhole) return refusedLayout([aFinding('ENTETE_TROP_LONG', 1, null, null)]);
  if (!first) return refusedLayout([aFinding('AUCUNE_LIGNE', null, null, null)]);
  const tooLong = first.cells.find((cell) => cell.length > longestHeader);
  if (tooLong) return refusedLayout([aFinding('ENTETE_TROP_LONG', first.line, null, tooLong.trim())]);
  if (first.problem === 'nul') return refusedLayout([aFinding('OCTET_NUL', first.line, null, null)]);
  if (first.problem === 'too-many-columns')
    return refusedLayout([aFinding('TROP_DE_COLONNES', first.line, null, String(first.cells.length))]);
  const hinted = new HintedColumns(hints.columns ?? []);
  const wrong = wrongHint(hints, indicators, latestYear);
  if (wrong) return refusedLayout([wrong]);
  const context = {
    indicators,
    latestYear,
    hints,
    hinted: hints.indicator === undefined ? null : (indicators.findExact(hints.indicator) ?? null),
  };
  const found = hints.headerLine === undefined ? header : headerAt(rows, hints.headerLine, hints.headerLineCount);
  const isTransposed = hints.shape === 'transposed' || (hints.shape === undefined && !found);
  const transposed = isTransposed ? readTransposed(rows, context, hinted) : undefined;
  if (transposed) return transposed;
  if (!found) return refusedLayout([unknownHeader(first)], rows);
  const headers = found.cells.map(({ header }) => header);
  const preset = presetOf(headers, hints.preset);
  if (!preset) return layoutUnder(found, rows, context, hinted, undefined);
  const merged = hintsOfPreset(preset, headers, indicators, latestYear, hints);
  const both = new HintedColumns(merged.columns ?? []);
  return layoutUnder(found, rows, { ...context, hints: merged }, both, preset);
}

/** Titles that are known, but for that of the codes, lack a column; others are no titles. */
function unknownHeader({ line, cells }: CsvRow): Finding {
  const known = cells.map(headerText).filter((title) => !isApostrophed(title) && roleOfParts([title], title));
  return known.length > 1
    ? aFinding('COLONNE_MANQUANTE', line, 'territoire', null)
    : aFinding('ENTETE_INCONNU', line, null, cells.slice(0, 8).join(' ; '));
}

function wrongHint(hints: ReadingHints, indicators: IndicatorIndex, latestYear: number): Finding | undefined {
  const codes = [
    hints.indicator,
    ...(hints.columns ?? []).map(({ use }) => (use.as === 'value' ? use.indicator : null)),
  ];
  const unknown = codes.find((code) => typeof code === 'string' && !indicators.findExact(code));
  if (typeof unknown === 'string')
    return aFinding('INDICATEUR_INCONNU', null, null, unknown, suggested(indicators, unknown));
  const periods = [hints.period, ...(hints.columns ?? []).map(({ use }) => (use.as === 'value' ? use.period : null))];
  for (const period of periods) {
    const reading = typeof period === 'string' ? readPeriod(period, latestYear) : undefined;
    if (reading?.kind === 'invalid') return aFinding(reading.code, null, null, period ?? '', { latestYear });
  }
  return undefined;
}

function suggested(indicators: IndicatorIndex, code: string): { suggestion: string } | undefined {
  const suggestion = indicators.suggest(code);
  return suggestion ? { suggestion } : undefined;
}

function layoutUnder(
  found: Header,
  rows: readonly CsvRow[],
  context: ColumnContext,
  hinted: HintedColumns,
  preset: Preset | undefined,
): LayoutReading {
  const row = rows[found.last]!;
  const findings: Finding[] = [];
  if (found.first > 0)
    findings.push(aFinding('LIGNES_TITRE', rows[0]!.line, null, rows[0]!.cells.join(' ').trim(), { header: row.line }));
  const invisible = rows.slice(found.first, found.last + 1).flatMap(({ cells }) => cells.filter(hasInvisible))[0];
  if (invisible !== undefined)
    findings.push(aFinding('CARACTERE_INVISIBLE', row.line, stripInvisible(invisible), null));
  const columns = found.cells.map((cell): Column => {
    const use = hinted.find(cell.header, cell.index);
    return { ...cell, use, role: use ? undefined : roleOfParts(cell.parts, cell.header) };
  });
  const headers = columns.map(({ header }) => header);
  // whatever a person says of the column: the file would be kept with it
  const nominative = found.cells.find(({ parts, header }) => roleOfParts(parts, header)?.role === 'nominative');
  if (nominative) return refusedLayout([aFinding('DONNEES_NOMINATIVES', row.line, nominative.header, null)]);
  const duplicate = duplicatedHeader(columns);
  if (duplicate) return refusedLayout([aFinding('ENTETE_DUPLIQUE', row.line, duplicate, null)], rows, found);
  const corrected = context.hints.corrections?.find(({ column }) => indexOfColumn(column, headers) < 0);
  const missing = hinted.missing(headers) ?? corrected?.column;
  if (missing !== undefined) findings.push(aFinding('COLONNE_MANQUANTE', row.line, missing, null));
  return layoutOf(found, columns, rows, findings, context, preset);
}

function layoutOf(
  { first, last }: Header,
  columns: readonly Column[],
  rows: readonly CsvRow[],
  findings: Finding[],
  context: ColumnContext,
  preset: Preset | undefined,
): LayoutReading {
  const { hints, latestYear } = context;
  const headerLine = rows[last]!.line;
  const headers = columns.map(({ header }) => header);
  const dated = periodInTwo(columns);
  const roles = { ...rolesOf(columns), ...(dated ? { period: dated.year } : {}) };
  const code = chooseTerritory(columns, rows.slice(last + 1));
  const values = valueColumns(columns, roles, context);
  const taken = { values, code, part: dated?.part, roles };
  findings.push(...remarksOnColumns(columns, taken, rows.slice(last + 1), headerLine));
  const layout: Layout = {
    headerLine,
    headerLineCount: last - first + 1,
    headers,
    territory: code?.territory ?? -1,
    codeStart: code?.codeStart ?? null,
    levels: hints.level ? levelFamily(hints.level) : (code?.levels ?? null),
    roles,
    ...(dated ? { periodPart: dated.part } : {}),
    values: datedBy(hints, latestYear, values),
    shape: hints.shape === 'wide' || values.length !== 1 ? 'wide' : 'long',
    columns: usesOf(columns, taken),
    preset: preset?.id ?? null,
    filters: preset ? filtersOf(preset, headers, rows.slice(last + 1)) : [],
    indicatorNames: new Map(Object.entries(hints.indicatorNames ?? {})),
    leavesOthers: hints.otherIndicators === 'ignored',
  };
  const lack = lackOf(layout);
  if (lack) findings.push(lack);
  const isRefused = findings.some(
    ({ code: finding }) => finding === 'COLONNE_MANQUANTE' || finding === 'AUCUN_INDICATEUR',
  );
  return isRefused ? { kind: 'refused', findings, draft: layout } : { kind: 'layout', findings, layout };
}

/** What a layout lacks to be read. */
function lackOf({ headerLine, headers, territory, values, roles }: Layout): Finding | undefined {
  const missing = (name: string) => aFinding('COLONNE_MANQUANTE', headerLine, name, null);
  if (territory < 0) return missing('territoire');
  if (values.length === 0 && roles.indicator !== undefined) return missing('valeur');
  if (values.length === 0) return aFinding('AUCUN_INDICATEUR', headerLine, null, headers.slice(0, 12).join(' ; '));
  if (values.some(({ indicator }) => !indicator) && roles.indicator === undefined) return missing('indicateur');
  if (values.some(({ period }) => period === null) && roles.period === undefined) return missing('période');
  return undefined;
}

function datedBy({ period }: ReadingHints, latestYear: number, values: readonly ValueColumn[]): readonly ValueColumn[] {
  const reading = period === undefined ? undefined : readPeriod(period, latestYear);
  if (reading?.kind !== 'period') return values;
  return values.map((value) => ({ ...value, period: value.period ?? periodCode(reading.period) }));
}
