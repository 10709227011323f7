import { ByteTable } from './byte-table';
import { CsvReader } from './csv-rows';
import type { ImportedIndicator } from './indicator-index';
import { countThreshold } from './indicator-index';
import { PlainNumber } from './plain-number';
import type { RowLedger } from './row-ledger';
import { contradictsUnit, unitFamilies, unitFamily, unitInTitle } from './unit-cell';

const ordinary = 0;
const delimiterByte = 1;
const lineFeed = 2;
const carriageReturn = 4;
/** Quotes, NUL, and what personal data or markup hold: such a row is read as text. */
const suspicious = 8;
/** The first byte of marks that turn text around, and of usual apostrophes. */
const punctuation = 16;
const longestLine = 8_000;

/** Where a plain tidy file keeps what; -1 for a column that it lacks. */
interface Columns {
  readonly count: number;
  readonly territory: number;
  readonly period: number;
  readonly indicator: number;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly unit: number;
  readonly statuses: readonly number[];
  readonly texts: readonly number[];
}

/**
 * Reads plain tidy rows straight from bytes, without a string per cell. It only knows the cells that the text path has
 * already read without a remark; any other row goes to the text path, which gives the verdict: both can only agree.
 */
export class ByteRows {
  line: number;
  /** Set when the file is not what this path can read: the caller starts again with the text path. */
  hasGivenUp = false;
  isEnded = false;
  private readonly territories = new ByteTable();
  private readonly periods = new ByteTable();
  private readonly indicatorIds = new ByteTable();
  private readonly units = new ByteTable();
  private readonly statuses: readonly ByteTable[];
  private readonly indicators = new Map<number, IndicatorBounds>();
  private readonly classes = new Uint8Array(256);
  private readonly starts: Int32Array;
  private readonly columns: Columns;
  private readonly hasDecimalComma: boolean;
  private readonly titleFamily: number;
  private readonly number = new PlainNumber();
  private readonly numerator = new PlainNumber();
  private readonly denominator = new PlainNumber();
  // a mark in the middle of a file is a character that the text path sees too
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(
    private readonly ledger: RowLedger,
    private readonly delimiter: string,
    indicators: readonly ImportedIndicator[],
    firstLine: number,
  ) {
    this.line = firstLine;
    this.classes[delimiter.charCodeAt(0)] = delimiterByte;
    this.classes[10] = lineFeed;
    this.classes[13] = carriageReturn;
    for (const byte of [0, 34, 60, 64]) this.classes[byte] = suspicious;
    this.classes[0xe2] = punctuation;
    this.columns = columnsOf(ledger);
    this.titleFamily = unitFamilies.indexOf(unitFamily(unitInTitle(ledger.reader.layout.values[0]?.header ?? '')));
    this.hasDecimalComma = ledger.reader.context.habits.hasDecimalComma;
    this.starts = new Int32Array(this.columns.count + 1);
    this.statuses = this.columns.statuses.map(() => new ByteTable());
    for (const indicator of indicators) this.indicators.set(indicator.id, boundsOf(indicator));
  }

  /** Whether a file's layout is one that this path reads. */
  static canRead(ledger: RowLedger): boolean {
    const { layout, context } = ledger.reader;
    const isTidy =
      layout.shape === 'long' && layout.roles.level === undefined && layout.codeStart === null && !layout.periodPart;
    const isWhole = layout.filters.length === 0 && layout.indicatorNames.size === 0 && !layout.leavesOthers;
    // they may hold the marks of the values
    const hasUntitled = layout.values.some(({ index }) => layout.headers[index + 1] === '');
    return isTidy && isWhole && !hasUntitled && layout.headers.length <= 64 && context.habits.factor === 1;
  }

  /** Reads the complete lines of bytes[0, length); returns how many bytes they take. */
  read(bytes: Uint8Array, length: number): number {
    const { classes, starts } = this;
    const { count } = this.columns;
    let start = 0;
    while (!this.hasGivenUp && !this.isEnded) {
      let column = 0;
      let flags = 0;
      let position = start;
      starts[0] = start;
      for (; position < length; position += 1) {
        const kind = classes[bytes[position]!]!;
        if (kind === ordinary) continue;
        if (kind === delimiterByte) {
          column += 1;
          if (column < count) starts[column] = position + 1;
        } else if (kind === lineFeed) break;
        else if (kind === carriageReturn && bytes[position + 1] !== 10 && position + 1 < length) this.hasGivenUp = true;
        else flags |= kind;
      }
      if (position >= length) return start;
      const end = (flags & carriageReturn) !== 0 ? position - 1 : position;
      starts[count] = end + 1;
      const isOdd = (flags & suspicious) !== 0 || ((flags & punctuation) !== 0 && turnsText(bytes, start, position));
      const isPlain = column + 1 === count && !isOdd && position - start < longestLine && !this.ledger.wantsPreview;
      if (!this.hasGivenUp && !(isPlain && this.readPlain(bytes))) this.readAsText(bytes, start, end);
      this.line += 1;
      start = position + 1;
    }
    return start;
  }

