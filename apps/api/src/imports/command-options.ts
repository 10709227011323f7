import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importsFr, type ReadingHints } from '@sillage/indicators';
import { Problem } from '../platform/problem';
import { parsedHints } from './upload-form';

const known = {
  source: { type: 'string' },
  referential: { type: 'string' },
  schema: { type: 'string' },
  'leave-out': { type: 'string' },
  level: { type: 'string' },
  hints: { type: 'string' },
  'read-as': { type: 'string' },
  url: { type: 'string' },
  schedule: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

type Known = typeof known;
type Values<Name extends keyof Known> = {
  readonly [Option in Name]?: Known[Option]['type'] extends 'string' ? string : boolean;
};

/** A command line taken apart; null when it says what the command does not know: a mistyped option must not be passed over. */
export function commandOptions<Name extends keyof Known>(
  args: readonly string[],
  names: readonly Name[],
): { readonly values: Values<Name>; readonly positionals: readonly string[] } | null {
  const options = Object.fromEntries(names.map((name) => [name, known[name]])) as Pick<Known, Name>;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Values<Name>, positionals };
  } catch {
    return null;
  }
}

/**
 * How to read, as `--hints` (a JSON file), `--schema` (a Table Schema) and `--leave-out` (lines, or faults) and `--level` say, or why they
 * cannot be understood; null without.
 */
export async function hintsOfOptions({
  hints,
  schema,
  'leave-out': rows,
  level,
}: Values<'hints' | 'schema' | 'leave-out' | 'level'>): Promise<ReadingHints | Problem | null> {
  if ([hints, schema, rows, level].every((one) => one === undefined)) return null;
  const { hintsFileNotJson, notASchema } = importsFr.problems;
  try {
    return parsedHints({
      ...(hints === undefined ? {} : Object(await jsonFile(hints, hintsFileNotJson(hints)))),
      ...(schema === undefined ? {} : { schema: await jsonFile(schema, notASchema) }),
      ...(rows === undefined ? {} : { leftOut: rowsNamed(rows) }),
      ...(level === undefined ? {} : { level }),
    });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** "12,15" or "TERRITOIRE_INCONNU", or both. */
function rowsNamed(text: string): { lines: number[]; faults: string[] } {
  const named = text.split(',').map((one) => one.trim());
  const isLine = (one: string): boolean => /^\d+$/.test(one);
  return { lines: named.filter(isLine).map(Number), faults: named.filter((one) => !isLine(one)) };
}

async function jsonFile(file: string, otherwise: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Problem(400, 'lecture-illisible', otherwise);
  }
}

/** What is wrong with a command line, on the error stream; the result is the exit code. */
export function misused(problem: Problem | string): number {
  const faults = typeof problem === 'string' ? [] : (problem.errors ?? []);
  const title = typeof problem === 'string' ? problem : problem.title;
  console.error([title, ...faults.map(({ pointer, detail }) => `- ${pointer} ${detail}`)].join('\n'));
  return 2;
}
