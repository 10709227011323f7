import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { arrivalsFr } from '@sillage/indicators';
import { z } from 'zod';
import { Database } from '../../database/database';
import type { Job, JobContext, JobReport } from '../../jobs/job';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config';
import { Problem } from '../../platform/problem';
import { BatchFiles } from '../batch-files';
import { ArrivalsService } from './arrivals.service';
import { pullMessage } from './compose-pull';
import { type Download, download } from './download';
import { OutgoingPolicy } from './outgoing-policy';
import { writePullResult } from './pull-writer';
import { findPull, type Pull, type PullResult, pullJobId } from './pulls.queries';

const pullInput = z.object({ pullId: z.number().int() });

/** Visits one address and takes its file in, unless it is the one taken last. */
@Injectable()
export class ImportPullJob implements Job {
  readonly id = pullJobId;
  readonly schedule = null;
  readonly timeoutMs = 60 * 60_000;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly policy: OutgoingPolicy,
    private readonly arrivals: ArrivalsService,
  ) {}

  async run(context: JobContext): Promise<JobReport> {
    const pull = await findPull(this.database, pullInput.parse(context.input).pullId);
    if (!pull) return { counts: {}, messages: [arrivalsFr.unknownPull] };
    const found = await download(pull.url, {
      hosts: this.config.pullHosts,
      policy: this.policy,
      signal: context.signal,
      folder: new BatchFiles(this.config.home).incoming,
      limitBytes: this.config.uploadLimitBytes,
      known: pull.freshness,
    });
    try {
      const result = await this.settle(pull, found, context);
      const message = arrivalsFr.fileOutcome(pull.source, pullMessage(result, 'fr'));
      if (result.code === 'not-fetched')
        throw new Problem(502, 'fichier-non-recupere', arrivalsFr.notFetched, pullMessage(result, 'fr'));
      return { counts: { [result.code]: 1 }, messages: [message] };
    } finally {
      if (found.kind === 'file') await rm(found.stored.path, { force: true });
    }
  }

  private async settle(pull: Pull, found: Download, context: JobContext): Promise<PullResult> {
    const now = this.clock.now();
    if (found.kind === 'refused') {
      const { code: refusal, detail } = found.refusal;
      const result = { code: 'not-fetched', refusal, detail } as const;
      await writePullResult(this.database, pull.id, { result, now });
      return result;
    }
    // a server without validators sends the same bytes again
    if (found.kind === 'unchanged' || found.stored.hash === pull.fileHash) {
      const result = { code: 'unchanged', detail: '' } as const;
      const taken =
        found.kind === 'file' ? { freshness: found.freshness, hash: found.stored.hash, batchId: null } : undefined;
      await writePullResult(this.database, pull.id, { result, now, ...(taken ? { taken } : {}) });
      return result;
    }
    const { stored, fileName, freshness } = found;
    const file = createReadStream(stored.path);
    const { outcome, batch } = await this.arrivals.takeIn(
      file,
      { fileName, source: pull.source, hints: pull.hints },
      context,
    );
    const result = { code: outcome, detail: String(batch.id) };
    const taken = { freshness, hash: stored.hash, batchId: batch.id };
    await writePullResult(this.database, pull.id, { result, now, taken });
    return result;
  }
}
