import { absenceOfMark } from './absence-mark';
import { comparableName } from './cell-text';
import { aFinding, type Finding } from './finding';
import { readNumber } from './french-number';
import type { IndicatorIndex } from './indicator-index';
import type { Layout } from './layout';
import { hintsOfTableSchema, listOf, recordOf, tableSchemaIn, textOf } from './presets/table-schema';
import type { ReadingHints } from './reading-hints';
import { fieldsOf, isNumericType, type SchemaField } from './schema-field';

const silentParts = [
  'fields',
  'missingValues',
  '$schema',
  'profile',
  'name',
  'title',
  'description',
  'version',
  'homepage',
];
const longestCell = 1_000;
const longestList = 1_000;

/** The hints of a schema, with those of a person over them. A column that only the schema names need not be there. */
export function withSchema(hints: ReadingHints, indicators: IndicatorIndex, latestYear: number): ReadingHints {
  const said = hints.schema && hintsOfTableSchema(hints.schema, indicators, latestYear);
  if (!said) return hints;
  const columns = (said.columns ?? []).map((column) => ({ ...column, isOptional: true }));
  return { ...said, ...hints, columns: [...columns, ...(hints.columns ?? [])] };
}

/** What a Table Schema asks of the rows of a file: the marks of its missing values, and the constraints of its fields. */
export class SchemaRules {
  private readonly columns: readonly { readonly index: number; readonly field: SchemaField }[];
  private readonly missing: ReadonlySet<string>;
  private readonly valueColumns: ReadonlySet<number>;
  /** On the whole file: fields that it lacks, and parts of the schema that nothing checks. */
  readonly findings: readonly Finding[];

  constructor(json: Readonly<Record<string, unknown>>, layout: Layout) {
    const { headers, headerLine, values, roles } = layout;
    const { schema } = tableSchemaIn(json);
    const fields = fieldsOf(schema);
    const names = headers.map(comparableName);
    const placed = fields.map((one) => ({ ...one, index: names.indexOf(comparableName(one.field.name)) }));
    this.columns = placed.filter(({ index }) => index >= 0);
    this.missing = new Set(listOf(schema.missingValues).map((mark) => String(recordOf(mark).value ?? mark).trim()));
    const parts = [roles.numerator, roles.denominator].filter((index) => index !== undefined);
    this.valueColumns = new Set([...values.map(({ index }) => index), ...parts]);
    const lacking = placed.filter(({ index }) => index < 0);
    const unchecked = [
      ...Object.keys(schema).filter((part) => !silentParts.includes(part)),
      ...placed.flatMap((one) => one.unchecked),
      ...lacking.filter(({ field }) => !field.isRequired).map(({ field }) => field.name),
    ];
    this.findings = [
      ...lacking
        .filter(({ field }) => field.isRequired)
        .map(({ field }) => aFinding('COLONNE_MANQUANTE', headerLine, field.name, null)),
      ...(unchecked.length > 0
        ? [aFinding('SCHEMA_PARTIEL', null, null, null, { parts: unchecked.join(', ').slice(0, longestList) })]
        : []),
    ];
  }

  /** The cells as marks that reading knows: the schema's own ("-999", "inconnu") become "nd", or nothing beside values. */
  readable(cells: readonly string[]): readonly string[] {
    if (!this.columns.some(({ index }) => this.isOwnMark(cells[index] ?? ''))) return cells;
    const inSchema = new Set(this.columns.map(({ index }) => index));
    return cells.map((cell, index) => {
      if (!inSchema.has(index) || !this.isOwnMark(cell)) return cell;
      return this.valueColumns.has(index) ? 'nd' : '';
    });
  }

  check(cells: readonly string[], line: number): Finding[] {
    return this.columns.flatMap(({ index, field }) => {
      const cell = (cells[index] ?? '').trim();
      const broken = this.isMissing(cell) ? requiredOf(field) : brokenBy(field, cell, this.valueColumns.has(index));
      return broken ? [aFinding('CONTRAINTE_SCHEMA', line, field.name, cell, broken)] : [];
    });
  }

  private isOwnMark(cell: string): boolean {
    const mark = cell.trim();
    return mark !== '' && this.missing.has(mark) && !absenceOfMark(mark);
  }

  private isMissing = (cell: string): boolean => cell === '' || this.missing.has(cell);
}

interface Broken extends Readonly<Record<string, string>> {
  readonly rule: string;
  readonly limit: string;
}

const requiredOf = ({ isRequired }: SchemaField): Broken | undefined =>
  isRequired ? { rule: 'required', limit: '' } : undefined;

/** The first constraint that a cell breaks. A mark of absence breaks none of a number's. */
function brokenBy(field: SchemaField, cell: string, isValue: boolean): Broken | undefined {
  const { type, minimum, maximum, minLength, maxLength, values, pattern } = field;
  if (isNumericType(type)) {
    const reading = readNumber(cell);
    if (reading.kind === 'absent') return undefined;
    // reading a value tells what is wrong with it already
    if (reading.kind !== 'number') return isValue ? undefined : { rule: 'type', limit: type };
    const { value } = reading;
    if (type !== 'number' && !Number.isInteger(value)) return { rule: 'type', limit: type };
    if (minimum !== null && value < minimum) return { rule: 'minimum', limit: String(minimum) };
    if (maximum !== null && value > maximum) return { rule: 'maximum', limit: String(maximum) };
    if (values && !values.some((one) => Number(one) === value)) return { rule: 'enum', limit: listed(values) };
  } else if (values && !values.includes(cell)) return { rule: 'enum', limit: listed(values) };
  if (type === 'yearmonth' && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(cell)) return { rule: 'type', limit: type };
  if (minLength !== null && cell.length < minLength) return { rule: 'minLength', limit: String(minLength) };
  if (maxLength !== null && cell.length > maxLength) return { rule: 'maxLength', limit: String(maxLength) };
  if (pattern && (cell.length > longestCell || !pattern.expression.test(cell)))
    return { rule: 'pattern', limit: pattern.text };
  return undefined;
}

const listed = (values: readonly string[]): string =>
  values.length > 8 ? `${values.slice(0, 8).join(', ')}…` : values.join(', ');

/** The marks of decimals and thousands that the fields declare. */
export function declaredMarks(json: Readonly<Record<string, unknown>> | undefined) {
  const fields = json ? listOf(tableSchemaIn(json).schema.fields).map(recordOf) : [];
  const declares = (part: 'decimalChar' | 'groupChar', mark: string): boolean =>
    fields.some((field) => textOf(field[part]) === mark);
  return {
    hasDecimalComma: declares('decimalChar', ','),
    hasThousandsComma: declares('groupChar', ','),
    hasDecimalPoint: declares('decimalChar', '.'),
    hasThousandsPoint: declares('groupChar', '.'),
  };
}