  /** The last line, when the file does not end with a line break. */
  end(bytes: Uint8Array, length: number): void {
    if (length > 0 && !this.isEnded) this.readAsText(bytes, 0, bytes[length - 1] === 13 ? length - 1 : length);
  }

  private readPlain(bytes: Uint8Array): boolean {
    const { columns, starts, ledger, number, numerator, denominator } = this;
    const cellEnd = (column: number): number => starts[column + 1]! - 1;
    const territory = this.territories.find(bytes, starts[columns.territory]!, cellEnd(columns.territory));
    if (territory < 0) return false;
    const period = this.known(this.periods, bytes, columns.period);
    if (period < 0) return false;
    const indicator = this.known(this.indicatorIds, bytes, columns.indicator);
    if (indicator < 0) return false;
    const family = columns.unit < 0 ? 0 : this.known(this.units, bytes, columns.unit);
    if (family < 0) return false;
    for (let rank = 0; rank < this.statuses.length; rank += 1) {
      if (this.known(this.statuses[rank]!, bytes, columns.statuses[rank]!) < 0) return false;
    }
    for (let rank = 0; rank < columns.texts.length; rank += 1) {
      if (!isHarmlessText(bytes, starts[columns.texts[rank]!]!, cellEnd(columns.texts[rank]!))) return false;
    }
    const { value } = columns;
    if (value < 0 || !this.readNumber(number, bytes, starts[value]!, cellEnd(value))) return false;
    if (!this.readPart(numerator, bytes, columns.numerator)) return false;
    if (!this.readPart(denominator, bytes, columns.denominator)) return false;
    const bounds = this.indicators.get(indicator);
    if (
      !bounds ||
      bounds.contradicted[family] ||
      bounds.contradicted[this.titleFamily] ||
      !isWithin(bounds, number.value, numerator.value, denominator.value)
    )
      return false;
    const key = ledger.contentKey(indicator, period);
    if (ledger.isSeen(key, territory)) return false;
    if (!ledger.telling.readBytes(bytes, starts)) return false;
    ledger.read += 1;
    ledger.kept += 1;
    ledger.count(key, territory, number.value, numerator.value, denominator.value);
    const { copy } = ledger;
    copy.reserve();
    copy.digits(bytes, number.start, number.end);
    writePart(copy, bytes, numerator);
    writePart(copy, bytes, denominator);
    ledger.endCopyRow(territory, period, this.line, indicator, null, 0, 0);
    return true;
  }

  /** An absent column has the one meaning that the first text row taught. */
  private known(table: ByteTable, bytes: Uint8Array, column: number): number {
    return column < 0 ? table.find(bytes, 0, 0) : table.find(bytes, this.starts[column]!, this.starts[column + 1]! - 1);
  }

  private readPart(part: PlainNumber, bytes: Uint8Array, column: number): boolean {
    if (column < 0) return part.clear();
    const start = this.starts[column]!;
    const end = this.starts[column + 1]! - 1;
    return start === end ? part.clear() : this.readNumber(part, bytes, start, end);
  }

  /** A decimal point among decimal commas has a remark to make. */
  private readNumber(number: PlainNumber, bytes: Uint8Array, start: number, end: number): boolean {
    return number.read(bytes, start, end) && !(number.hasPoint && this.hasDecimalComma);
  }

