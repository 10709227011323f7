import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readAddress } from '../../platform/allowed-hosts';
import { codeOf } from '../../platform/database-away';
import { Problem } from '../../platform/problem';
import { receiveFile, type StoredFile } from '../receive-file';
import { tableLimits } from '../workbook/table-limits';
import { askServer, type Journey } from './ask-server';
import { PullRefusal } from './pull-refusal';
import { sentName } from './sent-name';

const redirectsAllowed = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/** What the server said of the last file taken, and of which address: another file behind the same link is no unchanged one. */
export interface Freshness {
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Download =
  | { readonly kind: 'file'; readonly stored: StoredFile; readonly fileName: string; readonly freshness: Freshness }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: PullRefusal };

export interface DownloadOptions extends Journey {
  readonly folder: string;
  readonly limitBytes: number;
  readonly known: Freshness | null;
}

/** Fetches a file into a folder, within the limits of size and time; throws only when the caller's signal ends it. */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  const { totalMs } = options.policy.limits;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(new PullRefusal('too-long', String(totalMs / 60_000))), totalMs);
  try {
    return await follow(address, { ...options, signal: AbortSignal.any([options.signal, clock.signal]) });
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'refused', refusal: refusalOf(clock.signal.aborted ? clock.signal.reason : error, options) };
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(error: unknown, { limitBytes }: DownloadOptions): PullRefusal {
  if (error instanceof PullRefusal) return error;
  if (error instanceof Problem && error.status === 413)
    return new PullRefusal('too-large', String(Math.round(limitBytes / 2 ** 20)));
  if (error instanceof Problem && error.status === 400) return new PullRefusal('interrupted');
  const code = codeOf(error);
  if (code === 'ECONNRESET') return new PullRefusal('interrupted');
  if (code.startsWith('Z_')) return new PullRefusal('encoding', 'gzip');
  // a fault of this machine (a full disk) is no refusal of the server's
  if (/^E(NOSPC|ACCES|ROFS|DQUOT|MFILE)$/.test(code)) throw error;
  return new PullRefusal(/CERT|SELF_SIGNED|ALTNAME|SSL|TLS|EPROTO/.test(code) ? 'certificate' : 'connection', code);
}

async function follow(address: string, options: DownloadOptions): Promise<Download> {
  let url = readAddress(address);
  for (let hop = 0; hop <= redirectsAllowed; hop++) {
    if (!url) throw new PullRefusal('not-an-address');
    const answer = await askServer(url, conditionsOf(url, options.known), options);
    try {
      const status = answer.statusCode ?? 0;
      if (status === 304 && options.known?.address === url.href) return { kind: 'unchanged' };
      if (status === 200) return await keep(answer, url, options);
      if (!redirects.has(status)) throw new PullRefusal('status', String(status));
      url = answer.headers.location === undefined ? null : readAddress(answer.headers.location, url);
    } finally {
      answer.destroy();
    }
  }
  throw new PullRefusal('redirects', String(redirectsAllowed));
}

function conditionsOf(url: URL, known: Freshness | null): Record<string, string> {
  if (known?.address !== url.href) return {};
  if (known.etag !== null) return { 'if-none-match': known.etag };
  return known.lastModified === null ? {} : { 'if-modified-since': known.lastModified };
}

async function keep(answer: IncomingMessage, url: URL, { folder, limitBytes }: DownloadOptions): Promise<Download> {
  if (Number(answer.headers['content-length'] ?? 0) > limitBytes)
    throw new PullRefusal('too-large', String(Math.round(limitBytes / 2 ** 20)));
  const stored = await receiveFile(unpacked(answer), folder, limitBytes);
  return {
    kind: 'file',
    stored,
    fileName: sentName(answer.headers['content-disposition'], url),
    freshness: {
      address: url.href,
      etag: answer.headers.etag ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
    },
  };
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return answer;
  if (!/^(x-)?gzip$/i.test(encoding)) throw new PullRefusal('encoding', encoding);
  const gunzip = createGunzip();
  let size = 0;
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      const isSwollen = size > tableLimits.freeBytes && size > gunzip.bytesWritten * tableLimits.ratio;
      done(isSwollen ? new PullRefusal('swollen', String(tableLimits.ratio)) : null, piece);
    },
  });
  return pipeline(answer, gunzip, meter, () => undefined);
}
