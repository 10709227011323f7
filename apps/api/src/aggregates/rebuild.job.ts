import { Injectable } from '@nestjs/common';
import type { Job, JobContext, JobReport } from '../jobs/job';
import { RebuildService } from './rebuild.service';

/** Computes every aggregate again: each night, and after each publication. */
@Injectable()
export class RebuildJob implements Job {
  readonly id = 'rebuild';
  readonly schedule = '0 3 * * *';
  readonly timeoutMs = 30 * 60_000;
  readonly coversQueuedRuns = true;

  constructor(private readonly service: RebuildService) {}

  async run({ signal, progress }: JobContext): Promise<JobReport> {
    const { counts, messages } = await this.service.rebuild('job', {
      signal,
      progress: (done, total) => progress({ done, total, unit: 'steps' }),
    });
    return { counts, messages };
  }
}
