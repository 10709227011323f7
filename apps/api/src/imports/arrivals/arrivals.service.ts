import type { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { headerChange, type ReadingHints } from '@sillage/indicators';
import { Database } from '../../database/database';
import type { JobContext } from '../../jobs/job';
import { type Batch, listMappings } from '../imports.queries';
import { ImportsService } from '../imports.service';

export interface Arrival {
  readonly outcome: 'published' | 'waiting' | 'refused' | 'known';
  /** Why it waits for a person. */
  readonly reason: 'remarks' | 'new-source' | 'new-headers' | 'no-source' | null;
  readonly batch: Batch;
}

interface ArrivingFile {
  readonly fileName: string;
  readonly source: string | null;
  /** How it is read; null: as the last published file of its source that had the same headers. */
  readonly hints?: ReadingHints | null;
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
    { fileName, source, hints = null }: ArrivingFile,
    { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
  ): Promise<Arrival> {
    const { batch, isNew } = await this.imports.receive(file, fileName, { source, hints });
    if (!isNew && batch.state !== 'draft') return { outcome: 'known', reason: null, batch };
    const control = {
      signal,
      onProgress: (done: number, total: number) => progress({ done, total, unit: 'bytes' }),
    };
    const { outcome, reading } = await this.imports.check(batch.id, control);
    if (outcome === 'reject') return this.arrived(batch.id, 'refused');
    // somebody else's batch of the same bytes, or one that a person reads otherwise, is theirs to publish
    const isOurs = batch.source === source && isDeepStrictEqual(batch.hints, hints);
    const reason = isOurs ? await this.reasonToWait(source, reading?.headers ?? [], outcome) : 'remarks';
    if (reason) return this.arrived(batch.id, 'waiting', reason);
    // a reading of its own is no rule for the other files of its source
    await this.imports.publish(batch.id, { ...control, hintsVersion: batch.hintsVersion, isRule: hints === null });
    return this.arrived(batch.id, 'published');
  }

  /** The findings of a check, for a report beside the file. */
  findingsOf(batch: Batch): string {
    return this.imports.files.of(batch.id).findings;
  }

  private async arrived(id: number, outcome: Arrival['outcome'], reason: Arrival['reason'] = null): Promise<Arrival> {
    return { outcome, reason, batch: await this.imports.batch(id) };
  }

  private async reasonToWait(
    source: string | null,
    headers: readonly string[],
    outcome: string,
  ): Promise<Arrival['reason']> {
    if (source === null) return 'no-source';
    const known = await listMappings(this.database, source);
    if (known.length === 0) return 'new-source';
    if (!known.some((mapping) => headerChange(mapping.headers, headers) === null)) return 'new-headers';
    return outcome === 'accept' ? null : 'remarks';
  }
}
