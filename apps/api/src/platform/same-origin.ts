import type { IncomingHttpHeaders } from 'node:http';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export type Refusal = 'other-site' | 'form' | 'unexpected-host';

/**
 * Whether a request may have been sent by another site's page: any request by its host, a changing one by its origin (OWASP ASVS 5.0, 3.5.1 and 3.5.3).
 * A browser says where a request comes from (Sec-Fetch-Site, Origin); a plain form can neither send JSON nor a header.
 */
export function refuseCrossSite(
  request: { method: string; headers: IncomingHttpHeaders },
  server: { acceptsLoopbackOnly: boolean },
): Refusal | null {
  const { headers } = request;
  // A name that another site makes point at this machine ("DNS rebinding") would let its pages read everything.
  if (server.acceptsLoopbackOnly && !loopbackNames.has((headers.host ?? '').replace(/:\d+$/, ''))) {
    return 'unexpected-host';
  }
  if (reading.has(request.method)) return null;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'other-site';
  if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host) return 'other-site';
  const isEmpty = headers['content-type'] === undefined;
  if (isEmpty && site === 'same-origin') return null;
  const type = headers['content-type'] ?? '';
  if (/^(application\/json|multipart\/form-data)\b/i.test(type) || headers['x-sillage'] === '1') return null;
  return 'form';
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
