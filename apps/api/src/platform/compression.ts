import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const smallest = 1024;
const compressible = /^(text\/|image\/svg\+xml|application\/(json|geo\+json|problem\+json|xml))/;
const brotliOptions = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipOptions = { level: 6 };
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

type Encoding = 'br' | 'gzip';

function chooseEncoding(header: string): Encoding | null {
  const accepted = header
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : null;
}

/**
 * Compressed answers are kept by address and ETag: the same page of the same state is compressed once, not once per
 * reader. The least recently read go first.
 */
export class Compression {
  private readonly kept = new Map<string, Buffer>();
  private keptBytes = 0;

  constructor(private readonly roomBytes = 32 * 1024 * 1024) {}

  /** An onSend hook of Fastify; it calls back at once when there is nothing to compress. */
  readonly onSend = (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: (error: Error | null, payload?: unknown) => void,
  ): void => {
    const encoding = isWorthIt(reply, payload) ? this.choose(request, reply) : null;
    if (!encoding) {
      done(null, payload);
      return;
    }
    reply.header('content-encoding', encoding).removeHeader('content-length');
    if (payload instanceof Readable) {
      done(null, compressStream(payload, encoding));
      return;
    }
    this.compressWhole(request, reply, payload as string | Buffer, encoding).then(
      (body) => {
        reply.header('content-length', body.length);
        done(null, body);
      },
      (error: Error) => done(error),
    );
  };

  private choose(request: FastifyRequest, reply: FastifyReply): Encoding | null {
    reply.header('vary', 'accept-encoding');
    return chooseEncoding(request.headers['accept-encoding'] ?? '');
  }

  private async compressWhole(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: string | Buffer,
    encoding: Encoding,
  ): Promise<Buffer> {
    const etag = reply.getHeader('etag');
    const key = etag === undefined ? undefined : `${encoding} ${String(etag)} ${request.url}`;
    const known = key === undefined ? undefined : this.kept.get(key);
    if (key !== undefined && known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const body = await (encoding === 'br' ? brotli(payload, brotliOptions) : gzip(payload, gzipOptions));
    if (key !== undefined) this.keep(key, body);
    return body;
  }

  private keep(key: string, body: Buffer): void {
    if (body.length > this.roomBytes / 8 || this.kept.has(key)) return;
    this.kept.set(key, body);
    this.keptBytes += body.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.keptBytes <= this.roomBytes) return;
      this.kept.delete(oldest);
      this.keptBytes -= length;
    }
  }
}

function compressStream(source: Readable, encoding: Encoding): Readable {
  const target = encoding === 'br' ? zlib.createBrotliCompress(brotliOptions) : zlib.createGzip(gzipOptions);
  // a source that fails half-way must cut the answer, not end it as if it were whole
  return pipeline(source, target, () => undefined);
}

function isWorthIt(reply: FastifyReply, payload: unknown): boolean {
  if (reply.hasHeader('content-encoding') || !compressible.test(String(reply.getHeader('content-type') ?? ''))) {
    return false;
  }
  if (payload instanceof Readable) return true;
  return (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length >= smallest;
}
