import { vintageDate } from '../geography-vintage';
import { periodCode, periodOfCode, yearOf } from '../period';
import { comparableName } from './cell-text';
import { readLevel } from './column-role';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, type FindingCode, severityOf } from './finding';
import type { ImportedIndicator, IndicatorIndex } from './indicator-index';
import type { Layout } from './layout';
import { alignPeriod, type PeriodReading, readPeriod } from './period-reading';
import { readRowStatus } from './row-status';
import { isTotalName, readTerritory, type TerritoryContext, type TerritoryReading } from './territory-code';
import type { TerritoryCode, TerritoryIndex } from './territory-index';
import { findPersonalData, hasMarkup } from './text-alerts';
import { type NumberHabits, type ObservedMeasure, readMeasure } from './value-cell';
import type { ValueColumn } from './value-columns';

/** An observation to keep: one territory, indicator and period of one row. */
export interface Observed extends ObservedMeasure {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  /** Column of the file, 1-based; 0 when the row gives a single value. */
  readonly column: number;
}

export interface RowVerdict {
  readonly verdict: 'kept' | 'ignored' | 'rejected';
  readonly findings: readonly Finding[];
  readonly observations: readonly Observed[];
  /** Nothing to remark, and nothing in its cells that could mean otherwise beside other cells. */
  readonly isPlain?: boolean;
}

export interface ReadingContext extends TerritoryContext {
  readonly latestYear: number;
  readonly habits: NumberHabits;
  /** Whether the file mixes French and American dates: then 01/02/2023 means nothing. */
  readonly hasAmericanDates: boolean;
}

const problemCodes: Record<NonNullable<CsvRow['problem']>, FindingCode> = {
  'unclosed-quote': 'GUILLEMET_NON_FERME',
  'too-long': 'CHAMP_TROP_LONG',
  'too-many-columns': 'TROP_DE_COLONNES',
  nul: 'OCTET_NUL',
};

/** Distinct cells remembered per column; beyond, cells are simply read again. */
const memoryLimit = 400_000;

/** Gives every data row its verdict. Remembers what each distinct code, period and indicator cell means. */
export class RowReader {
  /** Distinct codes that the geography vintage does not know. */
  strangers = 0;
  private readonly territories = new Map<string, TerritoryReading>();
  private readonly periods = new Map<string, PeriodReading>();
  private readonly otherColumns: readonly number[];
  private readonly headerNames: readonly string[];

  constructor(
    readonly layout: Layout,
    private readonly territoryIndex: TerritoryIndex,
    private readonly indicators: IndicatorIndex,
    readonly context: ReadingContext,
  ) {
    const { roles, territory, values } = layout;
    const used = new Set<number>([territory, ...values.map(({ index }) => index)]);
    for (const [role, index] of Object.entries(roles)) if (role !== 'label' && role !== 'description') used.add(index);
    this.otherColumns = layout.headers.flatMap((_, index) => (used.has(index) ? [] : [index]));
    this.headerNames = layout.headers.map(comparableName);
  }

  /** All perimeters of every distinct code met so far, to choose the geography vintage. */
  *codesSeen(): Generator<readonly TerritoryCode[]> {
    for (const reading of this.territories.values()) if (reading.kind === 'territory') yield reading.entries;
  }

