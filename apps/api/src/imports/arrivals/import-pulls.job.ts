import { Injectable } from '@nestjs/common';
import type { Job, JobReport } from '../../jobs/job';
import { Config } from '../../platform/config';
import { PullsService } from './pulls.service';

/** Looks which addresses are to be visited. */
@Injectable()
export class ImportPullsJob implements Job {
  readonly id = 'import-pulls';
  readonly schedule: string | null;
  readonly timeoutMs = 60_000;
  readonly isRoutine = true;

  constructor(
    config: Config,
    private readonly pulls: PullsService,
  ) {
    this.schedule = config.pullHosts.length > 0 ? '*/5 * * * *' : null;
  }

  async run(): Promise<JobReport> {
    const queued = await this.pulls.queueDue();
    return { counts: queued > 0 ? { queued } : {}, messages: [] };
  }
}
