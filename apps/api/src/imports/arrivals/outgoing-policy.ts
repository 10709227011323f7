import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { isPublicAddress } from './public-address';

/** Where a name leads and whether this server may go there. No variable of the environment weakens it. */
@Injectable()
export class OutgoingPolicy {
  readonly limits: { readonly totalMs: number; readonly idleMs: number } = { totalMs: 10 * 60_000, idleMs: 30_000 };
  /** A certificate trusted instead of the public authorities. */
  readonly authority: string | undefined = undefined;

  async resolve(name: string): Promise<LookupAddress[]> {
    return lookup(name, { all: true, verbatim: true });
  }

  mayReach(address: string, _name: string): boolean {
    return isPublicAddress(address);
  }
}