  /** One row by the text path; when it has nothing to say of the row, its cells are remembered. */
  private readAsText(bytes: Uint8Array, start: number, end: number): void {
    const reader = new CsvReader(this.delimiter, this.line);
    const text = this.decoder.decode(bytes.subarray(start, end));
    const [row] = [...reader.read(text), ...reader.end()];
    if (!row) return;
    const verdict = this.ledger.enter(row);
    if (row.problem && row.problem !== 'too-many-columns') this.isEnded = true;
    const observed = verdict?.observations[0];
    const { columns } = this;
    if (row.cells.length !== columns.count || !verdict?.isPlain || !observed) return;
    this.learn(this.territories, bytes, columns.territory, observed.territoryId);
    this.learn(this.periods, bytes, columns.period, observed.period);
    this.learn(this.indicatorIds, bytes, columns.indicator, observed.indicatorId);
    if (columns.unit >= 0)
      this.learn(this.units, bytes, columns.unit, unitFamilies.indexOf(unitFamily(row.cells[columns.unit] ?? '')));
    if (observed.absence !== null || observed.status !== 0) return;
    this.statuses.forEach((table, rank) => {
      this.learn(table, bytes, columns.statuses[rank]!, 0);
    });
  }

  private learn(table: ByteTable, bytes: Uint8Array, column: number, meaning: number): void {
    if (column < 0) table.add(bytes, 0, 0, meaning);
    else table.add(bytes, this.starts[column]!, this.starts[column + 1]! - 1, meaning);
  }
}

interface IndicatorBounds {
  readonly smallest: number;
  readonly largest: number;
  readonly threshold: number;
  readonly isCount: boolean;
  readonly isShare: boolean;
  readonly scale: number;
  /** By family of units. */
  readonly contradicted: readonly boolean[];
}

function boundsOf(indicator: ImportedIndicator): IndicatorBounds {
  const isShare = indicator.unit === 'percent';
  return {
    smallest: indicator.allowsNegative ? Number.NEGATIVE_INFINITY : 0,
    largest: isShare ? 100 : Number.POSITIVE_INFINITY,
    threshold: indicator.suppressionThreshold ?? 0,
    isCount: countThreshold(indicator) !== null,
    isShare,
    scale: indicator.scale,
    contradicted: unitFamilies.map((family) => contradictsUnit(family, indicator.unit)),
  };
}

/** Whether the text path would have nothing to remark on these numbers. NaN stands for no number. */
function isWithin(bounds: IndicatorBounds, value: number, numerator: number, denominator: number): boolean {
  if (value < bounds.smallest || value > bounds.largest) return false;
  if (numerator < bounds.smallest || denominator < bounds.smallest || denominator === 0) return false;
  const counted = bounds.isCount ? value : numerator;
  if (counted > 0 && counted < bounds.threshold) return false;
  if (Number.isNaN(numerator) || Number.isNaN(denominator)) return true;
  const ratio = (bounds.scale * numerator) / denominator;
  if (bounds.isShare && numerator > denominator) return false;
  return Math.abs(value - ratio) <= Math.max(0.06, Math.abs(ratio) * 0.01);
}

function writePart(copy: RowLedger['copy'], bytes: Uint8Array, part: PlainNumber): void {
  if (Number.isNaN(part.value)) copy.nothing();
  else copy.digits(bytes, part.start, part.end);
}

/** U+202A to U+202E, U+2066 to U+2069, which the text path remarks. */
function turnsText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = bytes.indexOf(0xe2, start); index >= 0 && index < end; index = bytes.indexOf(0xe2, index + 1)) {
    const second = bytes[index + 1]!;
    const last = bytes[index + 2]!;
    if ((second === 0x80 && last >= 0xaa && last <= 0xae) || (second === 0x81 && last >= 0xa6 && last <= 0xa9))
      return true;
  }
  return false;
}

/** No run of digits that could be a telephone or a social security number. */
function isHarmlessText(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 10) return true;
  let digits = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte >= 48 && byte <= 57) digits += 1;
  }
  return digits < 9;
}

function columnsOf({ reader: { layout, units } }: RowLedger): Columns {
  const { roles, values, headers, territory } = layout;
  const value = values[0];
  const period = value?.period === null ? (roles.period ?? -1) : -1;
  const indicator = value?.indicator ? -1 : (roles.indicator ?? -1);
  const statuses = [roles.status, roles.provisional, roles.break].filter((index) => index !== undefined);
  const read = new Set([territory, period, indicator, value?.index, roles.numerator, roles.denominator, ...statuses]);
  return {
    count: headers.length,
    territory,
    period,
    indicator,
    value: value?.index ?? -1,
    numerator: roles.numerator ?? -1,
    denominator: roles.denominator ?? -1,
    unit: units.column,
    statuses,
    texts: headers.flatMap((_, index) => (read.has(index) ? [] : [index])),
  };
}
