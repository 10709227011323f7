import type { ObservationStatus } from '../measure';
import { periodOfCode, periodText } from '../period';
import { comparableName } from './cell-text';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, type FindingCode, gravityOf } from './finding';
import type { ImportedIndicator, IndicatorIndex } from './indicator-index';
import type { Layout } from './layout';
import { mergerRemark } from './merged-commune';
import { codeOfPeriod, PeriodCells, type PeriodHabits } from './period-cells';
import type { LeftOutRows } from './reading-hints';
import { leftBy } from './row-filter';
import { problemOf } from './row-problem';
import { readRowStatus } from './row-status';
import { RowTerritories } from './row-territories';
import type { Observed, RowVerdict } from './row-verdict';
import type { SchemaRules } from './schema-rules';
import { isSumName, setAside } from './set-aside';
import type { TerritoryContext, TerritoryReading } from './territory-code';
import type { TerritoryIndex } from './territory-index';
import type { TerritoryNames } from './territory-names';
import { alertOn } from './text-alerts';
import { ToldMarks } from './told-marks';
import { type NumberHabits, readMeasure } from './value-cell';
import type { ValueColumn } from './value-columns';
import { markAlone } from './value-mark';
import { ValueUnits } from './value-units';

export interface ReadingContext extends TerritoryContext, PeriodHabits {
  readonly habits: NumberHabits;
  /** Columns in which « Ensemble » names no row. */
  readonly breakdowns: ReadonlySet<number>;
  readonly leftOut?: LeftOutRows | undefined;
  /** Mendings that someone refused. */
  readonly refused: ReadonlySet<FindingCode>;
  readonly rules?: SchemaRules;
  /** To compare the labels of a file with; none when it has no label. */
  readonly names?: TerritoryNames;
  /** Of a workbook, whose rows end with their last filled cell. */
  readonly isSheet?: boolean;
}

/** Gives every data row its verdict. Remembers what each distinct code, period and indicator cell means. */
export class RowReader {
  readonly territories: RowTerritories;
  private readonly periods: PeriodCells;
  private readonly marks = new ToldMarks();
  private readonly otherColumns: readonly number[];
  /** Those that may say that a row is a total. */
  private readonly nameColumns: readonly number[];
  private readonly headerNames: readonly string[];
  readonly units: ValueUnits;
  /** Up to the last title: a header that ends with delimiters asks nothing of its rows. */
  private readonly titledWidth: number;

  constructor(
    readonly layout: Layout,
    territoryIndex: TerritoryIndex,
    private readonly indicators: IndicatorIndex,
    readonly context: ReadingContext,
  ) {
    this.territories = new RowTerritories(layout, territoryIndex, context);
    this.periods = new PeriodCells(context);
    const { roles, territory, codeStart, values } = layout;
    const used = new Set<number>([
      territory,
      codeStart ?? -1,
      layout.periodPart?.index ?? -1,
      ...values.map(({ index }) => index),
    ]);
    for (const [role, index] of Object.entries(roles)) if (role !== 'label' && role !== 'description') used.add(index);
    this.otherColumns = layout.headers.flatMap((_, index) => (used.has(index) ? [] : [index]));
    this.nameColumns = this.otherColumns.filter((index) => !context.breakdowns.has(index));
    this.headerNames = layout.headers.map(comparableName);
    this.units = new ValueUnits(layout.headers, values, this.otherColumns, context.habits.factor);
    this.titledWidth = layout.headers.findLastIndex((header) => header !== '') + 1;
  }