  /** The verdict of a row; null for a blank line, which is no data row. */
  read(row: CsvRow): RowVerdict | null {
    const { cells, line } = row;
    if (row.problem) return rejected([aFinding(problemCodes[row.problem], line, this.longColumn(row), null)]);
    if (cells.every((cell) => cell.trim() === '')) return null;
    const aside = this.setAside(row);
    if (aside) return aside;
    const findings: Finding[] = [];
    const { layout } = this;
    const excess = cells.slice(layout.headers.length).some((cell) => cell.trim() !== '');
    if (excess || cells.length < layout.headers.length)
      findings.push(
        aFinding('NB_COLONNES', line, null, String(cells.length), {
          expected: layout.headers.length,
          found: cells.length,
        }),
      );
    const territory = this.territory(cells, line, findings);
    if (territory?.kind === 'total')
      return ignored([
        aFinding('LIGNE_TOTAL', line, this.header(layout.territory), this.cell(cells, layout.territory)),
      ]);
    if (findings.some(({ code }) => code === 'NB_COLONNES')) return rejected(findings);
    this.inspectText(cells, line, findings);
    const status = readRowStatus(cells, layout, line, findings);
    const observations: Observed[] = [];
    let missing = 0;
    const numerator = this.role(cells, 'numerator');
    const denominator = this.role(cells, 'denominator');
    for (const column of layout.values) {
      const indicator = column.indicator ?? this.indicator(cells, line, findings);
      const period = indicator ? this.period(cells, line, column, indicator, findings) : undefined;
      if (!indicator || period === undefined || territory?.kind !== 'territory') continue;
      const measure = readMeasure(
        { value: this.cell(cells, column.index), numerator, denominator },
        indicator,
        this.context.habits,
        column.isProvisional && status.status === 'normal' ? { ...status, status: 'provisional' } : status,
        { line, column: column.header },
        findings,
      );
      if (measure === null) missing += 1;
      if (measure && isRateOfThePast(measure, indicator, territory.validTo, period)) {
        const header = this.header(layout.territory);
        findings.push(aFinding('COMMUNE_FUSIONNEE_NON_ADDITIVE', line, header, this.cell(cells, layout.territory)));
      }
      if (measure)
        observations.push({
          value: measure.value,
          numerator: measure.numerator,
          denominator: measure.denominator,
          absence: measure.absence,
          status: measure.status,
          territoryId: territory.id,
          indicatorId: indicator.id,
          period,
          column: layout.shape === 'wide' ? column.index + 1 : 0,
        });
    }
    if (findings.some(({ code }) => severityOf(code) === 'error')) return rejected(findings);
    if (missing > 0)
      findings.push(
        aFinding('VALEURS_MANQUANTES', line, this.header(layout.values[0]?.index ?? -1), '', { count: missing }),
      );
    const isPlain = findings.length === 0 && territory?.kind === 'territory' && territory.validTo === null;
    return { verdict: 'kept', findings, observations, isPlain };
  }

