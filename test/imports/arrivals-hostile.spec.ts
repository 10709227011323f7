import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { gzipSync } from 'node:zlib';
import { download } from '../../apps/api/src/imports/arrivals/download';
import { parseAllowedHosts } from '../../apps/api/src/platform/allowed-hosts';
import { TestPolicy } from '../support/file-server';
import { certificate, privateKey } from '../support/self-signed';

const csv = 'code_commune;annee;POP\n47167;2021;1460\n';
const head = 'HTTP/1.1 200 OK\r\n';

/** Writes a piece now and then, until nobody listens. */
const drip = (socket: Socket, piece: string): void => {
  const timer = setInterval(() => socket.write(piece), 15);
  socket.on('close', () => clearInterval(timer));
};

/** What a server may write that no honest one does. */
const answers: Readonly<Record<string, (socket: Socket) => unknown>> = {
  '/slow-head': (socket) => {
    socket.write(head);
    drip(socket, 'x-a: b\r\n');
  },
  '/hints-for-ever': (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n'),
  '/huge-head': (socket) => socket.write(`${head}x-a: ${'b'.repeat(100_000)}\r\n\r\n`),
  '/too-short': (socket) => socket.end(`${head}content-length: ${csv.length - 10}\r\n\r\n${csv}`),
  '/too-long': (socket) => socket.end(`${head}content-length: ${csv.length + 10}\r\n\r\n${csv}`),
  '/two-lengths': (socket) => socket.end(`${head}content-length: 5\r\ncontent-length: 6\r\n\r\n${csv}`),
  '/negative': (socket) => socket.end(`${head}content-length: -1\r\n\r\n${csv}`),
  '/length-and-chunks': (socket) =>
    socket.end(`${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
  '/cut-chunk': (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nff\r\nhello`),
  '/cut-gzip': (socket) => socket.end(Buffer.concat([gzipHead(), gzipSync(csv.repeat(50)).subarray(0, 30)])),
  '/swollen': (socket) => socket.end(Buffer.concat([gzipHead(), gzipSync(Buffer.alloc(60_000_000))])),
  '/not-http': (socket) => socket.end('220 ftp ready\r\n'),
};
const gzipHead = (): Buffer => Buffer.from(`${head}content-encoding: gzip\r\nconnection: close\r\n\r\n`);

describe('a file fetched from a hostile server', () => {
  let server: tls.Server;
  let folder: string;
  const sockets = new Set<Socket>();
  const taken: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-pull-'));
    server = tls.createServer({ key: privateKey, cert: certificate }, (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', (request: Buffer) => {
        const answer = answers[request.toString('latin1').split(' ')[1] ?? ''];
        if (!answer) throw new Error('Not expected');
        answer(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const refusal = async (place: string): Promise<string> => {
    const { port } = server.address() as AddressInfo;
    const found = await download(`https://fichiers.test:${port}${place}`, {
      hosts: parseAllowedHosts(`fichiers.test:${port}`) ?? [],
      policy: new TestPolicy(
        {},
        place === '/swollen' ? { idleMs: 10_000, totalMs: 20_000 } : { idleMs: 200, totalMs: 600 },
      ),
      signal: new AbortController().signal,
      folder,
      limitBytes: 2 ** 30,
      known: null,
    });
    if (found.kind === 'file') taken.push(readFileSync(found.stored.path, 'utf8'));
    if (found.kind === 'file') rmSync(found.stored.path);
    expect(readdirSync(folder)).toEqual([]);
    return found.kind === 'refused' ? found.refusal.code : found.kind;
  };

  it.each([
    ['/slow-head', 'too-long'],
    ['/hints-for-ever', 'too-long'],
    ['/huge-head', 'connection'],
    ['/too-long', 'interrupted'],
    ['/two-lengths', 'connection'],
    ['/negative', 'connection'],
    ['/length-and-chunks', 'connection'],
    ['/cut-chunk', 'interrupted'],
    ['/cut-gzip', 'encoding'],
    ['/swollen', 'swollen'],
    ['/not-http', 'connection'],
  ])('is not kept: %s (%s)', async (place, expected) => {
    expect(await refusal(place)).toBe(expected);
  });

  it('ends where it was announced to end, whatever follows', async () => {
    expect(await refusal('/too-short')).toBe('file');
    expect(taken).toEqual([csv.slice(0, -10)]);
  });
});
