import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { OutgoingPolicy } from '../../apps/api/src/imports/arrivals/outgoing-policy';
import { certificate, privateKey } from './self-signed';

export interface FileServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A real server on this machine, over TLS unless said otherwise. */
export async function aFileServer(answer: RequestListener, protocol: 'https' | 'http' = 'https'): Promise<FileServer> {
  const server =
    protocol === 'http'
      ? http.createServer(answer)
      : https.createServer({ key: privateKey, cert: certificate }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The product's policy, but for one name that leads to this machine and may be reached; the others are judged as always. */
export class TestPolicy extends OutgoingPolicy {
  override readonly limits: OutgoingPolicy['limits'];
  override readonly authority = certificate;

  constructor(
    private readonly names: Readonly<Record<string, readonly string[]>> = {},
    limits: Partial<OutgoingPolicy['limits']> = {},
  ) {
    super();
    this.limits = { totalMs: 5_000, idleMs: 2_000, ...limits };
  }

  override async resolve(name: string) {
    const known = name === 'fichiers.test' ? ['127.0.0.1'] : this.names[name];
    return known?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) ?? super.resolve(name);
  }

  override mayReach(address: string, name: string): boolean {
    return name === 'fichiers.test' || super.mayReach(address, name);
  }
}
