import Fastify from 'fastify';
import { Compression } from './compression';
import { unlessSame, unlessUnchanged } from './etag';

describe('an answer derived from a published state', () => {
  let version = 1;
  let computed = 0;
  const server = Fastify();
  const compression = new Compression(64 * 1024);
  server.addHook('onSend', compression.onSend);
  server.get('/state', (request, reply) =>
    unlessUnchanged(request, reply, version, () => {
      computed += 1;
      return { text: 'x'.repeat(5_000), version };
    }).then((body) => reply.send(body)),
  );
  server.get('/page', (request, reply) =>
    reply.type('text/html').send(unlessSame(request, reply, `<p>${version}</p>`)),
  );
  beforeEach(() => {
    version = 1;
    computed = 0;
  });
  afterAll(() => server.close());
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

  it('is not computed again for a reader who has it', async () => {
    const first = await get('/state');
    const second = await get('/state', { 'if-none-match': String(first.headers.etag) });
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect([second.statusCode, second.body]).toEqual([304, '']);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(computed).toBe(1);
  });

  it('is computed again once the state has changed', async () => {
    const first = await get('/state');
    version = 2;
    const second = await get('/state', { 'if-none-match': String(first.headers.etag) });
    expect(second.statusCode).toBe(200);
    expect(second.json()).toMatchObject({ version: 2 });
  });

  it('differs by what the address asks for, the language included', async () => {
    const tags = await Promise.all(['/state', '/state?lang=en', '/state?niveau=epci'].map((url) => get(url)));
    expect(new Set(tags.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('is recognised among several tags', async () => {
    const { headers } = await get('/state');
    expect((await get('/state', { 'if-none-match': `"autre", ${headers.etag}` })).statusCode).toBe(304);
  });

  it('is compressed once for all its readers, and again once it changes', async () => {
    const br = { 'accept-encoding': 'br' };
    const [first, second] = [await get('/state', br), await get('/state', br)];
    expect(first.headers['content-encoding']).toBe('br');
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
    version = 2;
    expect((await get('/state', br)).rawPayload.equals(first.rawPayload)).toBe(false);
  });

  it('has its content for tag when it exists already', async () => {
    const first = await get('/page');
    expect((await get('/page', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
    version = 2;
    expect((await get('/page', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200);
  });
});
