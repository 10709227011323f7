import { statusCode } from '../measure';
import { SampledValues } from '../plausibility/sampled-values';
import { CopyBuffer } from './copy-buffer';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, severityOf } from './finding';
import { LeftOut } from './left-out';
import { findNominativeTitles } from './nominative-rows';
import type { RowReader } from './row-reader';
import type { Observed, RowVerdict } from './row-verdict';
import { SeenCells } from './seen-cells';
import { TellingColumns } from './telling-columns';

export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly verdict: RowVerdict['verdict'];
  readonly findings: readonly Finding[];
}

/** How many observations of an indicator and period, and in which shapes they came. */
export interface ContentCount {
  readonly indicatorId: number;
  readonly period: number;
  count: number;
  /** Bits of `shapeOf`. */
  shapes: number;
}

/**
 * How an observation gives its number: 1 as a value alone · 2 as a numerator and a denominator · 4 in any other way, which
 * a rebuild must look at row by row. An absence without numbers is of no shape.
 */
function shapeOf(value: number, numerator: number, denominator: number, isAbsent: boolean): number {
  const hasNumerator = !Number.isNaN(numerator);
  const hasDenominator = !Number.isNaN(denominator);
  const hasValue = !Number.isNaN(value);
  if (isAbsent) return hasNumerator || hasDenominator || hasValue ? 4 : 0;
  if (hasNumerator && hasDenominator) return 2;
  return hasValue && !hasNumerator && !hasDenominator ? 1 : 4;
}

/** An observation that replaces an earlier row of the file: the new series of a break. */
export interface Replacement {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly line: number;
}

const previewRows = 20;
/** More are mended in the file itself. */
const mendableRows = 200;
const breakStatus = statusCode('series-break');
const present = 1;
const isBreak = 2;

/**
 * Keeps the accounts of a file: every data row is kept, ignored or rejected; observations leave as COPY rows; a cell given
 * twice is found whatever the order of the rows. Both ways of reading (bytes and text) write here.
 */
export class RowLedger {
  /** Data rows met, counted apart from their verdicts: `kept + ignored + rejected` must equal it. */
  read = 0;
  kept = 0;
  ignored = 0;
  rejected = 0;
  values = 0;
  readonly copy = new CopyBuffer();
  readonly preview: PreviewRow[] = [];
  /** The first rejected rows that a person can mend cell by cell. */
  readonly rejectedRows: PreviewRow[] = [];
  readonly replacements: Replacement[] = [];
  readonly contents: ContentCount[] = [];
  /** Titles of persons met among the rows: nothing of the file may stay. */
  nominative: Finding | undefined;
  /** To be looked at together, once the file is read. */
  readonly sampled = new SampledValues();
  /** Two columns of one indicator and period: a row may contradict itself. */
  private readonly hasRepeatedColumns: boolean;
  /** Columns that are not read, which may make two rows of what seems one. */
  readonly telling: TellingColumns;
  private readonly leftOut: LeftOut;
  private readonly splits: SeenCells | null;
  private total = 0;
  private compensation = 0;
  private readonly seen = new SeenCells();
  private readonly keyOfContent = new Map<number, number>();
  private lastContent = -1;
  private lastKey = -1;
  private lastValue = Number.NaN;
  private readonly doubles = new Float64Array(3);
  private readonly words = new Uint32Array(this.doubles.buffer);

  constructor(
    readonly reader: RowReader,
    private readonly batchId: number,
    private readonly report: (finding: Finding) => void,
  ) {
    this.leftOut = new LeftOut(reader.context.leftOut);
    this.telling = TellingColumns.of(reader.layout);
    this.splits = this.telling.indexes.length > 0 ? new SeenCells() : null;
    const columns = reader.layout.values.map(
      ({ indicator, period, territory }) => `${indicator?.code}/${period}/${territory}`,
    );
    this.hasRepeatedColumns = new Set(columns).size < columns.length;
  }

  /** Whether the next rows must pass as text, to be shown before publishing. */
  get wantsPreview(): boolean {
    return this.preview.length < previewRows;
  }

  /** Sum of the kept values (Neumaier's compensated sum, so that the order of rows does not show). */
  get sum(): number {
    return this.total + this.compensation;
  }

  /** Enters one row; null when it is blank. */
  enter(row: CsvRow): RowVerdict | null {
    const found = this.reader.read(row);
    if (!found) return null;
    const first = this.leftOut.byLine(row, found);
    this.read += 1;
    this.telling.readCells(row.cells);
    const verdict = this.leftOut.byFault(
      row.line,
      first.verdict === 'kept' ? this.withoutDuplicates(row.line, first) : first,
    );
    this[verdict.verdict] += 1;
    if (verdict.verdict !== 'kept') this.nominative ??= findNominativeTitles(row);
    for (const finding of verdict.findings) this.report(finding);
    for (const observed of verdict.observations) this.write(observed, row.line);
    const shown = { line: row.line, cells: row.cells, verdict: verdict.verdict, findings: verdict.findings };
    if (this.wantsPreview) this.preview.push(shown);
    if (verdict.verdict === 'rejected' && !row.problem && this.rejectedRows.length < mendableRows)
      this.rejectedRows.push(shown);
    return verdict;
  }

  /** Rank of an indicator and period, for `isSeen` and `count`. */
  contentKey(indicatorId: number, period: number): number {
    const content = indicatorId * 1e7 + period;
    if (content === this.lastContent) return this.lastKey;
    let key = this.keyOfContent.get(content);
    if (key === undefined) {
      key = this.contents.length;
      this.keyOfContent.set(content, key);
      this.contents.push({ indicatorId, period, count: 0, shapes: 0 });
    }
    this.lastContent = content;
    this.lastKey = key;
    return key;
  }

