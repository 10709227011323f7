import { Readable } from 'node:stream';
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

  async compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    if (!isWorthIt(reply, payload)) return payload;
    reply.header('vary', 'accept-encoding');
    const encoding = chooseEncoding(request.headers['accept-encoding'] ?? '');
    if (!encoding) return payload;
    if (payload instanceof Readable) {
      reply.header('content-encoding', encoding).removeHeader('content-length');
      return payload.pipe(encoding === 'br' ? zlib.createBrotliCompress(brotliOptions) : zlib.createGzip(gzipOptions));
    }
    const body = await this.compressWhole(request, reply, payload as string | Buffer, encoding);
    reply.header('content-encoding', encoding).header('content-length', body.length);
    return body;
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

function isWorthIt(reply: FastifyReply, payload: unknown): payload is string | Buffer | Readable {
  if (reply.hasHeader('content-encoding') || !compressible.test(String(reply.getHeader('content-type') ?? ''))) {
    return false;
  }
  if (payload instanceof Readable) return true;
  return (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length >= smallest;
}
