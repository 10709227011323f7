import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { importsFr } from '@sillage/indicators';
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
  const hints = fieldOf(part, 'hints');
  const key = request.headers['idempotency-key'];
  return {
    file: part.file,
    fileName: path.basename(part.filename || 'fichier').slice(-longestName),
    reception: {
      source: source ? source.slice(0, longestName) : null,
      hints: hints === undefined || hints === '' ? null : parsedHints(hints),
      idempotencyKey: typeof key === 'string' && key !== '' ? key.slice(0, longestName) : null,
    },
  };
}

function fieldOf(file: MultipartFile, name: string): string | undefined {
  const part: Multipart | Multipart[] | undefined = file.fields[name];
  const field = Array.isArray(part) ? part[0] : part;
  return field?.type === 'field' && typeof field.value === 'string' ? field.value : undefined;
}

function parsedHints(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem(400, 'lecture-illisible', problems.hintsNotJson);
  }
  const result = readingHints.safeParse(json);
  if (result.success) return hintsOf(result.data);
  const faults = result.error.issues.map(({ path: where, message }) => ({
    pointer: `/hints/${where.join('/')}`,
    detail: message,
  }));
  throw new Problem(400, 'lecture-refusee', problems.hintsRefused, undefined, faults);
}
