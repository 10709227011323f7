import { refuseCrossSite } from './same-origin';

const json = { 'content-type': 'application/json' };
const host = { host: '127.0.0.1:3000' };

describe('a request that changes something', () => {
  it.each([
    [
      'a page of ours sends JSON',
      { ...host, ...json, 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' },
    ],
    ['a page of ours sends nothing', { ...host, 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' }],
    [
      'a page of ours sends a file',
      { ...host, 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
    ],
    ['a script sends JSON', { ...host, ...json }],
    ['a script sends nothing with the header', { ...host, 'x-sillage': '1' }],
    ['localhost is the same machine', { host: 'localhost:3000', ...json }],
  ])('passes when %s', (_, headers) => {
    expect(refuseCrossSite({ method: 'POST', headers }, { acceptsLoopbackOnly: true })).toBeNull();
  });

  it.each([
    ['another site fetches', { ...host, ...json, 'sec-fetch-site': 'cross-site' }, 'other-site'],
    ['a sister domain fetches', { ...host, ...json, 'sec-fetch-site': 'same-site' }, 'other-site'],
    ['the origin differs', { ...host, ...json, origin: 'https://ailleurs.example' }, 'other-site'],
    ['the origin differs by its port', { ...host, ...json, origin: 'http://127.0.0.1:4000' }, 'other-site'],
    ['the origin is hidden', { ...host, ...json, origin: 'null' }, 'other-site'],
    ['a plain form is posted', { ...host, 'content-type': 'application/x-www-form-urlencoded' }, 'form'],
    ['a text form is posted', { ...host, 'content-type': 'text/plain' }, 'form'],
    ['nothing says what it is', { ...host }, 'form'],
    ['a foreign name points at this machine', { host: 'rebond.example:3000', ...json }, 'unexpected-host'],
  ])('is refused when %s', (_, headers, refusal) => {
    expect(refuseCrossSite({ method: 'POST', headers }, { acceptsLoopbackOnly: true })).toBe(refusal);
  });

  it('may name any host when an administrator opened the server', () => {
    const headers = { host: 'sillage.departement.example', ...json };
    expect(refuseCrossSite({ method: 'PUT', headers }, { acceptsLoopbackOnly: false })).toBeNull();
  });
});

it.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and comes from anywhere', (method) => {
  expect(
    refuseCrossSite({ method, headers: { ...host, 'sec-fetch-site': 'cross-site' } }, { acceptsLoopbackOnly: true }),
  ).toBeNull();
});

it.each(['GET', 'HEAD', 'POST'])(
  '%s under a foreign name reads nothing of a machine that serves itself only',
  (method) => {
    const headers = { host: 'rebond.example:3000', 'x-sillage': '1' };
    expect(refuseCrossSite({ method, headers }, { acceptsLoopbackOnly: true })).toBe('unexpected-host');
    expect(refuseCrossSite({ method, headers }, { acceptsLoopbackOnly: false })).toBeNull();
  },
);
