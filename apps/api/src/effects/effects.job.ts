import { Injectable } from '@nestjs/common';
import { effectsJobFr } from '@sillage/indicators';
import type { Job, JobContext, JobReport } from '../jobs/job';
import { Problem } from '../platform/problem';
import { EffectsService } from './effects.service';

/** Estimates the effects of projects again: each night, after each rebuild and after a project changes. */
@Injectable()
export class EffectsJob implements Job {
  readonly id = 'estimate-effects';
  readonly schedule = '30 4 * * *';
  readonly timeoutMs = 60 * 60_000;
  readonly coversQueuedRuns = true;

  constructor(private readonly service: EffectsService) {}

  async run({ signal, progress }: JobContext): Promise<JobReport> {
    const { counts, messages, failures } = await this.service.estimate({
      signal,
      progress: (done, total) => progress({ done, total, unit: 'steps' }),
    });
    // what could be estimated is kept; the run says that it did not do everything
    if (failures.length > 0) {
      const title = effectsJobFr.someFailed(failures.length);
      throw new Problem(500, 'estimation-echouee', title, [...failures, ...messages].join(' '));
    }
    return { counts, messages };
  }
}
