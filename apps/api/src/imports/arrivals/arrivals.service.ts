import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import type { JobContext } from '../../jobs/job';
import { type Batch, listMappings } from '../imports.queries';
import { ImportsService } from '../imports.service';

export interface Arrival {
  readonly outcome: 'published' | 'waiting' | 'refused' | 'known';
  /** Why it waits for a person. */
  readonly reason: 'remarks' | 'new-source' | 'no-source' | null;
  readonly batch: Batch;
}

/** Files that come by themselves take the way of those that people send: received, checked, and published only when nothing is left to ask. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  async takeIn(
    file: Readable,
    { fileName, source }: { readonly fileName: string; readonly source: string | null },
    { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
  ): Promise<Arrival> {
    const { batch, isNew } = await this.imports.receive(file, fileName, { source });
    if (!isNew && batch.state !== 'draft') return { outcome: 'known', reason: null, batch };
    const control = {
      signal,
      onProgress: (done: number, total: number) => progress({ done, total, unit: 'bytes' }),
    };
    const { outcome } = await this.imports.check(batch.id, control);
    if (outcome === 'reject') return this.arrived(batch.id, 'refused');
    const reason = await this.reasonToWait(batch, source, outcome);
    if (reason) return this.arrived(batch.id, 'waiting', reason);
    await this.imports.publish(batch.id, control);
    return this.arrived(batch.id, 'published');
  }

  /** The findings of a check, for a report beside the file. */
  findingsOf(batch: Batch): string {
    return this.imports.files.of(batch.id).findings;
  }

  private async arrived(id: number, outcome: Arrival['outcome'], reason: Arrival['reason'] = null): Promise<Arrival> {
    return { outcome, reason, batch: await this.imports.batch(id) };
  }

  private async reasonToWait(batch: Batch, source: string | null, outcome: string): Promise<Arrival['reason']> {
    if (source === null) return 'no-source';
    // somebody else's batch of the same bytes, or one that a person reads otherwise, is theirs to publish
    if (batch.source !== source || batch.hints !== null) return 'remarks';
    if ((await listMappings(this.database, source)).length === 0) return 'new-source';
    return outcome === 'accept' ? null : 'remarks';
  }
}
