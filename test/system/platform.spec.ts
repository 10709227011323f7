import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { anOwnApplication, type OwnApplication } from '../support/application';

const json = { 'content-type': 'application/json' };

describe('the server', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    own = await anOwnApplication();
    ({ app } = own);
  });
  afterAll(() => own?.close());

  it.each(['/', '/api/v1/health', '/api/v1/jobs', '/api/v1/rien', '/assets/rien.js', '/api/v1/openapi.json'])(
    'sends the strict headers with %s',
    async (url) => {
      const { headers } = await app.inject({ method: 'GET', url });
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('asks browsers to keep to https once it is behind https', async () => {
    const { headers } = await app.inject({
      method: 'GET',
      url: '/api/v1/health',
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  const problem = async (request: Parameters<typeof app.inject>[0]) => {
    const response = await app.inject(request);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    const body = response.json();
    expect(body).toMatchObject({ status: response.statusCode, requestId: response.headers['x-request-id'] });
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\.js:/);
    return body;
  };

  it('answers an unknown address of the API with a problem in French', async () => {
    expect(await problem({ method: 'GET', url: '/api/v1/rien' })).toMatchObject({
      status: 404,
      type: 'urn:sillage:probleme:adresse-inconnue',
      title: 'Cette adresse n’existe pas.',
    });
    expect(await problem({ method: 'POST', url: '/api/v1/rien', headers: json, payload: '{}' })).toMatchObject({
      status: 404,
    });
  });

  it('answers it in English when asked to', async () => {
    expect(await problem({ method: 'GET', url: '/api/v1/rien?lang=en' })).toMatchObject({
      title: 'This address does not exist.',
    });
  });

  it('points at each element of a request that it cannot read', async () => {
    expect(await problem({ method: 'GET', url: '/api/v1/jobs/runs?limit=1000&before=x' })).toMatchObject({
      status: 400,
      type: 'urn:sillage:probleme:demande-invalide',
      errors: [{ pointer: '/limit' }, { pointer: '/before' }],
    });
  });

  it('refuses JSON that cannot be read', async () => {
    const request = { method: 'PUT' as const, url: '/api/v1/jobs/rebuild/schedule', headers: json };
    expect(await problem({ ...request, payload: '{"schedule":' })).toMatchObject({ status: 400 });
  });

  it('refuses a body of more than one mebibyte', async () => {
    const payload = JSON.stringify({ schedule: 'x'.repeat(1024 * 1024) });
    expect(
      await problem({ method: 'PUT', url: '/api/v1/jobs/rebuild/schedule', headers: json, payload }),
    ).toMatchObject({
      status: 413,
      detail: expect.stringContaining('Mio'),
    });
  });

  it('refuses a change asked for by another site', async () => {
    const headers = { ...json, 'sec-fetch-site': 'cross-site', origin: 'https://ailleurs.example' };
    expect(await problem({ method: 'POST', url: '/api/v1/jobs/rebuild/run', headers })).toMatchObject({
      status: 403,
      title: expect.stringContaining('autre site'),
    });
  });

  it('keeps nothing of an answer of the API that does not say how', async () => {
    const { headers } = await app.inject({ method: 'GET', url: '/api/v1/jobs' });
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['br', 'gzip'])('compresses a long answer with %s', async (encoding) => {
    const plain = await app.inject({ method: 'GET', url: '/api/v1/openapi.json' });
    const packed = await app.inject({
      method: 'GET',
      url: '/api/v1/openapi.json',
      headers: { 'accept-encoding': encoding },
    });
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  it('does not compress a short answer', async () => {
    const { headers } = await app.inject({
      method: 'GET',
      url: '/api/v1/health',
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
