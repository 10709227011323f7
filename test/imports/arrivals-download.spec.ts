import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DownloadOptions, download } from '../../apps/api/src/imports/arrivals/download';
import { parseAllowedHosts } from '../../apps/api/src/platform/allowed-hosts';
import { aFileServer, type FileServer, TestPolicy } from '../support/file-server';

const csv = 'code_commune;annee;POP\n47167;2021;1460\n';
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const redirectTo =
  (location: string): Answer =>
  (response) =>
    response.writeHead(302, { location }).end();

/** Sends until nobody listens. */
const endless: Answer = (response) => {
  const send = () => {
    while (response.write('x'.repeat(65_536)));
  };
  response.on('drain', send);
  send();
};

const answers: Record<string, Answer> = {
  '/file.csv': (response) => response.writeHead(200, { etag: '"1"' }).end(csv),
  '/named': (response) =>
    response.writeHead(200, { 'content-disposition': `attachment; filename*=UTF-8''donn%C3%A9es%202021.csv` }).end(csv),
  '/gzip.csv': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(csv)),
  '/br.csv': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
  '/bomb.csv': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2 ** 22))),
  '/not-gzip.csv': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(csv),
  '/announced': (response) => response.writeHead(200, { 'content-length': 2 ** 30 }).end(),
  '/endless': endless,
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': 1_000 }).write('x');
    setTimeout(() => response.destroy(), 50);
  },
  '/silent': () => undefined,
  '/stalled': (response) => response.writeHead(200).write('x'),
  '/drip': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/once': redirectTo('/file.csv'),
  '/loop': redirectTo('/loop'),
  '/to-loopback': redirectTo('https://127.0.0.1/file.csv'),
  '/to-decimal': redirectTo('https://2130706433/file.csv'),
  '/to-private': redirectTo('https://interne.test/file.csv'),
  '/to-elsewhere': redirectTo('https://ailleurs.test/file.csv'),
  '/to-plain': redirectTo('http://fichiers.test/file.csv'),
  '/to-file': redirectTo('file:///etc/passwd'),
  '/to-credentials': redirectTo('//user:secret@fichiers.test/file.csv'),
  '/to-nowhere': (response) => response.writeHead(302).end(),
  '/missing': (response) => response.writeHead(404).end('no'),
  '/unasked-304': (response) => response.writeHead(304).end(),
  '/cookies': (response, { headers }) =>
    headers.cookie ? response.writeHead(500).end() : response.writeHead(200, { 'set-cookie': 'a=1' }).end(csv),
};