  /** Rows that are not data: the header again, a total, a note. */
  private setAside({ cells, line }: CsvRow): RowVerdict | undefined {
    const { headers, territory, roles } = this.layout;
    const code = this.cell(cells, territory);
    if (
      comparableName(code) === this.headerNames[territory] &&
      cells.every((cell, index) => comparableName(cell) === (this.headerNames[index] ?? ''))
    )
      return ignored([aFinding('ENTETE_REPETE', line, null, null)]);
    const label = roles.label === undefined ? '' : this.cell(cells, roles.label);
    if (code.trim() === '' && isTotalName(label))
      return ignored([aFinding('LIGNE_TOTAL', line, headers[roles.label ?? 0] ?? null, label)]);
    const filled = cells.filter((cell) => cell.trim() !== '');
    const isNote = headers.length > 2 && filled.length === 1 && !/^[\dA-Z'"]{1,9}$/i.test(filled[0]?.trim() ?? '');
    if (isNote && !isTotalName(filled[0] ?? '')) return ignored([aFinding('LIGNE_NOTE', line, null, filled[0] ?? '')]);
    return undefined;
  }

  private territory(cells: readonly string[], line: number, findings: Finding[]): TerritoryReading | undefined {
    const { layout } = this;
    const cell = this.cell(cells, layout.territory);
    const level = layout.roles.level === undefined ? undefined : readLevel(this.role(cells, 'level'));
    const key = level ? `${level} ${cell}` : cell;
    let reading = this.territories.get(key);
    if (!reading) {
      const context = level ? { ...this.context, levels: [level] } : { ...this.context, levels: layout.levels };
      reading = readTerritory(cell, this.territoryIndex, context);
      if (reading.kind === 'territory' && reading.remarks.includes('CODE_AUTRE_MILLESIME')) this.strangers += 1;
      if (this.territories.size < memoryLimit) this.territories.set(key, reading);
    }
    const column = this.header(layout.territory);
    if (reading.kind === 'ambiguous') findings.push(aFinding('TERRITOIRE_AMBIGU', line, column, cell));
    if (reading.kind === 'unknown') findings.push(aFinding('TERRITOIRE_INCONNU', line, column, cell));
    if (reading.kind === 'territory') {
      for (const code of reading.remarks) findings.push(aFinding(code, line, column, cell, { code: reading.code }));
    }
    return reading;
  }

  private indicator(cells: readonly string[], line: number, findings: Finding[]): ImportedIndicator | undefined {
    const cell = this.role(cells, 'indicator');
    const found = this.indicators.findExact(cell.trim());
    if (found) return found;
    const suggestion = this.indicators.suggest(cell);
    findings.push(
      aFinding(
        'INDICATEUR_INCONNU',
        line,
        this.header(this.layout.roles.indicator ?? -1),
        cell,
        suggestion ? { suggestion } : undefined,
      ),
    );
    return undefined;
  }

  private period(
    cells: readonly string[],
    line: number,
    column: ValueColumn,
    { frequency }: ImportedIndicator,
    findings: Finding[],
  ): number | undefined {
    if (column.period !== null) return column.period;
    const cell = this.role(cells, 'period');
    let reading = this.periods.get(cell);
    if (!reading) {
      reading = this.isAmbiguousDate(cell)
        ? { kind: 'invalid', code: 'PERIODE_INVALIDE' }
        : readPeriod(cell, this.context.latestYear);
      if (this.periods.size < memoryLimit) this.periods.set(cell, reading);
    }
    const header = this.header(this.layout.roles.period ?? -1);
    const known = findings.some(({ column: other, code }) => other === header && code.startsWith('PERIODE_'));
    if (reading.kind === 'invalid') {
      if (!known) findings.push(aFinding(reading.code, line, header, cell, { latestYear: this.context.latestYear }));
      return undefined;
    }
    if (reading.isNormalised && !known) findings.push(aFinding('PERIODE_NORMALISEE', line, header, cell));
    return periodCode(reading.isDay ? alignPeriod(reading.period, frequency) : reading.period);
  }

  private isAmbiguousDate(cell: string): boolean {
    return this.context.hasAmericanDates && /^\s*(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}\s*$/.test(cell);
  }

  /** Remarks on text that is not read as data: personal data, markup, spaces around what is read. */
  private inspectText(cells: readonly string[], line: number, findings: Finding[]): void {
    for (const index of this.otherColumns) {
      const cell = this.cell(cells, index);
      if (findPersonalData(cell)) findings.push(aFinding('DONNEE_PERSONNELLE', line, this.header(index), null));
      if (hasMarkup(cell)) findings.push(aFinding('BALISE_HTML', line, this.header(index), cell));
    }
    const { territory, roles } = this.layout;
    const spaced = [territory, roles.period, roles.indicator].find((index) => {
      const cell = index === undefined ? '' : this.cell(cells, index);
      return cell !== cell.trim();
    });
    if (spaced !== undefined) findings.push(aFinding('ESPACES', line, this.header(spaced), this.cell(cells, spaced)));
  }

  private longColumn({ cells, problem }: CsvRow): string | null {
    if (problem === 'nul') return this.header(cells.findIndex((cell) => cell.includes('\0')));
    const longest = cells.reduce((best, cell, index) => (cell.length > (cells[best]?.length ?? 0) ? index : best), 0);
    return this.header(longest);
  }

  private readonly cell = (cells: readonly string[], index: number): string => cells[index] ?? '';

  private role(cells: readonly string[], role: keyof Layout['roles']): string {
    const index = this.layout.roles[role];
    return index === undefined ? '' : (cells[index] ?? '');
  }

  private header(index: number): string | null {
    return this.layout.headers[index] ?? null;
  }
}

/**
 * A rate observed more than a year after its territory merged, without the counts that would let it join its successor's.
 * (Producers are often one geography behind.)
 */
function isRateOfThePast(
  { value, denominator }: ObservedMeasure,
  { territorialRule }: ImportedIndicator,
  validTo: string | null,
  period: number,
): boolean {
  const isAdditive = territorialRule === 'sum' || denominator !== null || value === null;
  return !isAdditive && validTo !== null && validTo <= vintageDate(yearOf(periodOfCode(period)).year - 1);
}

const rejected = (findings: readonly Finding[]): RowVerdict => ({ verdict: 'rejected', findings, observations: [] });
const ignored = (findings: readonly Finding[]): RowVerdict => ({ verdict: 'ignored', findings, observations: [] });
