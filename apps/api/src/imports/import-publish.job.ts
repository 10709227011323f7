import { Injectable } from '@nestjs/common';
import { formatNumber, importsFr } from '@sillage/indicators';
import type { Job, JobContext, JobReport } from '../jobs/job';
import { batchInputOf } from './batch-input';
import { ImportsService } from './imports.service';

/** Adds the observations of a checked file to the published ones. */
@Injectable()
export class ImportPublishJob implements Job {
  readonly id = 'import-publish';
  readonly schedule = null;
  readonly timeoutMs = 60 * 60_000;

  constructor(private readonly imports: ImportsService) {}

  async run({ input, signal, progress }: JobContext): Promise<JobReport> {
    const onProgress = (done: number, total: number) => progress({ done, total, unit: 'bytes' });
    const { batchId, hintsVersion } = batchInputOf(input);
    const { values, isNew } = await this.imports.publish(batchId, { signal, onProgress, hintsVersion });
    const { published, samePublished } = importsFr.reports;
    return { counts: { values }, messages: [isNew ? published(formatNumber(values, 0, 'fr')) : samePublished] };
  }
}
