import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { enqueueJob, type Job, type JobContext, type JobReport } from '../jobs/job';
import { RebuildService } from './rebuild.service';

/** Computes every aggregate again: each night, and after each publication. */
@Injectable()
export class RebuildJob implements Job {
  readonly id = 'rebuild';
  readonly schedule = '0 3 * * *';
  readonly timeoutMs = 30 * 60_000;
  readonly coversQueuedRuns = true;

  constructor(
    private readonly service: RebuildService,
    private readonly database: Database,
  ) {}

  async run({ signal, progress }: JobContext): Promise<JobReport> {
    const { version, counts, messages } = await this.service.rebuild('job', {
      signal,
      progress: (done, total) => progress({ done, total, unit: 'steps' }),
    });
    // a state's slot is taken once: a rebuild that changed nothing asks for nothing
    await enqueueJob(this.database, 'estimate-effects', `state:${version}`);
    return { counts, messages };
  }
}
