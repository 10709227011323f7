import { roleOfHeader } from '../column-role';
import { type Delimiter, delimiters } from '../delimiter';
import type { EncodingName } from '../encoding';
import type { IndicatorIndex } from '../indicator-index';
import type { ColumnUse, HintedColumn, ReadingHints } from '../reading-hints';
import { usesOfColumns } from '../reading-hints';

interface SchemaField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
}

const periodTypes = new Set(['year', 'yearmonth', 'date', 'datetime']);
const numberTypes = new Set(['number', 'integer']);
const encodings: Readonly<Record<string, EncodingName>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'windows-1252': 'win1252',
  cp1252: 'win1252',
  'iso-8859-1': 'win1252',
  'utf-16le': 'utf16-le',
  'utf-16be': 'utf16-be',
};

/**
 * The hints that a Frictionless Table Schema gives, alone or in the first resource of a Data Package (specs.frictionlessdata.io).
 * A field is known by its name, else by its title, else by its type; undefined when the JSON is neither.
 */
export function hintsOfTableSchema(
  json: unknown,
  indicators: IndicatorIndex,
  latestYear: number,
): ReadingHints | undefined {
  const { resource, schema } = tableSchemaIn(json);
  const fields = listOf(schema.fields).flatMap(fieldOf);
  if (fields.length === 0) return undefined;
  const columns = fields.flatMap((field): HintedColumn[] => {
    const use = useOfField(field, indicators, latestYear);
    return use ? [{ header: field.name, use }] : [];
  });
  const delimiter = textOf(recordOf(resource.dialect).delimiter);
  const encoding = encodings[textOf(resource.encoding).toLowerCase()];
  return {
    columns: onePeriod(columns),
    ...(isDelimiter(delimiter) ? { delimiter } : {}),
    ...(encoding ? { encoding } : {}),
  };
}

/** The schema alone, or that of a Data Package's first resource. */
export function tableSchemaIn(json: unknown) {
  const resource = recordOf(listOf(recordOf(json).resources)[0] ?? json);
  return { resource, schema: recordOf(resource.schema ?? resource) };
}

export const isTableSchema = (json: unknown): boolean =>
  listOf(tableSchemaIn(json).schema.fields).flatMap(fieldOf).length > 0;

function useOfField(
  { name, title, type }: SchemaField,
  indicators: IndicatorIndex,
  latestYear: number,
): ColumnUse | undefined {
  if (roleOfHeader(name) || indicators.findInHeader(name, latestYear)) return undefined;
  const role = roleOfHeader(title);
  if (role?.role === 'territory') return { as: 'territory', ...(role.levels ? { levels: role.levels } : {}) };
  const plain = usesOfColumns.find((use) => use === role?.role);
  if (plain) return { as: plain };
  const named = numberTypes.has(type) ? indicators.findInHeader(title, latestYear) : undefined;
  if (named)
    return { as: 'value', indicator: named.indicator.code, period: named.year === null ? null : String(named.year) };
  return periodTypes.has(type) ? { as: 'period' } : undefined;
}

/** Of several dates (of the value, of the update), the first says when. */
function onePeriod(columns: readonly HintedColumn[]): HintedColumn[] {
  const first = columns.find(({ use }) => use.as === 'period');
  return columns.filter((column) => column.use.as !== 'period' || column === first);
}

function fieldOf(field: unknown): SchemaField[] {
  const { name, title, type } = recordOf(field);
  return textOf(name) === '' ? [] : [{ name: textOf(name), title: textOf(title), type: textOf(type) }];
}

export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isDelimiter = (text: string): text is Delimiter => (delimiters as readonly string[]).includes(text);
