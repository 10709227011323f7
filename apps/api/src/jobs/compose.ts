import { jobsEn, jobsFr, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import { type Job, paceOf } from './job';
import type { RunRow, ScheduleRow } from './job-run';
import type { JobDto, RunDto } from './jobs.dto';

type RunAnswer = z.output<typeof RunDto.schema>;
type JobAnswer = z.output<typeof JobDto.schema>;

const wording = (language: Locale) => (language === 'en' ? jobsEn : jobsFr);

/** What a person reads of one run. */
export function composeRun(run: RunRow, language: Locale): RunAnswer {
  const text = wording(language);
  const trigger = triggerOf(run.dueSlot);
  const label = text.triggers[trigger];
  return {
    id: run.id,
    job: run.jobId,
    jobLabel: text.jobs[run.jobId]?.label ?? run.jobId,
    slot: run.dueSlot,
    trigger,
    triggerLabel: typeof label === 'string' ? label : label(run.dueSlot.split(':')[1] ?? ''),
    state: run.state,
    stateLabel: text.states[run.state],
    attempts: run.attempts,
    queuedAt: run.queuedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    durationMs: run.startedAt && run.finishedAt ? run.finishedAt.getTime() - run.startedAt.getTime() : null,
    progress: composeProgress(run),
    counts: { ...run.report?.counts },
    messages: [...(run.report?.messages ?? [])],
    errors: run.errors.map(({ attempt, at, code, detail }) => ({
      attempt,
      at,
      code,
      text: text.errors[code]?.(detail) ?? detail,
    })),
  };
}

function composeProgress({ state, progress }: RunRow): RunAnswer['progress'] {
  if (!progress || state !== 'running') return null;
  const { done, total, unit } = progress;
  return { done, total, unit, ...paceOf(progress) };
}

function triggerOf(slot: string): RunAnswer['trigger'] {
  if (/^\d{4}-\d{2}-\d{2}T/.test(slot)) return 'schedule';
  const [kind] = slot.split(':');
  if (kind === 'manual') return 'manual';
  if (kind === 'batch') return 'import';
  return kind === 'start' ? 'start' : 'other';
}

export function composeJob(
  job: Job,
  context: { schedule: ScheduleRow | undefined; nextDue: Date | null; lastRun: RunRow | undefined },
  language: Locale,
): JobAnswer {
  const text = wording(language);
  const { schedule, nextDue, lastRun } = context;
  return {
    id: job.id,
    label: text.jobs[job.id]?.label ?? job.id,
    description: text.jobs[job.id]?.description ?? '',
    schedule: schedule?.schedule ?? null,
    scheduleLabel: schedule ? text.scheduleText(schedule.schedule) : text.onDemand,
    isEnabled: schedule?.isEnabled ?? false,
    nextDue: nextDue?.toISOString() ?? null,
    lastRun: lastRun ? composeRun(lastRun, language) : null,
  };
}