  /** The verdict of a row; null for a blank line, which is no data row. */
  read(row: CsvRow): RowVerdict | null {
    const { line } = row;
    const { layout, territories, context } = this;
    const cells = this.context.rules?.readable(row.cells) ?? row.cells;
    if (row.problem) return rejected([problemOf(row, row.problem, layout.headers)]);
    if (cells.every((cell) => cell.trim() === '')) return null;
    const aside =
      setAside(row, layout, territories.block, this.headerNames, this.nameColumns) ??
      leftBy(layout.filters, cells, line, layout.headers) ??
      this.otherIndicator(cells, line);
    if (aside) return ignored([aside]);
    const territory = territories.read(cells);
    const left = territories.leave({ cells, line }, territory);
    if (left) return ignored([left]);
    const rest = territories.restColumn(territory, cells);
    if (rest !== undefined)
      return ignored([aFinding('LIGNE_HORS_CHAMP', line, this.header(rest), this.cell(cells, rest))]);
    const findings = territories.remarksOn(territory, cells, line);
    this.countColumns(cells, line, findings);
    const isSum = territory?.kind === 'unknown' && this.nameColumns.some((index) => isSumName(this.cell(cells, index)));
    if (territory?.kind === 'total' || isSum)
      return ignored([
        aFinding('LIGNE_TOTAL', line, this.header(territories.block.territory), territories.codeOf(cells)),
      ]);
    if (findings.some(({ code: found }) => found === 'NB_COLONNES')) return rejected(findings);
    this.inspectText(cells, line, findings);
    if (row.strayQuote !== undefined) findings.push(this.strayQuote(row.strayQuote, line, cells));
    findings.push(...(context.rules?.check(row.cells, line) ?? []));
    const { observations, missing } = this.observe(cells, line, territory, findings);
    const unwanted = findings.filter(({ code: found }) => context.refused.has(found));
    for (const { column, seen } of unwanted) findings.push(aFinding('REPARATION_REFUSEE', line, column, seen));
    if (findings.some((finding) => gravityOf(finding) === 'error' && finding.line === line)) return rejected(findings);
    if (missing > 0)
      findings.push(
        aFinding('VALEURS_MANQUANTES', line, this.header(layout.values[0]?.index ?? -1), '', { count: missing }),
      );
    const isPlain = findings.length === 0 && territory?.kind === 'territory' && territory.validTo === null;
    return { verdict: 'kept', findings, observations, isPlain };
  }

  private observe(
    cells: readonly string[],
    line: number,
    ofRow: TerritoryReading | undefined,
    findings: Finding[],
  ): { observations: Observed[]; missing: number } {
    const { layout, context } = this;
    const status = readRowStatus(cells, layout, line, findings);
    const observations: Observed[] = [];
    let missing = 0;
    const numerator = this.role(cells, 'numerator');
    const denominator = this.role(cells, 'denominator');
    for (const column of layout.values) {
      const territory = ofRow ?? this.territories.ofColumn(column.index);
      const indicator = column.indicator ?? this.indicator(cells, line, findings);
      const when = indicator ? this.period(cells, line, column, indicator, findings) : undefined;
      const isLeft = territory === undefined || (!ofRow && territory.kind !== 'territory');
      if (!indicator || when === undefined || isLeft) continue;
      const unit = this.units.contradiction(cells, column, indicator, line);
      if (unit) {
        findings.push(unit);
        continue;
      }
      const remarks: Finding[] = [];
      const beside = this.hasMarksBeside(column) ? markAlone(this.cell(cells, column.index + 1)) : undefined;
      const own = column.isBreak ? 'series-break' : when.status === 'normal' ? (beside ?? 'normal') : when.status;
      const measure = readMeasure(
        { value: this.cell(cells, column.index), numerator, denominator },
        indicator,
        context.habits,
        status.status === 'normal' ? { ...status, status: own } : status,
        { line, column: column.header },
        remarks,
      );
      const isPlaced = territory.kind === 'territory';
      // of a row that its territory refuses, what else refuses it
      findings.push(...(isPlaced ? remarks : remarks.filter((remark) => gravityOf(remark) === 'error')));
      if (!isPlaced) continue;
      if (measure === null) missing += 1;
      if (!measure) continue;
      if (measure.absence !== null) this.marks.tell(this.cell(cells, column.index), line, column.header, findings);
      const merger = mergerRemark(measure, indicator, territory, when.period);
      if (merger) findings.push(aFinding(merger, line, this.header(this.territories.block.territory), territory.code));
      observations.push({
        value: measure.value,
        numerator: measure.numerator,
        denominator: measure.denominator,
        absence: measure.absence,
        status: measure.status,
        territoryId: territory.id,
        indicatorId: indicator.id,
        period: when.period,
        column: layout.shape === 'long' ? 0 : column.index + 1,
      });
    }
    return { observations, missing };
  }

  private countColumns(cells: readonly string[], line: number, findings: Finding[]): void {
    const expected = this.layout.headers.length;
    const hasExcess = cells.slice(expected).some((cell) => cell.trim() !== '');
    if (hasExcess || (cells.length < this.titledWidth && !this.context.isSheet))
      findings.push(aFinding('NB_COLONNES', line, null, String(cells.length), { expected, found: cells.length }));
  }

