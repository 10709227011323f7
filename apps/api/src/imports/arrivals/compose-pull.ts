import { arrivalsEn, arrivalsFr, jobsEn, jobsFr, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import type { PullDto } from './pulls.dto';
import type { Pull, PullResult } from './pulls.queries';

/** What a person reads of a pull's last run. */
export function pullMessage(result: PullResult, language: Locale): string {
  const { refusals, outcomes } = language === 'en' ? arrivalsEn : arrivalsFr;
  return result.code === 'not-fetched' ? refusals[result.refusal](result.detail) : outcomes[result.code](result.detail);
}

export function composePull(pull: Pull, nextDue: Date | null, language: Locale): z.output<typeof PullDto.schema> {
  const { id, url, source, schedule, hints, readAs, isEnabled, isRunning, lastRunAt, lastResult, lastBatchId } = pull;
  return {
    id,
    url,
    source,
    schedule,
    hints: hints && { ...hints },
    readAs,
    scheduleLabel: (language === 'en' ? jobsEn : jobsFr).scheduleText(schedule),
    isEnabled,
    isRunning,
    nextDue: nextDue?.toISOString() ?? null,
    last:
      lastRunAt && lastResult
        ? {
            at: lastRunAt.toISOString(),
            outcome: lastResult.code,
            message: pullMessage(lastResult, language),
            batchId: lastBatchId,
          }
        : null,
  };
}
