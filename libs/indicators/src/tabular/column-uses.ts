import type { ColumnRole } from './column-role';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import type { PeriodPart } from './period-part';
import type { HintedColumn } from './reading-hints';
import type { CodeColumns } from './territory-column';
import { type Column, newSeriesOf, useOfValue, type ValueColumn } from './value-columns';

type Roles = Partial<Record<ColumnRole, number>>;

/** Which columns a layout reads. */
export interface TakenColumns {
  readonly values: readonly ValueColumn[];
  readonly code: CodeColumns | undefined;
  readonly part: PeriodPart | undefined;
  readonly roles: Readonly<Roles>;
}

export function rolesOf(columns: readonly Column[]): Roles {
  const roles: Roles = {};
  for (const { index, use } of columns) {
    if (use && use.as !== 'territory' && use.as !== 'value' && use.as !== 'ignored') roles[use.as] ??= index;
  }
  for (const { index, role } of columns) if (role && role.role !== 'territory') roles[role.role] ??= index;
  return roles;
}

/** What each column is for, in the words of the hints that correct it. */
export const usesOf = (columns: readonly Column[], { values, code, part, roles }: TakenColumns): HintedColumn[] =>
  columns.map(({ index, header, use, role }) => {
    const value = values.find((one) => one.index === index);
    const named = header === '' ? `#${index + 1}` : header;
    if (value) return { header: named, use: useOfValue(value) };
    if (index === code?.territory || index === code?.codeStart)
      return { header: named, use: { as: 'territory', ...(code.levels ? { levels: code.levels } : {}) } };
    if (index === part?.index) return { header: named, use: { as: 'period' } };
    if (use && use.as !== 'value') return { header: named, use };
    const isRole = role && role.role !== 'territory' && role.role !== 'value' && role.role !== 'nominative';
    return { header: named, use: isRole && roles[role.role] === index ? { as: role.role } : { as: 'ignored' } };
  });

/** Columns that are not read, and why. */
export function remarksOnColumns(
  columns: readonly Column[],
  { values, code, part, roles }: TakenColumns,
  body: readonly CsvRow[],
  headerLine: number,
): Finding[] {
  const findings: Finding[] = [];
  const read = [code?.territory, code?.codeStart, part?.index, ...values.map(({ index }) => index)];
  for (const { index, header, role, use } of columns) {
    if (read.includes(index) || header === '' || use) continue;
    const by = role ? undefined : newSeriesOf(header, values);
    if (by) findings.push(aFinding('SERIE_REMPLACEE', headerLine, header, null, { by: by.header }));
    else if (role && (role.role === 'territory' || role.role === 'description' || roles[role.role] !== index))
      findings.push(aFinding('COLONNE_DESCRIPTIVE', headerLine, header, null));
    else if (!role) findings.push(aFinding('COLONNE_IGNOREE', headerLine, header, null));
  }
  const untitled = columns.filter(({ header, use }) => header === '' && !use);
  if (untitled.length === 0) return findings;
  const isFilled = untitled.some(({ index }) => body.some(({ cells }) => (cells[index] ?? '').trim() !== ''));
  const ranks = untitled.slice(0, 12).map(({ index }) => index + 1);
  const detail = { ranks: ranks.join(', '), isFilled: isFilled ? 1 : 0 };
  return [...findings, aFinding('COLONNES_VIDES', headerLine, null, null, detail)];
}
