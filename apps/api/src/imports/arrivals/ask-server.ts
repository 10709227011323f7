import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { type AllowedHost, addressFault } from '../../platform/allowed-hosts';
import type { OutgoingPolicy } from './outgoing-policy';
import { PullRefusal } from './pull-refusal';

export interface Journey {
  readonly hosts: readonly AllowedHost[];
  readonly policy: OutgoingPolicy;
  readonly signal: AbortSignal;
}

/** One request, without redirects, cookies or proxies, to the very address that was judged: the name is not resolved twice. */
export async function askServer(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { hosts, policy, signal }: Journey,
): Promise<IncomingMessage> {
  const fault = addressFault(url, hosts);
  if (fault) throw new PullRefusal(fault, url.host);
  const address = await judgedAddress(url, policy, signal);
  const pinned: LookupFunction = (_name, options, done) =>
    options.all ? done(null, [address]) : done(null, address.address, address.family);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      // not the shared agent: it may follow a proxy of the environment, and keeps connections
      agent: false,
      lookup: pinned,
      timeout: policy.limits.idleMs,
      headers: { 'user-agent': 'sillage', accept: '*/*', 'accept-encoding': 'gzip', connection: 'close', ...headers },
      // said again: NODE_TLS_REJECT_UNAUTHORIZED must not weaken it
      rejectUnauthorized: true,
      ...(policy.authority === undefined ? {} : { ca: policy.authority }),
    });
    let answer: IncomingMessage | undefined;
    const end = (reason: Error) => (answer ?? request).destroy(reason);
    const onAbort = () => end(signal.reason as Error);
    request.on('timeout', () => end(new PullRefusal('idle', String(policy.limits.idleMs / 1000))));
    request.on('error', reject);
    request.on('close', () => signal.removeEventListener('abort', onAbort));
    request.on('response', (response) => {
      answer = response;
      resolve(response);
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    request.end();
  });
}

/** Every address of the name must be one that may be reached: which of them answers is the resolver's choice, not ours. */
async function judgedAddress(url: URL, policy: OutgoingPolicy, signal: AbortSignal): Promise<LookupAddress> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const found = await unlessAborted(
    policy.resolve(name).catch(() => []),
    signal,
  );
  const [first] = found;
  if (!first) throw new PullRefusal('not-found', name);
  const forbidden = found.find(({ address }) => !policy.mayReach(address, name));
  if (forbidden) throw new PullRefusal('private-address', name);
  return found.find(({ family }) => family === 4) ?? first;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
