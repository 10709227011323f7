import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { importsFr, type ReadingHints } from '@sillage/indicators';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem';
import type { Reception } from './imports.service';
import { hintsOf, readingHints } from './reading-hints.dto';

const { problems } = importsFr;
const longestName = 255;

export interface Upload {
  readonly file: Readable;
  readonly fileName: string;
  readonly reception: Reception;
}

/** Reads a form whose fields (source, hints) come before its file, so that the file can stream. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem(415, 'formulaire-attendu', problems.notMultipart);
  const part = await request.file();
  if (!part) throw new Problem(400, 'fichier-manquant', problems.missingFile);
  const source = fieldOf(part, 'source')?.trim();
  const hints = saidIn(fieldOf(part, 'hints'), fieldOf(part, 'schema'));
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && key.length > longestName)
    throw new Problem(400, 'cle-trop-longue', problems.keyTooLong(longestName));
  return {
    file: part.file,
    fileName: path.basename(part.filename || 'fichier').slice(-longestName),
    reception: {
      source: source ? source.slice(0, longestName) : null,
      hints,
      idempotencyKey: typeof key === 'string' && key !== '' ? key : null,
    },
  };
}

function fieldOf(file: MultipartFile, name: string): string | undefined {
  const part: Multipart | Multipart[] | undefined = file.fields[name];
  const field = Array.isArray(part) ? part[0] : part;
  return field?.type === 'field' && typeof field.value === 'string' ? field.value : undefined;
}

/** The hints of a form, with its schema, which stands in a field of its own because it is a file of its own. */
function saidIn(hints: string | undefined, schema: string | undefined): ReadingHints | null {
  if (!hints && !schema) return null;
  return parsedHints({
    ...(hints ? asRecord(json(hints, problems.hintsNotJson)) : {}),
    ...(schema ? { schema: json(schema, problems.notASchema) } : {}),
  });
}

const asRecord = (value: unknown): object => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Problem(400, 'lecture-illisible', problems.hintsNotJson);
};

function json(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'lecture-illisible', otherwise);
  }
}

/** Hints as a person or a program wrote them, or why they are not. */
export function parsedHints(given: unknown): ReadingHints {
  const result = readingHints.safeParse(given);
  if (result.success) return hintsOf(result.data);
  const faults = result.error.issues.map(({ path: where, message }) => ({
    pointer: `/hints/${where.join('/')}`,
    detail: message,
  }));
  throw new Problem(400, 'lecture-refusee', problems.hintsRefused, undefined, faults);
}
