import { listOf, recordOf, textOf } from './presets/table-schema';

/** What a Table Schema asks of the cells of a field, as far as it is checked here. */
export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly values: readonly string[] | null;
  readonly pattern: { readonly text: string; readonly expression: RegExp } | null;
}

const numeric = ['number', 'integer', 'year'];
const checkedTypes = [...numeric, 'yearmonth', 'string', 'any', ''];
const checkedConstraints = ['required', 'minimum', 'maximum', 'minLength', 'maxLength', 'enum', 'pattern'];
/** Parts of a field that ask nothing of its cells, or that reading itself settles. */
const silentParts = 'name type title description example rdfType constraints decimalChar groupChar bareNumber'.split(
  ' ',
);
const longestPattern = 500;
/** A repeated group that holds a choice or a repetition may take exponential time (CWE-1333). */
const isCostly = (pattern: string): boolean => /\([^)]*[+*}|][^)]*\)\s*(?:[+*]|\{\d*,?\d*\})/.test(pattern);

export const isNumericType = (type: string): boolean => numeric.includes(type);

/** A field, and the parts of it that are not checked, as paths: "x.constraints.unique". */
function readSchemaField(json: unknown): { readonly field: SchemaField; readonly unchecked: readonly string[] } {
  const given = recordOf(json);
  const constraints = recordOf(given.constraints);
  const name = textOf(given.name);
  const type = textOf(given.type);
  const bound = (key: string): number | null => {
    const value = constraints[key];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  };
  const values = Array.isArray(constraints.enum) ? constraints.enum.map(String) : null;
  const pattern = patternOf(textOf(constraints.pattern));
  const isBoundRead = isNumericType(type);
  const unchecked = [
    ...Object.keys(given).filter(
      (part) => !silentParts.includes(part) && !(part === 'format' && given.format === 'default'),
    ),
    ...(checkedTypes.includes(type) ? [] : [`type=${type}`]),
    ...Object.keys(constraints)
      .filter(
        (part) =>
          !checkedConstraints.includes(part) ||
          (part === 'pattern' && pattern === null) ||
          (part === 'enum' && values === null) ||
          ((part === 'minimum' || part === 'maximum') && (!isBoundRead || bound(part) === null)),
      )
      .map((part) => `constraints.${part}`),
  ].map((part) => `${name}.${part}`);
  return {
    field: {
      name,
      type,
      isRequired: constraints.required === true,
      minimum: isBoundRead ? bound('minimum') : null,
      maximum: isBoundRead ? bound('maximum') : null,
      minLength: bound('minLength'),
      maxLength: bound('maxLength'),
      values,
      pattern,
    },
    unchecked,
  };
}

function patternOf(text: string): SchemaField['pattern'] {
  if (text === '' || text.length > longestPattern || isCostly(text)) return null;
  try {
    return { text, expression: new RegExp(`^(?:${text})$`, 'u') };
  } catch {
    return null;
  }
}

/** What a schema says of all its fields. */
export const fieldsOf = (schema: Readonly<Record<string, unknown>>) => listOf(schema.fields).map(readSchemaField);