describe('a file fetched from an address', () => {
  let server: FileServer;
  let folder: string;
  const asked: IncomingMessage['headers'][] = [];
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-pull-'));
    server = await aFileServer((request, response) => {
      asked.push(request.headers);
      const answer = answers[request.url ?? ''];
      if (!answer) throw new Error(`Not expected: ${request.url}`);
      answer(response, request);
    });
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const hosts = (more = '') => parseAllowedHosts(`fichiers.test:${server.port},${more}`) ?? [];
  const at = (place: string): string => `https://fichiers.test:${server.port}${place}`;
  const get = (address: string, options: Partial<DownloadOptions> = {}) =>
    download(address, {
      hosts: hosts(),
      policy: new TestPolicy(),
      signal: new AbortController().signal,
      folder,
      limitBytes: 2 ** 20,
      known: null,
      ...options,
    });
  const refusal = async (...request: Parameters<typeof get>) => {
    const found = await get(...request);
    expect(readdirSync(folder)).toEqual([]);
    return found.kind === 'refused' ? `${found.refusal.code} ${found.refusal.detail}`.trim() : found.kind;
  };

  it.each([
    ['/file.csv', 'file.csv'],
    ['/gzip.csv', 'gzip.csv'],
    ['/named', 'données 2021.csv'],
    ['/once', 'file.csv'],
    ['/cookies', 'cookies'],
  ])('keeps %s as %s', async (place, fileName) => {
    const found = await get(at(place));
    if (found.kind !== 'file') throw new Error(JSON.stringify(found));
    expect(found.fileName).toBe(fileName);
    expect(readFileSync(found.stored.path, 'utf8')).toBe(csv);
    rmSync(found.stored.path);
    expect(asked.at(-1)).not.toHaveProperty('cookie');
    expect(asked.at(-1)).not.toHaveProperty('authorization');
  });

  it.each([
    ['/br.csv', 'encoding br'],
    ['/bomb.csv', 'too-large 1'],
    ['/not-gzip.csv', 'encoding gzip'],
    ['/announced', 'too-large 1'],
    ['/endless', 'too-large 1'],
    ['/cut', 'interrupted'],
    ['/loop', 'redirects 3'],
    ['/to-loopback', 'host 127.0.0.1'],
    ['/to-decimal', 'host 127.0.0.1'],
    ['/to-private', 'host interne.test'],
    ['/to-elsewhere', 'host ailleurs.test'],
    ['/to-plain', 'scheme fichiers.test'],
    ['/to-file', 'scheme'],
    ['/to-nowhere', 'not-an-address'],
    ['/missing', 'status 404'],
    ['/unasked-304', 'status 304'],
  ])('refuses %s: %s', async (place, expected) => {
    expect(await refusal(at(place))).toBe(expected);
  });

  it('refuses credentials in an address, wherever they stand', async () => {
    expect(await refusal(at('/to-credentials'))).toMatch(/^credentials/);
    expect(await refusal(at('/file.csv').replace('https://', 'https://user@'))).toMatch(/^credentials/);
  });

  it.each([
    ['/silent', { idleMs: 150 }, 'idle 0.15'],
    ['/stalled', { idleMs: 150 }, 'idle 0.15'],
    ['/drip', { idleMs: 150, totalMs: 600 }, 'too-long 0.01'],
  ])('does not wait for %s', async (place, limits, expected) => {
    const policy = new TestPolicy({}, limits);
    expect(await refusal(at(place), { policy })).toBe(expected);
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['100.64.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fd00::1'],
    ['0.0.0.0'],
  ])('asks nothing of an allowed host whose name leads to %s, even beside a public address', async (address) => {
    const before = asked.length;
    const port = server.port;
    const listed = { hosts: hosts(`interne.test:${port},interne.test`) };
    for (const addresses of [[address], ['93.184.215.14', address]]) {
      const policy = new TestPolicy({ 'interne.test': addresses });
      expect(await refusal(`https://interne.test:${port}/file.csv`, { policy, ...listed })).toBe(
        'private-address interne.test',
      );
      expect(await refusal(at('/to-private'), { policy, ...listed })).toBe('private-address interne.test');
    }
    // the two redirects themselves
    expect(asked.length).toBe(before + 2);
  });

  it.each(['https://127.0.0.1', 'https://2130706433', 'https://0x7f.1', 'https://0177.0.0.1', 'https://[::1]'])(
    'refuses %s even on the list',
    async (host) => {
      const listed = parseAllowedHosts(`127.0.0.1:${server.port},[::1]:${server.port}`) ?? [];
      expect(await refusal(`${host}:${server.port}/file.csv`, { hosts: listed })).toMatch(/^private-address/);
    },
  );

  it('asks the address that was judged: the name is resolved once', async () => {
    const answered: string[] = [];
    class Rebinding extends TestPolicy {
      override async resolve(name: string) {
        answered.push(name);
        return [{ address: answered.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
      }
    }
    const found = await get(at('/file.csv'), { policy: new Rebinding() });
    expect(found.kind).toBe('file');
    expect(answered).toEqual(['fichiers.test']);
    if (found.kind === 'file') rmSync(found.stored.path);
  });

  it('refuses a certificate that no authority signed, and one of another name', async () => {
    class Public extends TestPolicy {
      override readonly authority = undefined as never;
    }
    expect(await refusal(at('/file.csv'), { policy: new Public() })).toMatch(/^certificate /);
    class Other extends TestPolicy {
      override resolve = async () => [{ address: '127.0.0.1', family: 4 }];
      override mayReach = () => true;
    }
    const other = { policy: new Other(), hosts: hosts(`etranger.test:${server.port}`) };
    expect(await refusal(`https://etranger.test:${server.port}/file.csv`, other)).toMatch(/^certificate .*ALTNAME/);
  });

  it('says that a file is unchanged only of the very address that it was taken from', async () => {
    const server304 = await aFileServer((request, response) => {
      if (request.url === '/link') return redirectTo('/file.csv')(response, request);
      const isKnown = request.headers['if-none-match'] === '"1"';
      return isKnown ? response.writeHead(304).end() : response.writeHead(200, { etag: '"1"' }).end(csv);
    });
    const address = `https://fichiers.test:${server304.port}/link`;
    const listed = { hosts: parseAllowedHosts(`fichiers.test:${server304.port}`) ?? [] };
    const first = await get(address, listed);
    if (first.kind !== 'file') throw new Error(first.kind);
    rmSync(first.stored.path);
    expect((await get(address, { ...listed, known: first.freshness })).kind).toBe('unchanged');
    const elsewhere = { ...first.freshness, address: `${address}/other` };
    const again = await get(address, { ...listed, known: elsewhere });
    expect(again.kind).toBe('file');
    if (again.kind === 'file') rmSync(again.stored.path);
    await server304.close();
  });

  it('stops at once when its job is stopped', async () => {
    const controller = new AbortController();
    const running = get(at('/drip'), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopping')), 100);
    await expect(running).rejects.toThrow('stopping');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('speaks http only to a host whose entry says so', async () => {
    const plain = await aFileServer((_request, response) => response.end(csv), 'http');
    const address = `http://fichiers.test:${plain.port}/file.csv`;
    const allowed = { hosts: parseAllowedHosts(`http://fichiers.test:${plain.port}`) ?? [] };
    const found = await get(address, allowed);
    expect(found.kind).toBe('file');
    if (found.kind === 'file') rmSync(found.stored.path);
    expect(await refusal(address, { hosts: parseAllowedHosts(`fichiers.test:${plain.port}`) ?? [] })).toMatch(
      /^scheme/,
    );
    await plain.close();
  });
});
