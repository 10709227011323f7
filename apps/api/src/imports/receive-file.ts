import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importsFr } from '@sillage/indicators';
import { Problem } from '../platform/problem';

export interface StoredFile {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

/** Streams a file to disk with its SHA-256; leaves nothing behind when it fails. */
export async function receiveFile(input: Readable, folder: string, limitBytes: number): Promise<StoredFile> {
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > limitBytes) return done(tooLarge(limitBytes));
      hash.update(piece);
      done(null, piece);
    },
  });
  try {
    await pipeline(input, meter, createWriteStream(target));
    // multipart parsers cut a file at their own limit without an error
    if ('truncated' in input && input.truncated === true) throw tooLarge(limitBytes);
    return { path: target, hash: hash.digest('hex'), size };
  } catch (error) {
    await rm(target, { force: true });
    if (isInterruption(error)) throw new Problem(400, 'envoi-interrompu', importsFr.problems.interrupted);
    throw error;
  }
}

const tooLarge = (limitBytes: number): Problem =>
  new Problem(413, 'fichier-trop-grand', importsFr.problems.tooLarge(Math.round(limitBytes / 2 ** 20)));

const isInterruption = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(String(error.code));
