import { Injectable } from '@nestjs/common';
import { formatNumber, importsFr } from '@sillage/indicators';
import type { Job, JobContext, JobReport } from '../jobs/job';
import { batchInputOf } from './batch-input';
import { ImportsService } from './imports.service';

/** Gives every row of an uploaded file its verdict. */
@Injectable()
export class ImportCheckJob implements Job {
  readonly id = 'import-check';
  readonly schedule = null;
  readonly timeoutMs = 30 * 60_000;

  constructor(private readonly imports: ImportsService) {}

  async run({ input, signal, progress }: JobContext): Promise<JobReport> {
    const onProgress = (done: number, total: number) => progress({ done, total, unit: 'bytes' });
    const result = await this.imports.check(batchInputOf(input).batchId, { signal, onProgress });
    const { read, kept, ignored, rejected, values } = result;
    const number = (value: number) => formatNumber(value, 0, 'fr');
    const messages = [importsFr.reports.checked(number(kept), number(read))];
    if (rejected > 0) messages.push(importsFr.reports.rejected(number(rejected)));
    else if (result.outcome === 'reject') messages.push(importsFr.reports.structure);
    return { counts: { read, kept, ignored, rejected, values }, messages };
  }
}