  isSeen(key: number, territoryId: number): boolean {
    return this.seen.get(key, territoryId) !== 0;
  }

  /** Counts an observation that is new; the caller writes its COPY row. NaN stands for no number. */
  count(key: number, territoryId: number, value: number, numerator: number, denominator: number, mark = 0): void {
    this.seen.set(key, territoryId, this.word(value, numerator, denominator, mark));
    this.splits?.set(key, territoryId, this.telling.split);
    const content = this.contents[key]!;
    content.count += 1;
    content.shapes |= shapeOf(value, numerator, denominator, mark >= firstAbsenceMark);
    this.values += 1;
    this.lastValue = value;
    if (!Number.isNaN(value)) this.add(value);
  }

  add(value: number): void {
    const sum = this.total + value;
    this.compensation += Math.abs(this.total) >= Math.abs(value) ? this.total - sum + value : value - sum + this.total;
    this.total = sum;
  }

  /** Takes back an observation that a later row replaces: its row was kept, it is now ignored. */
  withdraw(indicatorId: number, period: number, value: number | null): void {
    this.contents[this.contentKey(indicatorId, period)]!.count -= 1;
    this.values -= 1;
    this.kept -= 1;
    this.ignored += 1;
    if (value !== null) this.add(-value);
  }

  /** Ends a COPY row that begins with the three numbers. */
  endCopyRow(
    territoryId: number,
    period: number,
    line: number,
    indicatorId: number,
    absence: number | null,
    status: number,
    column: number,
  ): void {
    const { copy, lastValue } = this;
    if (!Number.isNaN(lastValue)) this.sampled.add(indicatorId, territoryId, period, line, column, lastValue);
    copy.integer(territoryId);
    copy.integer(period);
    copy.integer(this.batchId);
    copy.integer(line);
    copy.integer(indicatorId);
    if (absence === null) copy.nothing();
    else copy.integer(absence);
    copy.integer(status);
    copy.integer(column);
    copy.endRow();
  }

  private write(observed: Observed, line: number): void {
    const { value, numerator, denominator, territoryId, indicatorId, period, absence, status, column } = observed;
    const key = this.contentKey(indicatorId, period);
    this.count(
      key,
      territoryId,
      value ?? Number.NaN,
      numerator ?? Number.NaN,
      denominator ?? Number.NaN,
      markOf(observed),
    );
    this.copy.reserve();
    this.copy.number(value);
    this.copy.number(numerator);
    this.copy.number(denominator);
    this.endCopyRow(territoryId, period, line, indicatorId, absence, status, column);
  }

  private withoutDuplicates(line: number, verdict: RowVerdict): RowVerdict {
    if (!this.hasRepeatedColumns && verdict.observations.every((observed) => this.isNew(observed))) return verdict;
    const fresh: Observed[] = [];
    const findings = [...verdict.findings];
    const own = new Set<string>();
    for (const observed of verdict.observations) {
      const { territoryId, indicatorId, period, value, numerator, denominator, status } = observed;
      const key = this.contentKey(indicatorId, period);
      const cell = `${key}/${territoryId}`;
      const before = own.has(cell) ? Number.NaN : this.seen.get(key, territoryId);
      own.add(cell);
      const word = this.word(value ?? Number.NaN, numerator ?? Number.NaN, denominator ?? Number.NaN, markOf(observed));
      const by = before === 0 || !this.splits ? '' : this.telling.differingFrom(this.splits.get(key, territoryId));
      const detail = { territoryId, indicatorId, period, ...(by === '' ? {} : { by }) };
      const headers = this.reader.layout.headers;
      const column =
        headers[observed.column > 0 ? observed.column - 1 : (this.reader.layout.values[0]?.index ?? -1)] ?? null;
      const code =
        before === 0
          ? null
          : before === word
            ? 'DOUBLON_IDENTIQUE'
            : this.reader.layout.shape === 'long' && (status === breakStatus || (before & isBreak) !== 0)
              ? 'DOUBLON_RUPTURE'
              : 'DOUBLON_CONFLIT';
      const replaces = code === 'DOUBLON_RUPTURE' && status === breakStatus;
      if (code && !replaces) findings.push(aFinding(code, line, column, value === null ? '' : String(value), detail));
      if (replaces) this.replacements.push({ territoryId, indicatorId, period, line });
      if (!code || replaces) fresh.push(observed);
    }
    if (findings.some(({ code }) => severityOf(code) === 'error'))
      return { verdict: 'rejected', findings, observations: [] };
    const isRepeated = verdict.observations.length > 0 && fresh.length === 0;
    return {
      verdict: isRepeated ? 'ignored' : 'kept',
      findings,
      observations: fresh,
      isPlain: verdict.isPlain === true && findings.length === 0 && !isRepeated,
    };
  }

  private isNew({ indicatorId, period, territoryId }: Observed): boolean {
    return this.seen.get(this.contentKey(indicatorId, period), territoryId) === 0;
  }

  /** What tells two measures apart, in 30 bits, with the two marks. Never 0. */
  private word(value: number, numerator: number, denominator: number, mark: number): number {
    const { doubles, words } = this;
    doubles[0] = value;
    doubles[1] = numerator;
    doubles[2] = denominator;
    let hash = mark ^ this.telling.whole;
    for (let index = 0; index < 6; index += 1) hash = Math.imul(hash ^ words[index]!, 0x9e3779b1) ^ (hash >>> 15);
    return ((hash & ~3) | present | (mark & 1 ? isBreak : 0)) >>> 0;
  }
}

/** Absence and status in one number, its lowest bit telling a series break. */
const firstAbsenceMark = 16;
const markOf = ({ absence, status }: Observed): number =>
  (absence ?? 0) * firstAbsenceMark + status * 2 + (status === breakStatus ? 1 : 0);