  private indicatorNamed(name: string): ImportedIndicator | undefined {
    return this.indicators.findExact(this.layout.indicatorNames.get(name) ?? name);
  }

  /** A row of an indicator that someone left out, or that a producer's file has besides. */
  private otherIndicator(cells: readonly string[], line: number): Finding | undefined {
    const { roles, indicatorNames, leavesOthers } = this.layout;
    if (roles.indicator === undefined || (indicatorNames.size === 0 && !leavesOthers)) return undefined;
    const cell = this.role(cells, 'indicator');
    const isLeft = indicatorNames.get(cell.trim()) === null || (leavesOthers && !this.indicatorNamed(cell.trim()));
    return isLeft ? aFinding('LIGNE_HORS_CHAMP', line, this.header(roles.indicator), cell) : undefined;
  }

  private indicator(cells: readonly string[], line: number, findings: Finding[]): ImportedIndicator | undefined {
    const cell = this.role(cells, 'indicator');
    const found = this.indicatorNamed(cell.trim());
    if (found) return found;
    const suggestion = this.indicators.suggest(cell);
    const header = this.header(this.layout.roles.indicator ?? -1);
    findings.push(aFinding('INDICATEUR_INCONNU', line, header, cell, suggestion ? { suggestion } : undefined));
    return undefined;
  }

  private period(
    cells: readonly string[],
    line: number,
    column: ValueColumn,
    { frequency }: ImportedIndicator,
    findings: Finding[],
  ): { period: number; status: ObservationStatus } | undefined {
    if (column.period !== null) return { period: column.period, status: column.status };
    const { roles, periodPart } = this.layout;
    const first = this.role(cells, 'period');
    const second = periodPart ? this.cell(cells, periodPart.index) : '';
    const cell = periodPart ? `${first} ; ${second}` : first;
    const reading = periodPart ? this.periods.readTwo(first, second, periodPart.unit) : this.periods.read(first);
    const header = this.header(periodPart?.index ?? roles.period ?? -1);
    const known = findings.some(({ column: other, code }) => other === header && code.startsWith('PERIODE_'));
    if (reading.kind === 'invalid') {
      if (!known) findings.push(aFinding(reading.code, line, header, cell, { latestYear: this.context.latestYear }));
      return undefined;
    }
    const period = codeOfPeriod(reading.period, reading.isDay, frequency);
    if (reading.isNormalised && !known)
      findings.push(aFinding('PERIODE_NORMALISEE', line, header, cell, { period: periodText(periodOfCode(period)) }));
    return {
      period,
      status: reading.status === 'normal' ? column.status : reading.status,
    };
  }

  /** Producers write the marks of a column in the next one, which has no title. */
  private hasMarksBeside({ index }: ValueColumn): boolean {
    return this.layout.shape !== 'transposed' && this.layout.headers[index + 1] === '';
  }

  /** Remarks on text that is not read as data: personal data, markup, spaces around what is read. */
  private inspectText(cells: readonly string[], line: number, findings: Finding[]): void {
    for (const index of this.otherColumns) alertOn(this.cell(cells, index), line, this.header(index), findings);
    const { roles } = this.layout;
    const spaced = [this.territories.block.territory, roles.period, roles.indicator].find((index) => {
      const cell = index === undefined ? '' : this.cell(cells, index);
      return cell !== cell.trim();
    });
    if (spaced !== undefined) findings.push(aFinding('ESPACES', line, this.header(spaced), this.cell(cells, spaced)));
  }

  /** Where its text is read, a quote too many may have changed it; elsewhere nothing is lost. */
  private strayQuote(index: number, line: number, cells: readonly string[]): Finding {
    const finding = aFinding('GUILLEMET_MAL_PLACE', line, this.header(index), this.cell(cells, index));
    const isRead = !this.otherColumns.includes(index);
    return isRead ? { ...finding, severity: 'error' } : finding;
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

const rejected = (findings: readonly Finding[]): RowVerdict => ({ verdict: 'rejected', findings, observations: [] });
const ignored = (findings: readonly Finding[]): RowVerdict => ({ verdict: 'ignored', findings, observations: [] });
